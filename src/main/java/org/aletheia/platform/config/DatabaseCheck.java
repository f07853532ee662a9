package org.aletheia.platform.config;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.Config;

/** Each part of the server logs in to the database with a role of its own, and with a password of its own. */
@ApplicationScoped
class DatabaseCheck implements ProductionCheck {
    private static final Map<String, String> ROLES = Map.of(
            "quarkus.datasource", "aletheia_app",
            "quarkus.datasource.follower", "aletheia_follower",
            "quarkus.datasource.vault", "aletheia_vault");

    private final Config config;

    DatabaseCheck(Config config) {
        this.config = config;
    }

    @Override
    public List<Unsafe> check() {
        return Stream.concat(
                        ROLES.entrySet().stream()
                                .filter(role ->
                                        !value(role.getKey() + ".username").equals(role.getValue()))
                                .map(role -> Unsafe.severe(
                                        role.getKey() + ".username",
                                        "row-level security is written for the role " + role.getValue(),
                                        "leave it unset")),
                        ROLES.entrySet().stream()
                                .filter(role ->
                                        value(role.getKey() + ".password").equals(role.getValue()))
                                .map(role -> Unsafe.severe(
                                        role.getKey() + ".password", "it is the role's name", "choose a random one")))
                .toList();
    }

    private String value(String property) {
        return config.getOptionalValue(property, String.class).orElse("");
    }
}
