package org.aletheia.platform.http;

import static io.restassured.RestAssured.given;
import static org.aletheia.testing.Enrolment.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.empty;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.io.IOException;
import java.net.Socket;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.aletheia.testing.Enrolment;
import org.aletheia.testing.Items;
import org.aletheia.testing.Records;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What browsers are told to make of answers, whoever asks for what: show, run, frame, keep and pass on nothing. */
@QuarkusTest
@Tag("it")
class AnswerHeadersIT {
    private static final String ELSEWHERE = "https://elsewhere.example";

    @TestHTTPResource
    @SuppressWarnings("NullAway.Init")
    URL server;

    @Test
    void everyAnswerSaysSo() {
        String item = Items.of("documenter").id();
        String incident = Records.incident("documenter");
        List<Response> answers = List.of(
                as("documenter").get("/api/v1/me"),
                as("documenter").get("/api/v1/items/" + item + "/content"),
                as("documenter").get("/api/v1/items/" + item + "/custody-statement"),
                as("documenter").get("/api/v1/dossier?kind=incident&format=html&id=" + incident),
                as("documenter").body(Map.of("items", List.of(item))).post("/api/v1/item-sheet?format=html"),
                as("documenter").get("/api/v1/nothing"),
                as("documenter").body("{").post("/api/v1/incidents"),
                given().get("/api/v1/me"),
                given().get("/log/vkeys"),
                given().get("/"),
                given().options("/api/v1/me"));
        for (Response answer : answers) {
            assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
            assertThat(answer.header("Referrer-Policy")).isEqualTo("no-referrer");
            assertThat(answer.header("Cross-Origin-Resource-Policy")).isEqualTo("same-origin");
            assertThat(answer.header("Strict-Transport-Security")).isEqualTo("max-age=63072000; includeSubDomains");
            assertThat(answer.header("Content-Security-Policy"))
                    .contains("default-src 'none'", "base-uri 'none'", "form-action 'none'", "frame-ancestors 'none'")
                    .doesNotContain("script");
            assertThat(answer.headers().getValues("Content-Security-Policy")).hasSize(1);
            assertThat(answer.header("Set-Cookie")).isNull();
            assertThat(answer.header("Server")).isNull();
            assertThat(answer.header("X-Powered-By")).isNull();
        }
    }

    /** The log is for everybody; whatever else is told is told to one. */
    @Test
    void onlyTheLogMayBeKept() {
        String item = Items.of("documenter").id();
        for (String path :
                List.of("me", "items", "items/" + item, "items/" + item + "/content", "code-lists", "search")) {
            assertThat(as("documenter").get("/api/v1/" + path).header("Cache-Control"))
                    .as(path)
                    .isEqualTo("no-store");
        }
        assertThat(given().get("/log/vkeys").header("Cache-Control")).startsWith("public");
    }

    /** Pages and whatever people handed in leave as files, in a sandbox: nothing of an active type is shown by a browser. */
    @Test
    void whatABrowserCouldRunIsAFile() {
        for (String type : List.of(
                "text/html",
                "image/svg+xml",
                "application/xhtml+xml",
                "text/xml",
                "application/javascript",
                "text/css")) {
            String submission = Items.of("documenter").submission();
            String deposit = Records.create(
                    "documenter",
                    "submissions/" + submission + "/deposits",
                    Map.of("title", "Page", "kind", "document"));
            String item = as("documenter")
                    .contentType(type)
                    .body("<script>alert(1)</script>".getBytes(StandardCharsets.UTF_8))
                    .put("/api/v1/deposits/" + deposit + "/content")
                    .then()
                    .statusCode(201)
                    .extract()
                    .path("id");
            Response content = as("documenter").get("/api/v1/items/" + item + "/content?acknowledge=unreviewed");
            assertThat(content.header("Content-Type")).as(type).isEqualTo("application/octet-stream");
            isAFile(content);
        }
        String made = Items.of("documenter").id();
        isAFile(as("documenter").get("/api/v1/items/" + made + "/custody-statement"));
        isAFile(as("documenter").get("/api/v1/dossier?kind=incident&format=html&id=" + Records.incident("documenter")));
        isAFile(as("documenter").body(Map.of("items", List.of(made))).post("/api/v1/item-sheet?format=html"));
    }

