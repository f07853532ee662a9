package org.aletheia.platform.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.config.Config;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Tag("unit")
class ReadinessTest {
    private static final Unsafe SEVERE = Unsafe.severe("a.b", "it is open", "close it");
    private static final Unsafe MILD = Unsafe.mild("c.d", "it is odd", "look at it");

    @Test
    void everySevereFindingStopsAProductionStartWithPropertyAndRemedy() {
        Unsafe other = Unsafe.severe("e.f", "it is empty", "fill it");
        assertThatThrownBy(() -> Readiness.requireSafe(List.of(SEVERE, MILD, other), true))
                .hasMessageContainingAll("a.b: it is open. Remedy: close it", "e.f: it is empty. Remedy: fill it")
                .hasMessageNotContaining("c.d");
    }

    @Test
    void mildFindingsAndDevelopmentStart() {
        assertThatCode(() -> Readiness.requireSafe(List.of(MILD), true)).doesNotThrowAnyException();
        assertThatCode(() -> Readiness.requireSafe(List.of(SEVERE), false)).doesNotThrowAnyException();
    }

    @Test
    void tokensNeedAnIssuerAndAnAudience() {
        assertThat(identity(null, null)).containsExactly("quarkus.oidc.auth-server-url", "quarkus.oidc.token.audience");
        assertThat(identity("https://id.example.org/realms/x", List.of("any")))
                .containsExactly("quarkus.oidc.token.audience");
        assertThat(identity("http://id.example.org/realms/x", List.of("api")))
                .containsExactly("quarkus.oidc.auth-server-url");
        assertThat(identity("http://127.0.0.1:8081/realms/x", List.of("api"))).isEmpty();
        assertThat(identity("https://id.example.org/realms/x", List.of("api"))).isEmpty();
    }

    @Test
    void eachDatabaseRoleIsTheOneThatTheWallKnows() {
        assertThat(database(Map.of())).isEmpty();
        assertThat(database(Map.of("quarkus.datasource.username", "postgres")))
                .containsExactly("quarkus.datasource.username");
        assertThat(database(Map.of("quarkus.datasource.vault.password", "aletheia_vault")))
                .containsExactly("quarkus.datasource.vault.password");
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "jdbc:postgresql://db.example.org/aletheia, -, true",
                "jdbc:postgresql://db.example.org:5432/aletheia?sslmode=require, -, true",
                "'jdbc:postgresql://127.0.0.1,db2.example.org/aletheia', -, true",
                "jdbc:postgresql://127.0.0.1.example.org/aletheia, -, true",
                "jdbc:postgresql://db.example.org/aletheia?ApplicationName=a&sslmode=verify-full, -, false",
                "jdbc:postgresql://db.example.org/aletheia?sslmode=verify-ca, -, false",
                "jdbc:postgresql://db.example.org/aletheia, verify-full, false",
                "jdbc:postgresql://db.example.org/aletheia?sslmode=disable, verify-full, true",
                "jdbc:postgresql://127.0.0.1:5432/aletheia, -, false",
                "jdbc:postgresql://[::1]:5432/aletheia, -, false",
                "jdbc:postgresql://localhost/aletheia, -, false",
                "jdbc:postgresql:aletheia, -, false"
            })
    void theDatabaseIsSpokenToUnderTls(String url, @Nullable String mode, boolean open) {
        Map<String, String> given = new HashMap<>(Map.of("quarkus.datasource.vault.jdbc.url", url));
        if (mode != null) {
            given.put("quarkus.datasource.vault.jdbc.additional-jdbc-properties.sslmode", mode);
        }
        Config config = new SmallRyeConfigBuilder()
                .withSources(new PropertiesConfigSource(given, "given", 1))
                .build();
        assertThat(severe(new DatabaseWireCheck(config, new Wires(() -> false))))
                .isEqualTo(open ? List.of("quarkus.datasource.vault.jdbc.url") : List.of());
        assertThat(severe(new DatabaseWireCheck(config, new Wires(() -> true)))).isEmpty();
    }

    private static List<String> severe(ProductionCheck check) {
        return check.check().stream()
                .filter(Unsafe::severe)
                .map(Unsafe::property)
                .toList();
    }

    private static List<String> identity(@Nullable String issuer, @Nullable List<String> audience) {
        return properties(new IdentityCheck(Optional.ofNullable(issuer), Optional.ofNullable(audience)));
    }

    private static List<String> database(Map<String, String> given) {
        Map<String, String> roles = Map.of(
                "quarkus.datasource.username", "aletheia_app",
                "quarkus.datasource.follower.username", "aletheia_follower",
                "quarkus.datasource.vault.username", "aletheia_vault");
        return properties(new DatabaseCheck(new SmallRyeConfigBuilder()
                .withSources(
                        new PropertiesConfigSource(roles, "defaults", 1), new PropertiesConfigSource(given, "given", 2))
                .build()));
    }

    private static List<String> properties(ProductionCheck check) {
        return check.check().stream().map(Unsafe::property).toList();
    }
}
