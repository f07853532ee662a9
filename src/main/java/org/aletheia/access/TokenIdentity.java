package org.aletheia.access;

import io.quarkus.security.identity.SecurityIdentity;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.microprofile.jwt.JsonWebToken;

/**
 * What a verified token proves.
 *
 * @param roles the roles it narrows the caller to, where it names any as {@code aletheia:<role>}; empty: no narrowing
 */
record TokenIdentity(String issuer, String subject, Optional<Set<Role>> roles) {
    private static final String PREFIX = "aletheia:";

    static Optional<TokenIdentity> of(SecurityIdentity identity) {
        if (identity.isAnonymous() || !(identity.getPrincipal() instanceof JsonWebToken token)) {
            return Optional.empty();
        }
        return Optional.of(new TokenIdentity(token.getIssuer(), token.getSubject(), narrowing(identity.getRoles())));
    }

    private static Optional<Set<Role>> narrowing(Set<String> tokenRoles) {
        Set<String> named = tokenRoles.stream()
                .filter(role -> role.startsWith(PREFIX))
                .map(role -> role.substring(PREFIX.length()))
                .collect(Collectors.toSet());
        if (named.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(Arrays.stream(Role.values())
                .filter(role -> named.contains(role.code()))
                .collect(Collectors.toUnmodifiableSet()));
    }
}
