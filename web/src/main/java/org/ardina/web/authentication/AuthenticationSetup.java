package org.ardina.web.authentication;

import jakarta.inject.Inject;
import jakarta.security.auth.message.MessageInfo;
import jakarta.security.auth.message.config.AuthConfigFactory;
import jakarta.security.auth.message.config.AuthConfigProvider;
import jakarta.security.auth.message.config.ClientAuthConfig;
import jakarta.security.auth.message.config.ServerAuthConfig;
import jakarta.security.auth.message.config.ServerAuthContext;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import jakarta.servlet.annotation.WebListener;
import java.util.Map;
import javax.security.auth.Subject;
import javax.security.auth.callback.CallbackHandler;
import org.ardina.account.LiveSessions;
import org.jspecify.annotations.Nullable;

/** Has the platform ask {@link SessionAuthentication} about every request, from the start of the application to its end. */
@WebListener
public class AuthenticationSetup implements ServletContextListener {

    /** The layer of the Servlet profile (Jakarta Authentication 3.1, 3.1). */
    private static final String LAYER = "HttpServlet";

    @Inject
    private SessionTokens tokens;

    @Inject
    private LiveSessions sessions;

    private @Nullable String registration;

    @Override
    public void contextInitialized(ServletContextEvent event) {
        registration = AuthConfigFactory.getFactory()
                .registerConfigProvider(
                        new Provider(tokens, sessions),
                        LAYER,
                        application(event.getServletContext()),
                        "Sessions of accounts");
    }

    @Override
    public void contextDestroyed(ServletContextEvent event) {
        if (registration != null) {
            AuthConfigFactory.getFactory().removeRegistration(registration);
        }
    }

    /**
     * The identifier of the application context (3.1.1): the virtual server and the path. Liberty writes the path of an
     * application at the root as a slash, where the Servlet API has an empty one.
     */
    private static String application(ServletContext context) {
        String path = context.getContextPath();
        return context.getVirtualServerName() + " " + (path.isEmpty() ? "/" : path);
    }

    /** Leads the platform from a request to the module. */
    private record Provider(SessionTokens tokens, LiveSessions sessions) implements AuthConfigProvider {

        @Override
        public ServerAuthConfig getServerAuthConfig(String layer, String application, CallbackHandler platform) {
            return new Configuration(layer, application, new SessionAuthentication(tokens, sessions, platform));
        }

        @Override
        public ClientAuthConfig getClientAuthConfig(String layer, String application, CallbackHandler platform) {
            throw new UnsupportedOperationException("This is for servers");
        }

        @Override
        public void refresh() {
            // There is nothing that could be out of date.
        }
    }

    private record Configuration(String layer, String application, SessionAuthentication sessions)
            implements ServerAuthConfig {

        @Override
        public ServerAuthContext getAuthContext(
                String context, @Nullable Subject service, @Nullable Map<String, Object> properties) {
            return sessions;
        }

        @Override
        public String getMessageLayer() {
            return layer;
        }

        @Override
        public String getAppContext() {
            return application;
        }

        @Override
        public String getAuthContextID(MessageInfo message) {
            return application;
        }

        @Override
        public void refresh() {
            // There is nothing that could be out of date.
        }

        @Override
        public boolean isProtected() {
            return true;
        }
    }
}
