package org.ardina.web.api;

import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.ElementKind;
import jakarta.validation.Path;
import jakarta.validation.ValidationException;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** Presents input that breaks a constraint as a {@link Problem}, in the place of what the server has for it. */
@Provider
public class ValidationProblemMapper implements ExceptionMapper<ValidationException> {

    @Override
    public Response toResponse(ValidationException exception) {
        if (exception instanceof ConstraintViolationException violations) {
            return Problem.response(
                    Status.BAD_REQUEST,
                    "invalid-input",
                    violations.getConstraintViolations().stream()
                            .map(violation -> field(violation) + " " + violation.getMessage())
                            .sorted()
                            .collect(Collectors.joining("; ")));
        }
        // A constraint of ours that cannot be checked.
        throw exception;
    }

    /** The name of the field, without the method and parameter that it came to. */
    private static String field(ConstraintViolation<?> violation) {
        String field = StreamSupport.stream(violation.getPropertyPath().spliterator(), false)
                .filter(node -> node.getKind() == ElementKind.PROPERTY)
                .map(Path.Node::getName)
                .collect(Collectors.joining("."));
        return field.isEmpty() ? "the body" : field;
    }
}
