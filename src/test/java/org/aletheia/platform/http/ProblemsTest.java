package org.aletheia.platform.http;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.http.Header;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import java.io.IOException;
import java.net.Socket;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.aletheia.platform.objectstore.StorageUnavailableException;
import org.aletheia.testing.Enrolment;
import org.aletheia.testing.LogLines;
import org.aletheia.testing.Tokens;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whatever goes wrong, wherever it goes wrong: the body is a problem and names no class. */
@QuarkusTest
@Tag("it")
class ProblemsTest {
    private static final String ORGANISATIONS = "/api/v1/member-organisations";

    @TestHTTPResource
    @SuppressWarnings("NullAway.Init")
    URL server;

    @Test
    void noToken() {
        problem(given().get("/api/v1/me"), "unauthenticated", 401).header("WWW-Authenticate", startsWith("Bearer"));
    }

    @Test
    void aTokenThatIsNone() {
        problem(given().auth().oauth2("not.a.token").get("/api/v1/me"), "unauthenticated", 401)
                .header("WWW-Authenticate", startsWith("Bearer"));
    }

    @Test
    void aTokenWithAForgedSignature() {
        String token = Tokens.of("documenter");
        char last = token.charAt(token.length() - 5);
        String forged = token.substring(0, token.length() - 5)
                + (last == 'A' ? 'B' : 'A')
                + token.substring(token.length() - 4);
        problem(given().auth().oauth2(forged).get("/api/v1/me"), "unauthenticated", 401);
    }

    @Test
    void aTokenForAnotherAudience() {
        problem(given().auth().oauth2(Tokens.forOtherApplication("admin")).get("/api/v1/me"), "unauthenticated", 401);
    }

    @Test
    void aTokenInTheQueryIsNoToken() {
        problem(given().queryParam("access_token", Tokens.of("admin")).get("/api/v1/me"), "unauthenticated", 401);
    }

    @Test
    void aCallerWhoIsNotEnrolled() {
        problem(Enrolment.as("outsider").get("/api/v1/me"), "not-enrolled", 403);
        problem(Enrolment.as("outsider").get(ORGANISATIONS), "not-enrolled", 403);
    }

    @Test
    void aRoleThatDoesNotPermit() {
        problem(Enrolment.as("documenter").body("{\"name\":\"x\"}").post(ORGANISATIONS), "forbidden", 403);
    }

    @ParameterizedTest
    @CsvSource({
        "/api/v1/nothing-here",
        "/nothing",
        "/",
        "/api/v1/members/not-a-uuid",
        "/q/nothing",
        "/q/health",
        "/q/metrics",
        "/q/openapi"
    })
    void anAddressThatIsNone(String path) {
        problem(Enrolment.as("admin").get(path), "not-found", 404);
    }

    @Test
    void aMethodThatIsNotThere() {
        problem(Enrolment.as("admin").delete(ORGANISATIONS), "method-not-allowed", 405)
                .header("Allow", containsString("POST"));
    }

    @Test
    void aRepresentationThatIsNotThere() {
        problem(Enrolment.as("admin").accept("image/png").get(ORGANISATIONS), "not-acceptable", 406);
    }

