package org.aletheia.platform.config;

import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Tokens must come from one named issuer, over an authentic connection, and be made for this server. */
@ApplicationScoped
class IdentityCheck implements ProductionCheck {
    private static final String ISSUER = "quarkus.oidc.auth-server-url";
    private static final String AUDIENCE = "quarkus.oidc.token.audience";

    private final Optional<String> issuer;
    private final Optional<List<String>> audience;

    IdentityCheck(
            @ConfigProperty(name = ISSUER) Optional<String> issuer,
            @ConfigProperty(name = AUDIENCE) Optional<List<String>> audience) {
        this.issuer = issuer;
        this.audience = audience;
    }

    @Override
    public List<Unsafe> check() {
        List<Unsafe> found = new ArrayList<>();
        if (issuer.isEmpty()) {
            found.add(Unsafe.severe(ISSUER, "no issuer of tokens is named", "give the address of the OpenID provider"));
        } else if (plainOverNetwork(URI.create(issuer.get()))) {
            found.add(Unsafe.severe(ISSUER, "keys of the issuer would be fetched in the clear", "use https"));
        }
        if (audience.isEmpty() || audience.get().isEmpty() || audience.get().contains("any")) {
            found.add(Unsafe.severe(
                    AUDIENCE,
                    "tokens made for other applications would be taken",
                    "give the audience that the provider puts into tokens for this server"));
        }
        return found;
    }

    private static boolean plainOverNetwork(URI address) {
        return !"https".equals(address.getScheme()) && !Wires.isThisMachine(String.valueOf(address.getHost()));
    }
}
