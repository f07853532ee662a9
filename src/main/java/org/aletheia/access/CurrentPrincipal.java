package org.aletheia.access;

import io.quarkus.security.identity.SecurityIdentity;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.RequestScoped;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.aletheia.kernel.MalformedValueException;
import org.aletheia.platform.http.Finding;
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
    private final RoutingContext request;

    @Nullable
    Principal principal;

    private boolean frozen;

    CurrentPrincipal(SecurityIdentity identity, Enrolments enrolments, RoutingContext request) {
        this.identity = identity;
        this.enrolments = enrolments;
        this.request = request;
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

    /**
     * What the caller acts for: the declared purpose, or their role's own.
     *
     * @throws ProblemException {@code invalid-request} where what they declare is none
     */
    Purpose purpose() {
        String header = declared();
        if (header == null) {
            return Purpose.of(require().leadingRole());
        }
        try {
            return Purpose.parse(header);
        } catch (MalformedValueException e) {
            throw new ProblemException(
                    ProblemType.INVALID_REQUEST, Map.of(), List.of(new Finding(Purpose.HEADER + ":", e.reason())));
        }
    }

    /** Whether the resolved caller's organisation is frozen. */
    boolean frozen() {
        return frozen;
    }

    /**
     * Resolves the caller if there is a token and an enrolment; called by the request filter.
     *
     * @throws ProblemException as {@link #purpose}
     */
    void resolve() {
        TokenIdentity.of(identity).ifPresent(this::find);
    }

    private Optional<Principal> find(TokenIdentity token) {
        if (principal == null) {
            enrolments.find(token.issuer(), token.subject()).ifPresent(enrolled -> {
                Principal held = narrowed(enrolled.principal(), token.roles());
                principal = held; // known, and counted, also where what they declare is refused
                frozen = enrolled.frozen();
                if (declared() != null) {
                    principal = held.actingFor(purpose());
                }
            });
        }
        return resolved();
    }

    private @Nullable String declared() {
        return request.request().getHeader(Purpose.HEADER);
    }

    private static Principal narrowed(Principal enrolled, Optional<Set<Role>> tokenRoles) {
        return tokenRoles.map(enrolled::narrowedTo).orElse(enrolled);
    }
}
