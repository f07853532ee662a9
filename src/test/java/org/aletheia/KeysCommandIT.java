package org.aletheia;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.junit.QuarkusTest;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.aletheia.testing.Enrolment;
import org.aletheia.testing.Items;
import org.aletheia.testing.Records;
import org.aletheia.transparency.NoteVerifierKey;
import org.aletheia.transparency.SignedNote;
import org.aletheia.transparency.keys.KeyHistory;
import org.aletheia.transparency.keys.KeyStanding;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The keys of a running server, as its operator changes them and as everybody sees them. */
@QuarkusTest
@Tag("it")
class KeysCommandIT {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private record Said(int exit, String out, String err) {}

    @Test
    void theKeyOfPromisesIsExchangedBesideTheServer() {
        KeyHistory before = history();
        List<NoteVerifierKey> old = before.newest().active();
        Said rotated = command("rotate", "promise");
        assertThat(rotated.exit()).as(rotated.err()).isZero();
        awaitSize(before.size() + 1);
        List<NoteVerifierKey> fresh = history().newest().active().stream()
                .filter(key -> !old.contains(key))
                .toList();
        assertThat(fresh).singleElement().satisfies(key -> assertThat(key.name())
                .endsWith("/promise"));
        given().get("/log/vkeys")
                .then()
                .statusCode(200)
                .body(containsString(fresh.getFirst().format()));

        String retired = old.stream()
                .filter(key -> key.name().endsWith("/promise"))
                .map(NoteVerifierKey::label)
                .findFirst()
                .orElseThrow();
        Awaitility.await()
                .atMost(PATIENCE)
                .until(() -> command("retire", retired).exit() == 0);
        awaitSize(before.size() + 2);
        KeyHistory after = history();
        assertThat(after.vouchedBy(old)).isEqualTo(after.size());
        assertThat(after.newest().keys())
                .filteredOn(key -> key.key().label().equals(retired))
                .singleElement()
                .satisfies(key -> assertThat(key.standing()).isEqualTo(KeyStanding.RETIRED));
        assertThat(SignedNote.parse(promise()).open(fresh)).hasSize(1);
        given().get("/log/vkeys").then().body(not(containsString(retired)));
    }

    @Test
    void eachListStaysAtItsOwnAddress() {
        KeyHistory history = history();
        StringBuilder all = new StringBuilder();
        for (int number = 1; number <= history.size(); number++) {
            all.append(given().get("/log/keys/" + number)
                    .then()
                    .statusCode(200)
                    .header("Cache-Control", containsString("immutable"))
                    .extract()
                    .asString());
        }
        assertThat(KeyHistory.parse(all.toString()).size()).isGreaterThanOrEqualTo(history.size());
        given().get("/log/keys/999999").then().statusCode(404);
        given().get("/log/keys/0").then().statusCode(404);
    }

    @Test
    void whatIsAskedWronglyChangesNothing() {
        int size = history().size();
        for (List<String> words : List.of(
                List.of("rotate"),
                List.of("rotate", "everything"),
                List.of("retire"),
                List.of("revoke", "x"),
                List.of("revoke", "x", "--since", "yesterday"),
                List.of("forget", "x"))) {
            Said said = command(words.toArray(String[]::new));
            assertThat(said.exit()).as(words.toString()).isEqualTo(KeysCommand.FAILED);
            assertThat(said.err()).contains("usage");
        }
        assertThat(command("retire", "nobody+00000000").exit()).isEqualTo(KeysCommand.REFUSED);
        Said shown = command();
        assertThat(shown.exit()).isZero();
        assertThat(shown.out()).contains("List " + size + " of ", "active", "ml-dsa-44");
    }

    /** Of a fresh upload. */
    private static String promise() {
        String deposit = Records.create(
                "documenter",
                "submissions/" + Items.of("documenter").submission() + "/deposits",
                Map.of("title", "Note", "kind", "document"));
        return Enrolment.as("documenter")
                .contentType("application/octet-stream")
                .body("a note".getBytes(StandardCharsets.UTF_8))
                .put("/api/v1/deposits/" + deposit + "/content")
                .then()
                .statusCode(201)
                .extract()
                .path("receipt.document.promise");
    }

    private static void awaitSize(int size) {
        Awaitility.await().atMost(PATIENCE).until(() -> history().size() == size);
    }

    private static KeyHistory history() {
        return KeyHistory.parse(
                given().get("/log/keys").then().statusCode(200).extract().asString());
    }

    private static Said command(String... words) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        int exit = KeysCommand.run(
                List.of(words),
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8));
        return new Said(exit, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }
}
