package org.aletheia.insight.rest;

import static org.aletheia.testing.Enrolment.as;
import static org.aletheia.testing.Records.create;
import static org.aletheia.testing.Records.post;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.aletheia.platform.http.AnswerTexts;
import org.aletheia.testing.Database;
import org.aletheia.testing.Items;
import org.aletheia.testing.Records;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The sheet of items for a court. */
@QuarkusTest
@Tag("it")
class ItemSheetIT {
    private static final String HOSTILE = "=HYPERLINK(\"http://x\")<script>alert(1)</script>{title}";

    @Test
    void aSheetSaysWhatRecordAndLogKnowOfTheItem() {
        Situation told = Situation.of("documenter");
        String item = told.made().id();
        post(
                        "documenter",
                        "items/" + item + "/custody-events",
                        Map.of(
                                "type", "CE-GAP-DECLARED",
                                "period", "2026-03-05/2026-03-07",
                                "reason", "records-lost",
                                "risk", "moderate"))
                .statusCode(201);
        String other = Items.of("documenter").id();
        create("documenter", "acts/" + told.act() + "/sources", Map.of("item", other, "support", "contradicts"));
        published(item, "CE-GAP-DECLARED");

        Response sheet = as("documenter").body(Map.of("items", List.of(item))).post("/api/v1/item-sheet");
        sheet.then()
                .statusCode(200)
                .body("items.item", contains(item))
                .body("items[0].title", equalTo("Note"))
                .body("items[0].relevance.record", containsInAnyOrder(told.act(), told.involvement()))
                .body("items[0].relevance.support", everyItem(equalTo("supports")))
                .body("items[0].custody.gaps.period", contains("2026-03-05/2026-03-07"))
                .body("items[0].custody.gaps[0].risk", equalTo("moderate"))
                .body("items[0].terms.onwardSharingByAgreement", is(true))
                .body("items[0].terms.privilege", equalTo("none"))
                .body("items[0].classification", equalTo("TLP:AMBER"))
                .body("items[0].contradicting.item", contains(other))
                .body("items[0].contradicting[0].record", equalTo(told.act()))
                .body("items[0].cases", hasSize(0))
                .body("notRecorded", contains("protective-measures"));
        String digest = as("documenter").get("/api/v1/items/" + item).path("file.digests.'sha-256'");
        assertThat(sheet.<Map<String, String>>path("items[0].digests")).containsEntry("sha-256", digest);
        List<String> declaration = sheet.path("items[0].declaration");
        assertThat(declaration)
                .anyMatch(sentence -> sentence.contains(item))
                .anyMatch(sentence -> sentence.contains(digest))
                .anyMatch(sentence -> sentence.contains("2026-03-05/2026-03-07"))
                .noneMatch(sentence -> sentence.contains("Note"))
                .noneMatch(sentence -> sentence.matches(".*\\{[a-z]+}.*"));
    }

    @Test
    void everyFormEscapesWhatPeopleWrote() {
        Items.Made made = Items.of("documenter");
        Records.put("documenter", "items/" + made.id(), "\"r1\"", Map.of("title", HOSTILE, "kind", "document"))
                .statusCode(200);
        String page = form(made.id(), "html");
        assertThat(page)
                .doesNotContain("<script")
                .contains("=HYPERLINK(&quot;http://x&quot;)&lt;script&gt;alert(1)&lt;/script&gt;{title}");
        as("documenter")
                .body(Map.of("items", List.of(made.id())))
                .post("/api/v1/item-sheet?format=html")
                .then()
                .header(
                        "Content-Security-Policy",
                        startsWith("sandbox; default-src 'none'; style-src 'unsafe-inline';"));
        String csv = form(made.id(), "csv");
        assertThat(csv)
                .startsWith("\"number\",\"item\",\"received\"")
                .contains(",\"'=HYPERLINK(\"\"http://x\"\")<script>alert(1)</script>{title}\",")
                .endsWith("\r\n");
        String dat = form(made.id(), "dat");
        assertThat(dat).startsWith("þBEGDOCþ\u0014þENDDOCþ\u0014").contains("þ" + made.id() + "þ\u0014");
        assertThat(dat.lines().toList()).hasSize(2).allSatisfy(line -> assertThat(line.split("\u0014", -1))
                .hasSize(31)
                .allMatch(field -> field.startsWith("þ") && field.endsWith("þ")));
    }

    @Test
    void thePageIsInSixLanguages() {
        String item = Items.of("documenter").id();
        published(item, "CE-RECEIVED");
        AnswerTexts texts = AnswerTexts.load("sheet");
        for (String language : AnswerTexts.LANGUAGES) {
            String page = as("documenter")
                    .header("Accept-Language", language)
                    .body(Map.of("items", List.of(item)))
                    .post("/api/v1/item-sheet?format=html")
                    .asString();
            assertThat(page)
                    .contains("lang=\"" + language + "\"", texts.text(language, "declaration-draft"))
                    .contains(texts.text(language, "column-contradicting"), texts.text(language, "declaration-sign"))
                    .doesNotContain("{item}", "{time}", "{names}", "{origin}");
        }
    }

