package org.aletheia.platform.http;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.matchesPattern;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.vertx.core.net.SocketAddress;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.aletheia.testing.Enrolment;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** How much one caller may ask, and in which form. */
@QuarkusTest
@Tag("it")
class LimitsIT {
    private static final String ORGANISATIONS = "/api/v1/member-organisations";

    @Inject
    @SuppressWarnings("NullAway.Init")
    CallLimits limits;

    @TestHTTPResource
    @SuppressWarnings("NullAway.Init")
    URI server;

    @Test
    void aMemberWhoAsksTooOften() throws InterruptedException {
        Enrolment.as("auditor").get("/api/v1/me").then().statusCode(200);
        whileExhausted(
                () -> limits.count(Enrolment.member("auditor")),
                () -> refused(() -> Enrolment.as("auditor").get("/api/v1/me")));
        Enrolment.as("documenter").get("/api/v1/me").then().statusCode(200);
    }

    /** Also where nobody is logged in, and where nothing is. */
    @Test
    void anAddressFromWhichTooMuchIsAsked() throws InterruptedException {
        SocketAddress here = SocketAddress.inetSocketAddress(1, "127.0.0.1");
        whileExhausted(() -> limits.count(here), () -> {
            refused(() -> given().get("/log/checkpoint"));
            refused(() -> given().get("/nothing"));
        });
        given().get("/api/v1/me").then().statusCode(401);
    }

    /** Wherever it is sent: one door takes two kinds of forms at its address, the other one. */
    @Test
    void aFormThatIsNone() throws IOException, InterruptedException {
        for (String path : List.of("/form", "/page")) {
            assertThat(posted(path, "nonsense", "code=1")).isEqualTo("415 unsupported-media-type");
            assertThat(posted(path, "application/x-www-form-urlencoded", "%s=%n"))
                    .isEqualTo("400 invalid-request");
        }
    }

    /** Status and code of the answer. */
    private String posted(String path, String type, String body) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(server.resolve(path))
                .header("Content-Type", type)
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpResponse<String> answer = client.send(request, HttpResponse.BodyHandlers.ofString());
            return answer.statusCode() + " " + new JsonPath(answer.body()).getString("code");
        }
    }

    @Test
    void aBodyThatIsNestedTooDeeply() {
        String deep = "[".repeat(2_000) + "]".repeat(2_000);
        Enrolment.as("admin")
                .body("{\"name\":" + deep + "}")
                .post(ORGANISATIONS)
                .then()
                .statusCode(400)
                .body("code", equalTo("invalid-request"))
                .body("findings.code", hasItem("json-depth"))
                .body("findings[0].limit", equalTo(64));
    }

    @Test
    void anArrayThatIsTooLong() {
        String many = String.join(",", Collections.nCopies(20_001, "1"));
        Enrolment.as("admin")
                .body("{\"roles\":[" + many + "]}")
                .post(ORGANISATIONS + "/" + Enrolment.organisation("Commission") + "/members")
                .then()
                .statusCode(400)
                .body("findings.code", hasItem("json-elements"));
    }

    /** The limit is the body's, whatever length it announces. */
    @Test
    void aBodyWithoutEnd() {
        Enrolment.as("admin")
                .contentType("application/json")
                .body(new ByteArrayInputStream(
                        ("{\"name\":\"" + "x".repeat(3_000_000) + "\"}").getBytes(StandardCharsets.US_ASCII)))
                .post(ORGANISATIONS)
                .then()
                .statusCode(413);
    }

    private static void refused(Supplier<Response> asked) {
        Response answer = asked.get();
        for (int again = 0; answer.statusCode() != 429 && again < 20; again++) {
            answer = asked.get();
        }
        answer.then()
                .statusCode(429)
                .contentType("application/problem+json")
                .header("Retry-After", matchesPattern("[1-9][0-9]*"))
                .header("X-Content-Type-Options", equalTo("nosniff"))
                .body("code", equalTo("too-many-requests"));
    }

    /** Takes all that the caller has saved up, and whatever comes, until the action is over. */
    private static void whileExhausted(Runnable count, Runnable action) throws InterruptedException {
        AtomicBoolean over = new AtomicBoolean();
        AtomicBoolean exhausted = new AtomicBoolean();
        Thread asking = Thread.ofPlatform().start(() -> {
            while (!over.get()) {
                try {
                    count.run();
                } catch (ProblemException tooOften) {
                    exhausted.set(true);
                }
            }
        });
        try {
            for (int i = 0; !exhausted.get() && i < 10_000; i++) {
                Thread.sleep(1);
            }
            assertThat(exhausted).isTrue();
            action.run();
        } finally {
            over.set(true);
            asking.join();
        }
    }
}
