package org.aletheia.access;

import jakarta.inject.Singleton;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.Response;
import java.util.Set;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/**
 * Keeps back what a read would show while something is owed for it: a route that forgets to log its use, or the terms of what it
 * hands out, shows nothing. Changes are events by themselves.
 */
@Singleton
class ObligationsFilter {
    private static final Logger LOG = Logger.getLogger(ObligationsFilter.class);
    private static final Set<String> READS = Set.of(HttpMethod.GET, HttpMethod.HEAD);

    private final DueObligations due;

    ObligationsFilter(DueObligations due) {
        this.due = due;
    }

    @ServerResponseFilter
    void keepBack(ContainerRequestContext request, ContainerResponseContext response) {
        if (READS.contains(request.getMethod())
                && response.getStatusInfo().getFamily() == Response.Status.Family.SUCCESSFUL) {
            Set<String> open = due.open();
            if (!open.isEmpty()) {
                LOG.errorf("an answer owes %s and is kept back", open);
                throw new IllegalStateException("an answer owes " + open);
            }
        }
    }
}
