package org.aletheia.custody.rest;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.aletheia.custody.Actor;
import org.aletheia.custody.EventDraft;
import org.aletheia.custody.Journal;
import org.aletheia.custody.Subject;
import org.aletheia.custody.format.EventTypes;
import org.aletheia.kernel.Ids;
import org.aletheia.testing.Stack;
import org.aletheia.transparency.Checkpoint;
import org.aletheia.transparency.NoteVerifierKey;
import org.aletheia.transparency.SignedNote;
import org.aletheia.transparency.timestamp.TimestampToken;
import org.aletheia.transparency.timestamp.TrustedRoots;
import org.aletheia.transparency.timestamp.VerifiedTimestamp;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Timestamps as a stranger finds them beside the log, given by the stack's own authority. */
@QuarkusTest
@Tag("it")
class TimestampsResourceTest {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @TestHTTPResource(value = "/health", management = true)
    @SuppressWarnings("NullAway.Init")
    URI health;

    @TestHTTPResource(value = "/metrics", management = true)
    @SuppressWarnings("NullAway.Init")
    URI metrics;

    @Inject
    Journal journal;

    private long size;

    @BeforeEach
    void appendAndWait() {
        long before = latest();
        QuarkusTransaction.requiringNew()
                .run(() -> journal.append(
                        EventDraft.of(EventTypes.ITEM_REVISED, Actor.SYSTEM, new Subject("item", Ids.timeOrdered()))
                                .build()));
        Awaitility.await().atMost(PATIENCE).until(() -> latest() > before);
        size = latest();
    }

    @Test
    void aStrangerChecksCheckpointAndTokenWithTheAuthoritysRootAlone() throws IOException {
        byte[] checkpoint = given().get(folder() + "checkpoint").asByteArray();
        SignedNote note = SignedNote.parse(checkpoint);
        assertThat(Checkpoint.parse(note.text()).size()).isEqualTo(size);
        List<NoteVerifierKey> keys = given().get("/log/vkeys")
                .asString()
                .lines()
                .limit(2)
                .map(NoteVerifierKey::parse)
                .toList();
        assertThat(note.open(keys)).hasSize(2);

        TimestampToken token =
                TimestampToken.parse(given().get(folder() + "local.tst").asByteArray());
        VerifiedTimestamp verified = VerifiedTimestamp.of(token, checkpoint, roots());
        assertThat(verified.unknown()).isEmpty();
        assertThat(verified.isForTests()).isTrue();
        assertThat(verified.token().time())
                .isBetween(Instant.now().minusSeconds(600), Instant.now().plusSeconds(5));
        assertThat(token.certificates()).hasSize(2);
        assertThat(token.revocationLists()).hasSize(1);
    }

    @Test
    void whatNeverChangesIsCachedForEver() {
        Response token = given().get(folder() + "local.tst");
        assertThat(token.contentType()).isEqualTo("application/cms");
        assertThat(token.header("Cache-Control")).isEqualTo("public, max-age=31536000, immutable");
        Response checkpoint = given().get(folder() + "checkpoint");
        assertThat(checkpoint.contentType()).isEqualTo("text/plain; charset=utf-8");
        assertThat(checkpoint.header("Cache-Control")).contains("immutable");
        assertThat(given().get("/log/timestamps/latest").header("Cache-Control"))
                .isEqualTo("public, max-age=1");
    }

    @Test
    void whatIsNotTimestampedIsNotThere() {
        for (String path : List.of(
                "999999999/checkpoint",
                "0" + size + "/checkpoint",
                "0/checkpoint",
                "-1/checkpoint",
                "9999999999999999999999/checkpoint",
                size + "/other.tst",
                size + "/local",
                size + "/..%2Fcheckpoint.tst")) {
            given().urlEncodingEnabled(false)
                    .get("/log/timestamps/" + path)
                    .then()
                    .statusCode(404)
                    .body("code", equalTo("not-found"));
        }
    }

    @Test
    void healthAndMetricsShowTheAuthority() {
        given().get(health)
                .then()
                .body("checks.find { it.name == 'timestamps' }.status", equalTo("UP"))
                .body("checks.find { it.name == 'timestamps' }.data.local", containsString("size "));
        assertThat(given().get(metrics).asString())
                .contains("aletheia_timestamps_lag_seconds{authority=\"local\"}")
                .contains("aletheia_timestamps_size{authority=\"local\"}");
    }

    /** The stack's authority refuses what is no question, and lives on. */
    @Test
    void garbageGetsAnAnswer() {
        String url = Stack.running().get("aletheia.timestamps.authorities.local.url");
        given().body("what time is it?").post(url).then().statusCode(400);
        given().get(url).then().statusCode(405);
    }

    private String folder() {
        return "/log/timestamps/" + size + "/";
    }

    private static long latest() {
        Response answer = given().get("/log/timestamps/latest");
        if (answer.statusCode() == 404) {
            return 0;
        }
        String[] words = answer.asString().strip().split(" ");
        assertThat(words).hasSize(2).endsWith("local");
        return Long.parseLong(words[0]);
    }

    private static List<X509Certificate> roots() throws IOException {
        Path file = Path.of(Stack.running().get("aletheia.timestamps.authorities.local.roots"));
        return TrustedRoots.parse(Files.readString(file).getBytes(StandardCharsets.UTF_8));
    }
}
