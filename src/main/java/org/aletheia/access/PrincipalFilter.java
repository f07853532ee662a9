package org.aletheia.access;

import jakarta.inject.Singleton;
import jakarta.ws.rs.core.UriInfo;
import org.aletheia.platform.http.CallLimits;
import org.aletheia.platform.http.ProblemException;
import org.aletheia.platform.http.ProblemType;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/**
 * Resolves the caller before a resource of the API runs, on the resource's own thread and before any transaction, and counts
 * the call. The public log, cosigning and the doors know no callers: whatever a token or header says there is not looked at.
 */
@Singleton
class PrincipalFilter {
    private static final String API = "/api/";
    private static final String ME = "/api/v1/me";

    private final CurrentPrincipal current;
    private final CallLimits limits;

    PrincipalFilter(CurrentPrincipal current, CallLimits limits) {
        this.current = current;
        this.limits = limits;
    }

    /** @throws ProblemException as {@link CurrentPrincipal#resolve}; {@code organisation-frozen} for members of one, wherever they call but {@code /me} */
    @ServerRequestFilter
    void resolve(UriInfo address) {
        String path = address.getRequestUri().getPath();
        if (!path.startsWith(API)) {
            return;
        }
        try {
            current.resolve();
        } finally {
            current.resolved().ifPresent(principal -> limits.count(principal.member()));
        }
        if (current.frozen() && !ME.equals(path)) {
            throw new ProblemException(ProblemType.ORGANISATION_FROZEN);
        }
    }
}
