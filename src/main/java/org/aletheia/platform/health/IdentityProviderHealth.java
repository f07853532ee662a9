package org.aletheia.platform.health;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/**
 * Whether the OpenID provider answers. Its absence alone does not make the server unready: tokens are checked with keys
 * that are known already, so callers who hold one are still served.
 */
@Readiness
@ApplicationScoped
class IdentityProviderHealth implements HealthCheck {
    private static final Duration PATIENCE = Duration.ofSeconds(2);
    private static final Duration KEPT = Duration.ofSeconds(10);
    private static final String DISCOVERY = "/.well-known/openid-configuration";

    private final Optional<String> issuer;
    private final Clock clock;
    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(PATIENCE).build();
    private Instant askedAt = Instant.EPOCH;
    private boolean answered;

    IdentityProviderHealth(
            @ConfigProperty(name = "quarkus.oidc.auth-server-url") Optional<String> issuer, Clock clock) {
        this.issuer = issuer;
        this.clock = clock;
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("identity-provider")
                .up()
                .withData("reachable", reachable())
                .build();
    }

    private synchronized boolean reachable() {
        if (askedAt.plus(KEPT).isBefore(clock.instant())) {
            answered = issuer.filter(this::answers).isPresent();
            askedAt = clock.instant();
        }
        return answered;
    }

    private boolean answers(String address) {
        HttpRequest request = HttpRequest.newBuilder(URI.create(address + DISCOVERY))
                .timeout(PATIENCE)
                .build();
        try {
            return client.send(request, BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
