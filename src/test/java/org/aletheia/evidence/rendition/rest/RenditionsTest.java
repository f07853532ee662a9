package org.aletheia.evidence.rendition.rest;

import static org.aletheia.testing.Enrolment.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.aletheia.evidence.content.KnownContents;
import org.aletheia.evidence.retention.ContentClearing;
import org.aletheia.evidence.retention.KeptContents;
import org.aletheia.kernel.Digest;
import org.aletheia.testing.AdminDatabase;
import org.aletheia.testing.Disposing;
import org.aletheia.testing.Enrolment;
import org.aletheia.testing.Items;
import org.aletheia.testing.Made;
import org.aletheia.testing.Records;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What is made of an item lies beside it, is read where its content is, is judged by a second person, and goes with it. */
@QuarkusTest
@Tag("it")
class RenditionsTest {
    private static final byte[] WORDS = "She said that they came at night.".getBytes(StandardCharsets.UTF_8);
    private static final String TEXT = "They came at night.";

    @Inject
    KnownContents known;

    @Inject
    KeptContents kept;

    @Inject
    ContentClearing clearing;

    @Test
    void theSameBytesAreLaidDownOnceAndReadInRangesByWhoReadsTheContent() {
        Items.Made item = Items.of("documenter", WORDS);
        String id = Made.text(item.id(), WORDS, "transcript", TEXT);
        Made.send(
                        "documenter",
                        item.id(),
                        Made.from(WORDS, "transcript"),
                        "text/plain",
                        TEXT.getBytes(StandardCharsets.UTF_8))
                .then()
                .statusCode(200)
                .body("id", equalTo(id))
                .body("state", equalTo("proposed"));
        String address = "/api/v1/items/" + item.id() + "/renditions/" + id + "/content";
        as("documenter")
                .header("Range", "bytes=0-3")
                .get(address)
                .then()
                .statusCode(206)
                .header("Content-Disposition", containsString("attachment"))
                .header("Content-Security-Policy", containsString("sandbox"))
                .body(equalTo("They"));
        as("documenter").head(address).then().statusCode(200).header("Content-Length", "19");
        as("investigator").get(address).then().statusCode(404);
        Records.create(
                "documenter",
                "shares",
                Map.of("kind", "item", "record", item.id(), "grantee", Enrolment.organisation("Commission")));
        as("investigator").get(address).then().statusCode(200).body(equalTo(TEXT));
        Records.listed("investigator", "items/" + item.id() + "/renditions")
                .forEach(each -> assertThat(each).isEqualTo(id));
        Made.send("investigator", item.id(), Made.from(WORDS, "text"), "text/plain", WORDS)
                .then()
                .statusCode(403);
        as("documenter2").get(address).then().statusCode(404);
        as("auditor").get(address).then().statusCode(404);
        assertThat(AdminDatabase.eventsOf(UUID.fromString(item.id()))).contains("CE-RENDITION-MADE");
    }

    @Test
    void aSecondPersonJudgesItOnceAndEitherTakesItBack() {
        Items.Made item = Items.of("documenter", WORDS);
        String first = Made.text(item.id(), WORDS, "transcript", TEXT);
        String second = Made.text(item.id(), TEXT.getBytes(StandardCharsets.UTF_8), "translation", "La nuit.");
        Map<String, String> approved = Map.of("decision", "approved");
        for (String other : List.of("documenter", "investigator", "counsel", "auditor", "admin")) {
            Made.decide(other, item.id(), first, approved).statusCode(404);
        }
        assertThatThrownBy(() -> AdminDatabase.change(
                        "update rendition set state = 'approved', decided_by = made_by, decided_at = now() where id = ?",
                        UUID.fromString(first)))
                .isInstanceOf(SQLException.class);
        assertThat(Records.listed("counsel2", "proposed-renditions")).contains(first, second);
        Made.content("counsel2", item.id(), first).then().statusCode(200).body(equalTo(TEXT));
        as("counsel2").get("/api/v1/items/" + item.id() + "/content").then().statusCode(404);
        Made.decide("counsel2", item.id(), first, Map.of("decision", "refused"))
                .statusCode(400)
                .body("findings.pointer", contains("/reason"));
        Made.decide("counsel2", item.id(), first, approved)
                .statusCode(200)
                .body("state", equalTo("approved"))
                .body("decision.reason", equalTo(null));
        Made.decide("counsel2", item.id(), first, approved).statusCode(409);
        Made.decide("counsel2", item.id(), second, Map.of("decision", "refused", "reason", "name-remains"))
                .statusCode(200)
                .body("decision.reason", equalTo("name-remains"));
        Map<String, String> withdrawn = Map.of("decision", "withdrawn", "reason", "identifying-passage");
        Made.decide("documenter", item.id(), second, withdrawn).statusCode(409);
        Made.decide("documenter", item.id(), first, withdrawn).statusCode(200).body("state", equalTo("withdrawn"));
        assertThat(Records.listed("counsel2", "proposed-renditions")).doesNotContain(first, second);
        assertThat(AdminDatabase.eventsOf(UUID.fromString(item.id())))
                .containsSubsequence(
                        "CE-RENDITION-MADE",
                        "CE-RENDITION-MADE",
                        "CE-RENDITION-APPROVED",
                        "CE-RENDITION-REFUSED",
                        "CE-RENDITION-WITHDRAWN");
    }

    @Test
    void whoeverLooksAfterBytesKnowsThemAndTheyGoWithTheirItem() {
        Items.Made made = Items.of("documenter", WORDS);
        String rendition = Made.text(made.id(), WORDS, "transcript", TEXT);
        UUID id = UUID.fromString(rendition);
        UUID object = UUID.fromString(AdminDatabase.column("select object_id from rendition where id = ?", id)
                .getFirst());
        assertThat(known.known(List.of(object))).containsExactly(object);
        assertThat(kept.kept(List.of(UUID.fromString(made.id())))).hasSize(2);
        Awaitility.await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> assertThat(
                        AdminDatabase.column("select 1 from fixity where item = ?", id))
                .hasSize(1));
        Disposing.decided(made, "not-retained", "outside-mandate");
        Disposing.ofFieldTeam("item/" + made.id());
        Made.content("documenter", made.id(), rendition).then().statusCode(410);
        assertThat(AdminDatabase.column("select 1 from fixity where item = ?", id))
                .isEmpty();
        assertThat(known.known(List.of(object))).as("until it is cleared away").isNotEmpty();
        Awaitility.await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> {
            clearing.clear();
            assertThat(AdminDatabase.column("select 1 from rendition where id = ? and disposed is not null", id))
                    .hasSize(1);
        });
    }

    @Test
    void everyFaultIsTold() {
        Items.Made item = Items.of("documenter", WORDS);
        Made.send(
                        "documenter",
                        item.id(),
                        Map.of(
                                "kind", "transcript",
                                "tool", "made by Mrs Kovalenko",
                                "inputs", List.of(Digest.sha256(new byte[1]).hex()),
                                "note", "x"),
                        "text/plain",
                        WORDS)
                .then()
                .statusCode(400)
                .body("findings.pointer", containsInAnyOrder("/language", "/tool", "/inputs/0", "/note"))
                .body("findings.code", hasItems("required", "not-a-tool", "input-unknown", "unknown-property"))
                .body(not(containsString("Kovalenko")));
        Made.send("documenter", item.id(), Map.of("toolVersion", "1.0"), "text/plain", WORDS)
                .then()
                .statusCode(400)
                .body("findings.pointer", containsInAnyOrder("/kind", "/tool", "/inputs"));
    }
}
