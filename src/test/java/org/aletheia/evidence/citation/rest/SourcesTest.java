package org.aletheia.evidence.citation.rest;

import static org.aletheia.testing.Records.create;
import static org.aletheia.testing.Records.get;
import static org.aletheia.testing.Records.post;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.aletheia.custody.Chains;
import org.aletheia.custody.Subject;
import org.aletheia.custody.format.EventField;
import org.aletheia.testing.Database;
import org.aletheia.testing.Enrolment;
import org.aletheia.testing.Items;
import org.aletheia.testing.Records;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What supports a record, and where an item is cited. */
@QuarkusTest
@Tag("it")
class SourcesTest {
    @Inject
    Chains chains;

    @Test
    void aRecordCitesAnItemAndBothTellOfIt() throws InterruptedException {
        String item = Items.of("documenter").id();
        String incident = Records.incident("documenter");
        String source = create(
                "documenter",
                "incidents/" + incident + "/sources",
                Map.of(
                        "item", item,
                        "about", "/dates/0",
                        "anchor", Map.of("page", 2, "toPage", 3),
                        "support", "contradicts",
                        "grade", "2",
                        "note", "exculpatory"));
        get("documenter", "incidents/" + incident + "/sources")
                .statusCode(200)
                .body("items.id", contains(source))
                .body("items[0].anchor.toPage", equalTo(3))
                .body("items[0].support", equalTo("contradicts"))
                .body(
                        "items[0].assessedBy",
                        equalTo(Enrolment.member("documenter").toString()));
        get("documenter", "items/" + item + "/cited-by")
                .statusCode(200)
                .body("items.subject", contains(incident))
                .body("items.subjectKind", contains("incident"));
        assertThat(linked(new Subject("incident", UUID.fromString(incident)))).isTrue();
        assertThat(linked(new Subject("item", UUID.fromString(item)))).isTrue();
    }

    @Test
    void everyKindHasSources() {
        String item = Items.of("documenter").id();
        String incident = Records.incident("documenter");
        String act = Records.act("documenter", incident);
        List<String> records = List.of(
                "incidents/" + incident,
                "acts/" + act,
                "involvements/" + Records.involvement("documenter", act, Map.of("perpetratorType", "99")),
                "persons/" + create("documenter", "persons", Map.of()),
                "groups/" + create("documenter", "groups", named()),
                "units/" + create("documenter", "units", named()),
                "organisations/" + create("documenter", "organisations", named()),
                "states/" + create("documenter", "states", Map.of("country", "SY")),
                "affiliations/" + affiliation(),
                "victims/" + Records.victim("documenter"));
        for (String record : records) {
            post("documenter", record + "/sources", Map.of("item", item, "support", "supports"))
                    .statusCode(201);
            RestAssured.get("/api/v1/" + record + "/sources").then().statusCode(401);
        }
        get("documenter", "items/" + item + "/cited-by").body("items", hasSize(records.size()));
    }

    private static String affiliation() {
        Map<String, Object> one = Map.of("kind", "unit", "id", create("documenter", "units", named()));
        Map<String, Object> other = Map.of("kind", "unit", "id", create("documenter", "units", named()));
        return create("documenter", "affiliations", Map.of("relation", "part-of", "subject", one, "object", other));
    }

    @Test
    void onlyWhatMayBeReadCanBeCited() {
        String theirs = Items.of("documenter2").id();
        String incident = Records.incident("documenter");
        for (String item : List.of(theirs, UUID.randomUUID().toString())) {
            post("documenter", "incidents/" + incident + "/sources", Map.of("item", item, "support", "supports"))
                    .statusCode(400)
                    .body("findings", hasSize(1))
                    .body("findings[0].pointer", equalTo("/item"))
                    .body("findings[0].code", equalTo("reference-unknown"));
        }
        get("documenter", "items/" + theirs + "/cited-by").statusCode(404);
        post("documenter2", "incidents/" + incident + "/sources", Map.of("item", theirs, "support", "supports"))
                .statusCode(404);
    }

    @Test
    void everythingWrongWithASourceIsSaidAtOnce() {
        post(
                        "documenter",
                        "incidents/" + Records.incident("documenter") + "/sources",
                        Map.of("support", "proves", "about", "dates", "anchor", Map.of(), "note", "a name"))
                .statusCode(400)
                .body("findings.pointer", containsInAnyOrder("/item", "/about", "/anchor", "/support", "/note"));
    }

