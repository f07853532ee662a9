package org.aletheia.access.approval;

import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.json.JsonString;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.aletheia.platform.http.ProblemException;
import org.aletheia.platform.http.ProblemType;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jspecify.annotations.Nullable;

/**
 * Whether the caller signed in with a key of their own, as the identity provider vouches for in the token: its claim
 * {@code acr} (OpenID Connect Core §2) or {@code amr} (RFC 8176) has one of the values that the operator named.
 */
@ApplicationScoped
public class StrongAuthentication {
    /** What {@link #require} answers where nothing is required. */
    static final String NOT_REQUIRED = "not-required";

    private final SecurityIdentity identity;
    private final TwoPersonsConfig config;

    StrongAuthentication(SecurityIdentity identity, TwoPersonsConfig config) {
        this.identity = identity;
        this.config = config;
    }

    /**
     * Requires it, where it is required.
     *
     * @return which claim and value said so, for example {@code amr=hwk}
     * @throws ProblemException {@code strong-authentication-required}
     */
    String require() {
        if (!config.strongAuthentication()) {
            return NOT_REQUIRED;
        }
        return identity.getPrincipal() instanceof JsonWebToken token
                ? said(token).orElseThrow(StrongAuthentication::refusal)
                : refuse();
    }

    private Optional<String> said(JsonWebToken token) {
        return Stream.concat(named("acr", token, config.acr().orElse(Set.of())), named("amr", token, config.amr()))
                .findFirst();
    }

    private static Stream<String> named(String claim, JsonWebToken token, Set<String> accepted) {
        return texts(token.getClaim(claim)).filter(accepted::contains).map(value -> claim + "=" + value);
    }

    private static Stream<String> texts(@Nullable Object claim) {
        return switch (claim) {
            case null -> Stream.empty();
            case JsonString text -> Stream.of(text.getString());
            case Collection<?> several -> several.stream().flatMap(StrongAuthentication::texts);
            default -> Stream.of(claim.toString());
        };
    }

    private static ProblemException refusal() {
        return new ProblemException(ProblemType.STRONG_AUTHENTICATION_REQUIRED);
    }

    private static String refuse() {
        throw refusal();
    }
}
