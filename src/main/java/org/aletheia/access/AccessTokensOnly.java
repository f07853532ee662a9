package org.aletheia.access;

import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.SecurityIdentityAugmentor;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Locale;
import java.util.Set;
import org.eclipse.microprofile.jwt.JsonWebToken;

/**
 * Refuses tokens that say of themselves that they are none for an API, as id and refresh tokens of the same provider do
 * ({@code typ}; RFC 9068 §2.1 calls access tokens {@code at+jwt}). Most providers say nothing; then the audience decides.
 */
@ApplicationScoped
class AccessTokensOnly implements SecurityIdentityAugmentor {
    private static final String TYPE = "typ";
    private static final Set<String> ACCESS = Set.of("bearer", "at+jwt", "application/at+jwt", "jwt");

    @Override
    public Uni<SecurityIdentity> augment(SecurityIdentity identity, AuthenticationRequestContext context) {
        return identity.getPrincipal() instanceof JsonWebToken token && !isForAccess(token)
                ? Uni.createFrom().failure(new AuthenticationFailedException())
                : Uni.createFrom().item(identity);
    }

    private static boolean isForAccess(JsonWebToken token) {
        return !(token.getClaim(TYPE) instanceof String type) || ACCESS.contains(type.toLowerCase(Locale.ROOT));
    }
}