    @Test
    void aSharedIncidentShowsItsActsAndOnlySourcesWhoseItemsAreSharedToo() {
        Items.Made made = Items.of("documenter");
        String incident = Records.incident("documenter");
        String act = Records.act("documenter", incident);
        create("documenter", "incidents/" + incident + "/sources", Map.of("item", made.id(), "support", "supports"));
        get("investigator", "incidents/" + incident).statusCode(404);

        share("incident", incident);
        get("investigator", "incidents/" + incident).statusCode(200);
        get("investigator", "incidents/" + incident + "/acts").body("items.id", contains(act));
        get("investigator", "incidents/" + incident + "/sources")
                .statusCode(200)
                .body("items", hasSize(0));

        share("submission", made.submission());
        get("investigator", "incidents/" + incident + "/sources").body("items.item", contains(made.id()));
        get("investigator", "items/" + made.id() + "/cited-by").body("items.subject", contains(incident));

        String later = Records.act("documenter", incident);
        get("investigator", "incidents/" + incident + "/acts").body("items.id", containsInAnyOrder(act, later));
        String own = Records.act("investigator", incident);
        get("documenter", "acts/" + own).statusCode(404);
    }

    @Test
    void whoOwnsARecordSeesWhatOthersSayOfItAndOtherGranteesDoNot() throws SQLException {
        Items.Made made = Items.of("documenter");
        String incident = Records.incident("documenter");
        String sources = "incidents/" + incident + "/sources";
        share("incident", incident);
        share("submission", made.submission());
        String own = create("documenter", sources, Map.of("item", made.id(), "support", "supports"));
        String contradiction = create("investigator", sources, Map.of("item", made.id(), "support", "contradicts"));
        String third = UUID.randomUUID().toString();
        Database.owner("""
                insert into source (id, owner_org, classification, compartments, revision, created_at, revised_at, content,
                                    subject_kind, subject_id, item_id)
                select '%s', '%s', classification, compartments, revision, created_at, revised_at, content,
                       subject_kind, subject_id, item_id
                from source where id = '%s'""".formatted(third, Enrolment.organisation("Field Team Two"), contradiction));

        get("documenter", sources)
                .body("items.id", containsInAnyOrder(own, contradiction, third))
                .body("items.support", hasItem("contradicts"));
        get("investigator", sources).body("items.id", containsInAnyOrder(own, contradiction));
        get("documenter", "items/" + made.id() + "/cited-by").body("items", hasSize(3));
        get("investigator", "items/" + made.id() + "/cited-by").body("items", hasSize(2));
    }

    @Test
    void hiddenSourcesCannotBeCounted() {
        Items.Made made = Items.of("documenter");
        String hidden = Items.of("documenter").id();
        String incident = Records.incident("documenter");
        String sources = "incidents/" + incident + "/sources";
        List<String> shown = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            create("documenter", sources, Map.of("item", hidden, "support", "supports"));
            shown.add(create("documenter", sources, Map.of("item", made.id(), "support", "supports")));
            create(
                    "documenter",
                    "incidents/" + Records.incident("documenter") + "/sources",
                    Map.of("item", made.id(), "support", "neutral"));
        }
        share("incident", incident);
        share("submission", made.submission());

        for (String list : List.of(sources, "items/" + made.id() + "/cited-by")) {
            JsonPath page = get("investigator", list + "?limit=2").extract().jsonPath();
            assertThat(page.<String>getList("items.id")).as("a full page").isEqualTo(shown.subList(0, 2));
            Enrolment.as("investigator")
                    .queryParams("limit", 2, "cursor", page.getString("next"))
                    .get("/api/v1/" + list)
                    .then()
                    .body("items.id", contains(shown.get(2)))
                    .body("next", nullValue());
        }
    }

    private static void share(String kind, String record) {
        post(
                        "documenter",
                        "shares",
                        Map.of(
                                "kind",
                                kind,
                                "record",
                                record,
                                "grantee",
                                Enrolment.organisation("Commission").toString()))
                .statusCode(201);
    }

    private static Map<String, Object> named() {
        return Map.of("names", List.of(Map.of("language", "en", "text", "Somebody")));
    }

    private boolean linked(Subject subject) throws InterruptedException {
        Instant patience = Instant.now().plus(Duration.ofSeconds(60));
        while (Instant.now().isBefore(patience)) {
            boolean found = chains.custody(subject, 0, 100).stream().anyMatch(entry -> entry.event()
                    .value(EventField.TYPE)
                    .filter("RECORD-LINK-CREATED"::equals)
                    .isPresent());
            if (found) {
                return true;
            }
            Thread.sleep(100);
        }
        return false;
    }
}