    @Test
    void anItemThatMayIdentifySomebodyHasNoWords() {
        Items.Made made = Items.of("documenter");
        Map<String, Object> closed =
                Map.of("title", "Canary Name", "kind", "document", "mayIdentifyProtectedPerson", true);
        Records.put("documenter", "items/" + made.id(), "\"r1\"", closed).statusCode(200);
        for (String format : List.of("json", "html", "csv", "dat")) {
            assertThat(form(made.id(), format)).as(format).doesNotContain("Canary");
        }
    }

    @Test
    void anotherOrganisationGetsNoSheetAndNoWordOfWhatContradicts() {
        Situation told = Situation.of("documenter");
        String other = Items.of("documenter").id();
        create("documenter", "acts/" + told.act() + "/sources", Map.of("item", other, "support", "contradicts"));
        for (String id : List.of(told.made().id(), UUID.randomUUID().toString())) {
            post("investigator", "item-sheet", Map.of("items", List.of(id)))
                    .statusCode(400)
                    .body("findings.pointer", contains("/items/0"))
                    .body("findings.code", contains("reference-unknown"));
        }
        for (String id : List.of(told.made().submission(), UUID.randomUUID().toString())) {
            post("investigator", "item-sheet", Map.of("submission", id))
                    .statusCode(400)
                    .body("findings.pointer", contains("/submission"))
                    .body("findings.code", contains("reference-unknown"));
        }
        Situation.share("item", told.made().id());
        Situation.share("incident", told.incident());
        post("investigator", "item-sheet", Map.of("items", List.of(told.made().id())))
                .statusCode(200)
                .body("items[0].relevance.record", containsInAnyOrder(told.act(), told.involvement()))
                .body("items[0].contradicting", hasSize(0))
                .body("items[0].terms.onwardSharingByAgreement", is(true))
                .body("items[0].terms.privilege", nullValue());
        Situation.share("item", other);
        post("investigator", "item-sheet", Map.of("items", List.of(told.made().id())))
                .body("items[0].contradicting.item", contains(other));
    }

    @Test
    void aSubmissionIsASelection() {
        Items.Made made = Items.of("documenter");
        post("documenter", "item-sheet", Map.of("submission", made.submission()))
                .statusCode(200)
                .body("items.item", contains(made.id()));
        post("auditor", "item-sheet", Map.of("submission", made.submission())).statusCode(400);
    }

    @Test
    void aSheetThatWouldLeaveSourcesOutIsNotMade() throws SQLException {
        Situation told = Situation.of("documenter");
        Database.owner(
                "insert into source (id, owner_org, classification, compartments, revision, created_at, revised_at,"
                        + " content, subject_kind, subject_id, item_id) select gen_random_uuid(), owner_org, classification,"
                        + " compartments, revision, created_at, revised_at, content, subject_kind, subject_id, item_id"
                        + " from source, generate_series(1, 10000) where id = '" + told.source() + "'");
        try {
            post("documenter", "item-sheet", Map.of("items", List.of(told.made().id())))
                    .statusCode(400)
                    .body("findings.code", contains("too-many-sources"))
                    .body("findings.pointer", contains(""))
                    .body("findings[0].max", equalTo(10_000));
        } finally {
            Database.owner("delete from source where item_id = '" + told.made().id() + "' and subject_id = '"
                    + told.act() + "' and id <> '" + told.source() + "'");
        }
        post("documenter", "item-sheet", Map.of("items", List.of(told.made().id())))
                .statusCode(200);
    }

    @Test
    void everythingWrongIsSaidAtOnce() {
        post("documenter", "item-sheet?format=pdf", Map.of("items", List.of("x", "x"), "submission", "y"))
                .statusCode(400)
                .body("findings.pointer", contains("?format", "", "/items/0", "/items/1", "/submission"))
                .body("findings.code", contains("not-allowed", "selection-one", "id", "id", "id"));
        post("documenter", "item-sheet", Map.of()).statusCode(400).body("findings.code", contains("selection-one"));
        post("documenter", "item-sheet", Map.of("items", List.of()))
                .body("findings.pointer", contains("/items"))
                .body("findings.code", contains("required"));
        String id = UUID.randomUUID().toString();
        post("documenter", "item-sheet", Map.of("items", Collections.nCopies(301, id)))
                .body("findings.pointer", contains("/items"))
                .body("findings.code", contains("too-many"));
        post("documenter", "item-sheet", Map.of("items", List.of(id, id)))
                .body("findings.pointer", contains("/items/1"))
                .body("findings.code", contains("repeated"));
    }

    private static String form(String item, String format) {
        Response answer =
                as("documenter").body(Map.of("items", List.of(item))).post("/api/v1/item-sheet?format=" + format);
        answer.then().statusCode(200);
        return new String(answer.asByteArray(), java.nio.charset.StandardCharsets.UTF_8);
    }

    /** Waits until the log has published that event of the item. */
    private static void published(String item, String type) {
        await().atMost(Duration.ofSeconds(60)).until(() -> {
            Response history = as("documenter").get("/api/v1/items/" + item + "/history");
            return history.statusCode() == 200 && history.asString().contains(type);
        });
    }
}