    @Test
    void aMediaTypeThatIsNotRead() {
        problem(
                Enrolment.as("admin").contentType(ContentType.TEXT).body("name").post(ORGANISATIONS),
                "unsupported-media-type",
                415);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"{\"name\":|", "{\"name\": x}|", "{'name':'x'}|"})
    void aBodyThatIsNoJson(String body) {
        problem(Enrolment.as("admin").body(body).post(ORGANISATIONS), "malformed-json", 400);
    }

    @Test
    void anUnknownPropertyIsNamedByItsPlace() {
        problem(
                        Enrolment.as("admin")
                                .body("{\"name\":\"x\",\"colour\":\"red\"}")
                                .post(ORGANISATIONS),
                        "unknown-property",
                        400)
                .body("findings.pointer", hasItem("/colour"));
        problem(
                        Enrolment.asGuest("admin")
                                .body("{\"code\":\"x\",\"organisation\":{\"name\":\"y\",\"a/b\":1}}")
                                .post("/api/v1/bootstrap"),
                        "unknown-property",
                        400)
                .body("findings.pointer", hasItem("/organisation/a~1b"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"[]", "\"text\"", "{\"name\":{}}", "null", "5"})
    void aBodyOfAnotherShape(String body) {
        problem(Enrolment.as("admin").body(body).post(ORGANISATIONS), "invalid-request", 400);
    }

    @Test
    void noBodyAtAll() {
        problem(Enrolment.as("admin").post(ORGANISATIONS), "invalid-request", 400)
                .body("findings.code", hasItem("body-required"));
    }

    @Test
    void allFindingsAtOnce() {
        problem(
                        Enrolment.as("admin")
                                .body(Map.of("issuer", " ", "roles", new String[] {"king"}, "clearance", "TLP:BLUE"))
                                .post(ORGANISATIONS + "/" + Enrolment.organisation("Commission") + "/members"),
                        "invalid-request",
                        400)
                .body("findings.pointer", hasItem("/issuer"))
                .body("findings.pointer", hasItem("/subject"))
                .body("findings.pointer", hasItem("/roles/0"))
                .body("findings.pointer", hasItem("/clearance"));
    }

    @Test
    void aJsonBodyBeyondItsLimit() {
        String huge = "{\"name\":\"" + "x".repeat(2 * 1024 * 1024) + "\"}";
        problem(Enrolment.as("admin").body(huge).post(ORGANISATIONS), "payload-too-large", 413);
    }

    @Test
    void aHeaderBeyondItsLimit() throws IOException {
        String request = "GET /api/v1/me HTTP/1.1\r\nHost: x\r\nX-Long: " + "y".repeat(70_000) + "\r\n\r\n";
        assertThat(raw(request)).startsWith("HTTP/1.1 431").doesNotContain("io.vertx", "java.");
    }

    @Test
    void aRequestThatIsNoHttp() throws IOException {
        assertThat(raw("GARBAGE\r\n\r\n")).matches("(?s)HTTP/1\\.[01] 400.*").doesNotContain("io.vertx", "java.");
    }

    @ParameterizedTest
    @CsvSource({"ar,ar", "zh-CN,zh", "en,en", "fr,fr", "ru,ru", "es,es", "de,en"})
    void theCallersLanguage(String accepted, String answered) {
        problem(given().header("Accept-Language", accepted).get("/api/v1/me"), "unauthenticated", 401)
                .header("Content-Language", answered)
                .body("title", equalTo(new ProblemTexts().title(ProblemType.UNAUTHENTICATED, answered)));
    }

    /** Before a resource is chosen the same holds: headers that tell what to do next, and a log line. */
    @Test
    void failuresBeforeAResourceIsChosenAreToldAndLoggedAlike() {
        try (LogLines log = LogLines.capture()) {
            problem(given().get("/broken/store"), "storage-unavailable", 503)
                    .header("Retry-After", matchesPattern("\\d+"))
                    .header("Vary", equalTo("Accept-Language"));
            problem(given().get("/broken/server"), "internal", 500);
            assertThat(log.text())
                    .contains("storage-unavailable: " + StorageUnavailableException.class.getName())
                    .contains("internal: java.lang.IllegalStateException [org.aletheia.platform.http.BrokenRoutes")
                    .doesNotContain("secret value");
        }
        problem(given().get("/broken/caller"), "unauthenticated", 401).header("WWW-Authenticate", startsWith("Bearer"));
        problem(given().get("/broken/method"), "method-not-allowed", 405).header("Allow", notNullValue());
    }

    @Test
    void aRequestIdOfTheCallersIsNotTakenOver() {
        given().header(new Header(RequestId.HEADER, "forged\u0001"))
                .get("/api/v1/me")
                .then()
                .header(RequestId.HEADER, matchesPattern("[0-9a-f-]{36}"));
    }

    private ValidatableResponse problem(Response response, String code, int status) {
        assertThat(response.asString()).doesNotContain("Exception", "org.aletheia", "io.quarkus", "java.");
        return response.then()
                .statusCode(status)
                .contentType("application/problem+json")
                .body("type", equalTo("/problems/" + code))
                .body("code", equalTo(code))
                .body("status", equalTo(status))
                .body("instance", equalTo("urn:uuid:" + response.header(RequestId.HEADER)));
    }

    private String raw(String request) throws IOException {
        try (Socket socket = new Socket(server.getHost(), server.getPort())) {
            socket.setSoTimeout(5_000);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
        }
    }
}