    private static void isAFile(Response answer) {
        assertThat(answer.statusCode()).isIn(200, 409);
        if (answer.statusCode() == 200) {
            assertThat(answer.header("Content-Disposition")).startsWith("attachment; filename=");
            assertThat(answer.header("Content-Security-Policy")).startsWith("sandbox; ");
        }
    }

    /** No image, no video and nothing derived of one is in any answer but that to a request for its bytes. */
    @Test
    void thereIsNoPreview() {
        String submission = Items.of("documenter").submission();
        String deposit = Records.create(
                "documenter", "submissions/" + submission + "/deposits", Map.of("title", "Image", "kind", "document"));
        byte[] pixel = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n', 'c', 'a', 'n', 'a', 'r', 'y'};
        String item = as("documenter")
                .contentType("image/png")
                .body(pixel)
                .put("/api/v1/deposits/" + deposit + "/content")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        Response seen = as("documenter").get("/api/v1/items/" + item);
        assertThat(seen.contentType()).startsWith("application/json");
        assertThat(seen.asString()).doesNotContain("data:", "base64", "thumbnail");
        assertThat(seen.jsonPath().getString("preview.mode")).isEqualTo("none");
        for (String guess : List.of("preview", "thumbnail", "content/preview")) {
            as("documenter").get("/api/v1/items/" + item + "/" + guess).then().statusCode(404);
        }
        as("documenter")
                .get("/api/v1/items/" + item + "/renditions")
                .then()
                .statusCode(200)
                .body("items", empty());
        Response bytes = as("documenter").get("/api/v1/items/" + item + "/content?acknowledge=unreviewed");
        assertThat(bytes.header("Content-Type")).isEqualTo("image/png");
        isAFile(bytes);
    }

    @Test
    void noOtherOriginIsLetIn() {
        for (String path : List.of("/api/v1/me", "/log/vkeys", "/api/v1/incidents")) {
            Response asked =
                    Enrolment.as("documenter").header("Origin", ELSEWHERE).get(path);
            Response preflight = given().header("Origin", ELSEWHERE)
                    .header("Access-Control-Request-Method", "POST")
                    .header("Access-Control-Request-Headers", "authorization")
                    .options(path);
            for (Response answer : List.of(asked, preflight)) {
                assertThat(answer.headers().asList()).noneMatch(header -> header.getName()
                        .toLowerCase(java.util.Locale.ROOT)
                        .startsWith("access-control-"));
            }
        }
    }

    /** Nothing that a browser sends of itself opens anything: a token is in no cookie, no query and no form. */
    @Test
    void aTokenIsAHeaderOnly() {
        String token = org.aletheia.testing.Tokens.of("documenter");
        given().cookie("access_token", token)
                .cookie("q_session", token)
                .get("/api/v1/me")
                .then()
                .statusCode(401);
        given().queryParam("access_token", token).get("/api/v1/me").then().statusCode(401);
        given().formParam("access_token", token)
                .post("/api/v1/incidents")
                .then()
                .statusCode(415);
    }

    @Test
    void traceIsNotThere() throws IOException {
        try (Socket socket = new Socket(server.getHost(), server.getPort())) {
            socket.setSoTimeout(5_000);
            socket.getOutputStream()
                    .write("TRACE /api/v1/me HTTP/1.1\r\nHost: x\r\nX-Canary: seen\r\nConnection: close\r\n\r\n"
                            .getBytes(StandardCharsets.US_ASCII));
            String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
            assertThat(answer).doesNotContain("seen").doesNotStartWith("HTTP/1.1 200");
        }
    }
}
