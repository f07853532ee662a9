package org.aletheia.access;

import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.RequestScoped;
import java.util.Optional;
import java.util.Set;
import org.aletheia.platform.http.ProblemException;
import org.aletheia.platform.http.ProblemType;
import org.jspecify.annotations.Nullable;

/**
 * The caller of this request. Resolved once, before any transaction, because the settings of row-level security are
 * taken from it when a connection is acquired.
 */
@RequestScoped
public class CurrentPrincipal {
    private final SecurityIdentity identity;
    private final Enrolments enrolments;

    @Nullable
    Principal principal;

    private boolean frozen;

    CurrentPrincipal(SecurityIdentity identity, Enrolments enrolments) {
        this.identity = identity;
        this.enrolments = enrolments;
    }

    /**
     * The enrolled caller.
     *
     * @throws ProblemException {@code unauthenticated} without a token, {@code not-enrolled} where no enrolment stands
     *     behind it
     */
    public Principal require() {
        TokenIdentity token =
                TokenIdentity.of(identity).orElseThrow(() -> new ProblemException(ProblemType.UNAUTHENTICATED));
        return find(token).orElseThrow(() -> new ProblemException(ProblemType.NOT_ENROLLED));
    }

    /** The caller if already resolved; asks nothing of the database. */
    Optional<Principal> resolved() {
        return Optional.ofNullable(principal);
    }

    /** Whether the resolved caller's organisation is frozen. */
    boolean frozen() {
        return frozen;
    }

    /** Resolves the caller if there is a token and an enrolment; called by the request filter. */
    void resolve() {
        TokenIdentity.of(identity).ifPresent(this::find);
    }

    private Optional<Principal> find(TokenIdentity token) {
        if (principal == null) {
            enrolments.find(token.issuer(), token.subject()).ifPresent(enrolled -> {
                principal = narrowed(enrolled.principal(), token.roles());
                frozen = enrolled.frozen();
            });
        }
        return resolved();
    }

    private static Principal narrowed(Principal enrolled, Optional<Set<Role>> tokenRoles) {
        return tokenRoles.map(enrolled::narrowedTo).orElse(enrolled);
    }
}
