package org.ardina.web.api;

import jakarta.annotation.security.DeclareRoles;
import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import org.ardina.account.Role;
import org.eclipse.microprofile.openapi.annotations.OpenAPIDefinition;
import org.eclipse.microprofile.openapi.annotations.enums.SecuritySchemeType;
import org.eclipse.microprofile.openapi.annotations.info.Info;
import org.eclipse.microprofile.openapi.annotations.info.License;
import org.eclipse.microprofile.openapi.annotations.security.SecurityScheme;

/** Version 1 of the REST API. */
@ApplicationPath("/api/v1")
@DeclareRoles({Role.READER, Role.WRITER, Role.ADMIN})
@OpenAPIDefinition(
        info =
                @Info(
                        title = "Ardina",
                        version = "1",
                        description = "The newsroom for programs. Errors are application/problem+json (RFC 9457).",
                        license = @License(name = "Apache-2.0")))
@SecurityScheme(
        securitySchemeName = "bearer",
        type = SecuritySchemeType.HTTP,
        scheme = "bearer",
        description = "The token that POST /sessions answers")
public class RestApi extends Application {}
