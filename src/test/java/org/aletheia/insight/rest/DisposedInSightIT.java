package org.aletheia.insight.rest;

import static org.aletheia.testing.Enrolment.as;
import static org.aletheia.testing.Records.create;
import static org.aletheia.testing.Records.get;
import static org.aletheia.testing.Records.post;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.junit.QuarkusTest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.aletheia.platform.http.AnswerTexts;
import org.aletheia.testing.AdminDatabase;
import org.aletheia.testing.Disposing;
import org.aletheia.testing.Items;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What was disposed of stands where it would be shown, as that; nobody else learns of it. */
@QuarkusTest
@Tag("it")
class DisposedInSightIT {
    private static final String TEAM = "documenter";

    /** An act whose victim went. */
    private record Told(Situation situation, String disposal) {
        static Told of() {
            Situation told = Situation.of(TEAM);
            return new Told(told, Disposing.ofFieldTeam("victim/" + told.victim()));
        }

        String act() {
            return situation.act();
        }

        String victim() {
            return situation.victim();
        }
    }

    @Test
    void aGraphKeepsItsPlace() {
        Told told = Told.of();
        String node = "nodes.find { it.kind == 'victim' }";
        get(TEAM, "graph?kind=act&id=" + told.act())
                .statusCode(200)
                .body(node + ".id", equalTo(told.victim()))
                .body(node + ".label", nullValue())
                .body(node + ".disposed.disposal", equalTo(told.disposal()))
                .body(node + ".disposed.digest", startsWith("sha-256:"))
                .body("edges.find { it.relation == 'victim' }.to.id", equalTo(told.victim()));
        get(TEAM, "graph?kind=victim&id=" + told.victim()).statusCode(410);
    }

    @Test
    void whoCouldNotSeeItSeesNothing() {
        Told told = Told.of();
        Situation.share("incident", told.situation().incident());
        get("investigator", "graph?kind=act&id=" + told.act())
                .statusCode(200)
                .body("nodes.id", not(hasItem(told.victim())))
                .body("nodes.disposed", everyItem(nullValue()));
        get("investigator", "dossier?kind=act&id=" + told.act())
                .statusCode(200)
                .body("related.records.id", not(hasItem(told.victim())))
                .body("subject.assertions.member", not(hasItem("victims")));
        for (String path : List.of("timeline", "geojson")) {
            post("investigator", path, records(ref("victim", told.victim())))
                    .statusCode(400)
                    .body("findings.code", contains("reference-unknown"));
        }
        String item = Disposing.item();
        post("investigator", "item-sheet", Map.of("items", List.of(item)))
                .statusCode(400)
                .body("findings.code", contains("reference-unknown"));
    }

    @Test
    void aDossierNamesItAsThat() {
        Told told = Told.of();
        get(TEAM, "dossier?kind=act&id=" + told.act())
                .statusCode(200)
                .body("subject.assertions.find { it.member == 'victims' }.value", equalTo(told.victim()))
                .body("related.records.find { it.id == '" + told.victim() + "' }.label", nullValue())
                .body(
                        "related.records.find { it.id == '" + told.victim() + "' }.disposed.disposal",
                        equalTo(told.disposal()));
        AnswerTexts texts = AnswerTexts.load("dossier");
        for (String language : AnswerTexts.LANGUAGES) {
            String page = as(TEAM).header("Accept-Language", language)
                    .get("/api/v1/dossier?format=html&kind=act&id=" + told.act())
                    .asString();
            String said = texts.text(language, "disposed");
            assertThat(page)
                    .contains(said.substring(0, said.indexOf('{')).strip(), told.disposal())
                    .doesNotContain("{time}", "{disposal}", "{digest}");
        }
    }

    @Test
    void timelineAndMapTellIt() {
        Told told = Told.of();
        Map<String, Object> set = records(
                ref("victim", told.victim()), ref("incident", told.situation().incident()));
        post(TEAM, "timeline", set)
                .statusCode(200)
                .body("entries.id", contains(told.situation().incident()))
                .body("undated", empty())
                .body("disposed.id", contains(told.victim()))
                .body("disposed[0].disposal", equalTo(told.disposal()));
        post(TEAM, "geojson", set)
                .statusCode(200)
                .body("features[0].id", equalTo(told.victim()))
                .body("features[0].geometry", nullValue())
                .body("features[0].properties.disposed.disposal", equalTo(told.disposal()));
        assertThat(AdminDatabase.eventsOf(java.util.UUID.fromString(told.victim())))
                .contains("CE-ACCESS-SEARCH");
    }

    @Test
    void anItemThatContradictedIsCitedAsThat() {
        Situation told = Situation.of(TEAM);
        String gone = Disposing.notRetained();
        create(
                TEAM,
                "acts/" + told.act() + "/sources",
                Map.of("item", gone, "support", "contradicts", "about", "/victims/0", "anchor", Map.of("page", 3)));
        String disposal = Disposing.ofFieldTeam("item/" + gone);
        String node = "nodes.find { it.id == '" + gone + "' }";
        get(TEAM, "graph?kind=act&id=" + told.act())
                .statusCode(200)
                .body(node + ".disposed.disposal", equalTo(disposal))
                .body("edges.find { it.relation == 'contradicts' }.from.id", equalTo(gone));
        String citation = "citations.find { it.item == '" + gone + "' }";
        get(TEAM, "dossier?kind=act&id=" + told.act())
                .statusCode(200)
                .body("citations.item", containsInAnyOrder(told.made().id(), gone))
                .body(citation + ".text", equalTo(gone + "#page=3"))
                .body(citation + ".kind", nullValue())
                .body(citation + ".received", nullValue())
                .body(citation + ".disposed.disposal", equalTo(disposal));
        get(TEAM, "dossier?format=html&kind=act&id=" + told.act()).statusCode(200);
        post(TEAM, "item-sheet", Map.of("items", List.of(told.made().id(), gone)))
                .statusCode(200)
                .body("items.item", contains(told.made().id()))
                .body("items[0].contradicting.item", contains(gone))
                .body("items[0].contradicting[0].disposed.disposal", equalTo(disposal))
                .body("disposed.id", contains(gone))
                .body("disposed[0].disposal", equalTo(disposal));
    }

    @Test
    void aSubmissionsSheetHasTheItemsThatWent() {
        Items.Made made = Items.of(TEAM);
        String digest = get(TEAM, "items/" + made.id()).extract().path("file.digests.'sha-256'");
        Disposing.decided(made, "not-retained", "outside-mandate");
        String disposal = Disposing.ofFieldTeam("item/" + made.id());
        Map<String, Object> selection = Map.of("submission", made.submission());
        post(TEAM, "item-sheet", selection)
                .statusCode(200)
                .body("items", empty())
                .body("disposed.id", contains(made.id()))
                .body("disposed[0].digest", equalTo("sha-256:" + digest));
        for (String format : List.of("csv", "dat", "html")) {
            byte[] file = as(TEAM).body(selection)
                    .post("/api/v1/item-sheet?format=" + format)
                    .then()
                    .statusCode(200)
                    .extract()
                    .asByteArray();
            assertThat(new String(file, StandardCharsets.UTF_8))
                    .as(format)
                    .contains(made.id(), disposal, digest)
                    .doesNotContain("/items/" + made.id() + "/content");
        }
    }

    private static Map<String, Object> records(Object... refs) {
        return Map.of("records", List.of(refs));
    }

    private static Map<String, String> ref(String kind, String id) {
        return Map.of("kind", kind, "id", id);
    }
}
