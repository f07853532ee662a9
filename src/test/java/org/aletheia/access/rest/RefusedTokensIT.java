package org.aletheia.access.rest;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.aletheia.testing.Enrolment;
import org.aletheia.testing.LogLines;
import org.aletheia.testing.RealmKey;
import org.aletheia.testing.Tokens;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Tokens that are right in all but one thing: each is made of the claims of a real token and signed with a key of the realm,
 * so that nothing but that one thing can be why it is refused.
 */
@QuarkusTest
@Tag("it")
class RefusedTokensIT {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final long SKEW = 10;
    private static final String USER = "documenter";

    @SuppressWarnings("NullAway.Init")
    private static RealmKey key;

    /** Once for all, when the server's port is known. */
    @BeforeEach
    void signAsTheRealmDoes() throws GeneralSecurityException {
        if (key == null) {
            Enrolment.as(USER).get("/api/v1/me").then().statusCode(200);
            key = RealmKey.add();
        }
    }

    @AfterAll
    static void takeTheKeyAway() {
        key.close();
    }

    @Test
    void oneThatIsRightIsTaken() throws GeneralSecurityException, JsonProcessingException {
        ask(key.sign(claims(Map.of()))).then().statusCode(200).body("roles", equalTo(List.of("documenter")));
    }

    @Test
    void withoutSignature() throws JsonProcessingException {
        for (String algorithm : List.of("none", "None", "NONE")) {
            String header =
                    RealmKey.encoded("{\"alg\":\"" + algorithm + "\",\"typ\":\"JWT\",\"kid\":\"" + key.kid() + "\"}");
            refused(header + "." + RealmKey.encoded(claims(Map.of())) + ".");
        }
        String[] parts = Tokens.of(USER).split("\\.", -1);
        refused(parts[0] + "." + parts[1] + ".");
        refused(parts[0] + "." + parts[1]);
    }

    /** What everybody has is no secret. */
    @Test
    void signedWithThePublicKey() throws GeneralSecurityException, JsonProcessingException {
        refused(key.signWithPublicKey(claims(Map.of()), true));
        refused(key.signWithPublicKey(claims(Map.of()), false));
    }

    @Test
    void signedWithAnotherKeyUnderTheIdOfTheRealms() throws GeneralSecurityException, JsonProcessingException {
        var other = KeyPairGenerator.getInstance("RSA").generateKeyPair();
        String header = "{\"alg\":\"RS256\",\"typ\":\"JWT\",\"kid\":\"" + key.kid() + "\"}";
        refused(RealmKey.sign(header, claims(Map.of()), other.getPrivate()));
    }

    /** Keys come from the configured issuer and from nowhere that a token names. */
    @Test
    void signedWithAKeyThatItBringsAlong() throws GeneralSecurityException, JsonProcessingException {
        var other = KeyPairGenerator.getInstance("RSA").generateKeyPair();
        var publicKey = (java.security.interfaces.RSAPublicKey) other.getPublic();
        Base64.Encoder url = Base64.getUrlEncoder().withoutPadding();
        String jwk = JSON.writeValueAsString(Map.of(
                "kty",
                "RSA",
                "kid",
                "brought",
                "e",
                url.encodeToString(publicKey.getPublicExponent().toByteArray()),
                "n",
                url.encodeToString(publicKey.getModulus().toByteArray())));
        refused(RealmKey.sign(
                "{\"alg\":\"RS256\",\"kid\":\"brought\",\"jwk\":" + jwk + "}", claims(Map.of()), other.getPrivate()));
        refused(RealmKey.sign(
                "{\"alg\":\"RS256\",\"kid\":\"brought\",\"jku\":\"http://127.0.0.1:9/keys\"}",
                claims(Map.of()),
                other.getPrivate()));
    }

