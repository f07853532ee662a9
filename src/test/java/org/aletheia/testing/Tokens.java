package org.aletheia.testing;

import static io.restassured.RestAssured.given;

import io.restassured.path.json.JsonPath;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Access tokens from the stack's Keycloak, by password grant. */
public final class Tokens {
    private static final Duration KEPT = Duration.ofMinutes(5);
    private static final Map<String, Held> HELD = new ConcurrentHashMap<>();

    private Tokens() {}

    /** A token of a user of the stack, with the product's audience. */
    public static String of(String user) {
        return HELD.compute(user, (name, held) -> held != null && held.fresh() ? held : fetch(name, "stack.client-id"))
                .token();
    }

    /** A token of the same user made for another application: its audience is not the product. */
    public static String forOtherApplication(String user) {
        return fetch(user, "stack.other-client-id").token();
    }

    /** The claim {@code sub} of a user's token. */
    public static String subject(String user) {
        return claims(user).getString("sub");
    }

    /** The claim {@code iss} of a user's token. */
    public static String issuer(String user) {
        return claims(user).getString("iss");
    }

    private static JsonPath claims(String user) {
        String payload = of(user).split("\\.", -1)[1];
        return JsonPath.from(new String(Base64.getUrlDecoder().decode(payload), StandardCharsets.UTF_8));
    }

    private static Held fetch(String user, String client) {
        Stack stack = Stack.running();
        String token = given().baseUri(stack.get("stack.token-url"))
                .formParam("grant_type", "password")
                .formParam("client_id", stack.get(client))
                .formParam("username", user)
                .formParam("password", stack.get("stack.users." + user + ".password"))
                .post()
                .then()
                .statusCode(200)
                .extract()
                .path("access_token");
        return new Held(token, Instant.now());
    }

    private record Held(String token, Instant since) {
        boolean fresh() {
            return Instant.now().isBefore(since.plus(KEPT));
        }
    }
}
