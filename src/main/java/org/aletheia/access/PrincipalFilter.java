package org.aletheia.access;

import jakarta.inject.Singleton;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/** Resolves the caller before a resource runs, on the resource's own thread and before any transaction. */
@Singleton
class PrincipalFilter {
    private final CurrentPrincipal current;

    PrincipalFilter(CurrentPrincipal current) {
        this.current = current;
    }

    @ServerRequestFilter
    void resolve() {
        current.resolve();
    }
}
