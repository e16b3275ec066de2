package org.ardina.system;

import java.util.Map;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Gives tests that do it no harm one server, started for the first of them and stopped after the last. */
public class SharedServer implements ParameterResolver {

    private static final ExtensionContext.Namespace NAMESPACE = ExtensionContext.Namespace.create(SharedServer.class);

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        Class<?> type = parameter.getParameter().getType();
        return type == ServerProcess.class || type == NewsSite.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        ServerProcess server = context.getRoot()
                .getStore(NAMESPACE)
                .getOrComputeIfAbsent(
                        ServerProcess.class,
                        type -> ServerProcess.start(TestDirectory.make("shared-server"), Map.of()),
                        ServerProcess.class);
        return parameter.getParameter().getType() == ServerProcess.class ? server : server.site();
    }
}
