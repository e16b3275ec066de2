package org.ardina.web.api;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.FilterRegistration;
import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import jakarta.servlet.annotation.WebListener;
import java.util.EnumSet;

/** Puts {@link ApiBulkhead} behind the filters of all doors, so that what it refuses has an id and all headers too. */
@WebListener
public class ApiFilters implements ServletContextListener {

    @Override
    public void contextInitialized(ServletContextEvent event) {
        FilterRegistration.Dynamic bulkhead =
                event.getServletContext().addFilter(ApiBulkhead.class.getSimpleName(), new ApiBulkhead());
        bulkhead.setAsyncSupported(true);
        bulkhead.addMappingForUrlPatterns(EnumSet.of(DispatcherType.REQUEST), true, "/api/*");
    }
}