    /** Whoever watches the server learns of it, and nothing of what was tried. */
    @Test
    void refusalsAreTold() throws GeneralSecurityException, JsonProcessingException {
        String forged = key.sign(claims(Map.of("aud", "account")));
        try (LogLines log = LogLines.capture()) {
            refused(forged);
            assertThat(log.text()).contains("refused: unauthenticated").doesNotContain(forged);
        }
        try (LogLines log = LogLines.capture()) {
            given().get("/api/v1/me").then().statusCode(401);
            assertThat(log.text()).doesNotContain("org.aletheia.security");
        }
    }

    @Test
    void tampered() throws GeneralSecurityException, JsonProcessingException {
        String[] parts = key.sign(claims(Map.of())).split("\\.", -1);
        refused(parts[0] + "." + RealmKey.encoded(claims(Map.of("sub", Tokens.subject("admin")))) + "." + parts[2]);
    }

    @Test
    void ofAnotherRealm() {
        refused(RealmKey.tokenOfAnotherRealm());
    }

    @Test
    void ofAnotherIssuer() throws GeneralSecurityException, JsonProcessingException {
        refused(key.sign(claims(Map.of("iss", "https://elsewhere.example/realms/aletheia"))));
        refused(key.sign(claims(Map.of("iss", Tokens.issuer(USER) + "/"))));
        refused(key.sign(claims(Map.of("iss", ""))));
    }

    @Test
    void forAnotherAudience() throws GeneralSecurityException, JsonProcessingException {
        refused(key.sign(claims(Map.of("aud", "account"))));
        refused(key.sign(claims(Map.of("aud", List.of()))));
        Map<String, Object> without = values();
        without.remove("aud");
        refused(key.sign(JSON.writeValueAsString(without)));
        refused(Tokens.forOtherApplication(USER));
    }

    @Test
    void expired() throws GeneralSecurityException, JsonProcessingException {
        long now = Instant.now().getEpochSecond();
        refused(key.sign(claims(Map.of("exp", now - SKEW - 5))));
        ask(key.sign(claims(Map.of("exp", now + SKEW)))).then().statusCode(200);
        Map<String, Object> without = values();
        without.remove("exp");
        refused(key.sign(JSON.writeValueAsString(without)));
    }

    @Test
    void notYetValidBeyondWhatClocksMayDiffer() throws GeneralSecurityException, JsonProcessingException {
        long now = Instant.now().getEpochSecond();
        refused(key.sign(claims(Map.of("nbf", now + SKEW + 30))));
    }

    /** Who they are must be said: without it nobody is enrolled. */
    @Test
    void ofNobody() throws GeneralSecurityException, JsonProcessingException {
        Map<String, Object> without = values();
        without.remove("sub");
        Response answer = ask(key.sign(JSON.writeValueAsString(without)));
        assertThat(answer.statusCode()).isIn(401, 403);
    }

    /** An id token and a refresh token are for the client, not for this server. */
    @Test
    void ofAnotherKind() throws GeneralSecurityException, JsonProcessingException {
        refused(key.sign(claims(Map.of("typ", "ID"))));
        refused(key.sign(claims(Map.of("typ", "Refresh"))));
    }

    private static void refused(String token) {
        ask(token)
                .then()
                .statusCode(401)
                .contentType("application/problem+json")
                .header("WWW-Authenticate", startsWith("Bearer"))
                .body("code", equalTo("unauthenticated"));
    }

    private static Response ask(String token) {
        return given().header("Authorization", "Bearer " + token).get("/api/v1/me");
    }

    private static String claims(Map<String, ?> changed) throws JsonProcessingException {
        Map<String, Object> values = values();
        values.putAll(changed);
        return JSON.writeValueAsString(values);
    }

    private static Map<String, Object> values() throws JsonProcessingException {
        String payload = Tokens.of(USER).split("\\.", -1)[1];
        return JSON.readValue(
                new String(Base64.getUrlDecoder().decode(payload), StandardCharsets.UTF_8),
                new TypeReference<HashMap<String, Object>>() {});
    }
}
