package org.aletheia.insight.rest;

import static org.aletheia.testing.Records.create;
import static org.aletheia.testing.Records.get;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
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
import org.aletheia.testing.Testimony;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What is around a record. */
@QuarkusTest
@Tag("it")
class GraphIT {
    @Inject
    Chains chains;

    @Test
    void anActShowsWhatItIsPartOfToWhomItWasDoneAndWhoIsAccused() {
        Situation told = Situation.of("documenter");
        String pseudonym =
                get("documenter", "victims/" + told.victim()).extract().path("pseudonym");
        get("documenter", graph("act", told.act()))
                .statusCode(200)
                .body("truncated", is(false))
                .body("nodes[0].id", equalTo(told.act()))
                .body("nodes[0].code", startsWith("huridocs-mt-04:01"))
                .body(
                        "nodes.id",
                        containsInAnyOrder(
                                told.act(),
                                told.incident(),
                                told.victim(),
                                told.involvement(),
                                told.made().id()))
                .body("nodes.find { it.kind == 'incident' }.label", equalTo("Strike on a residential block"))
                .body("nodes.find { it.kind == 'victim' }.label", equalTo(pseudonym))
                .body("edges", hasSize(5))
                .body(
                        "edges.findAll { it.relation == 'part-of' }.to.id",
                        containsInAnyOrder(told.incident(), told.act()))
                .body("edges.find { it.relation == 'victim' }.pointer", equalTo("/victims/0"))
                .body("edges.find { it.relation == 'victim' }.sources.source", contains(told.source()))
                .body(
                        "edges.find { it.relation == 'victim' }.sources.item",
                        contains(told.made().id()))
                .body(
                        "edges.find { it.relation == 'supports' }.from.id",
                        equalTo(told.made().id()))
                .body("edges.find { it.to.kind == 'incident' }.sources", hasSize(0));
    }

    @Test
    void anAllegationIsCalledOne() {
        Situation told = Situation.of("documenter");
        String edge = "edges.find { it.relation == 'alleged-perpetrator' }";
        get("documenter", graph("unit", told.unit()))
                .statusCode(200)
                .body("nodes.id", containsInAnyOrder(told.unit(), told.involvement()))
                .body("nodes[0].label", equalTo(Situation.UNIT_NAME))
                .body(edge + ".alleged", is(true))
                .body(edge + ".sources.item", contains(told.made().id()))
                .body(edge + ".from.id", equalTo(told.involvement()))
                .body(edge + ".to.id", equalTo(told.unit()));
        get("documenter", graph("unit", told.unit()) + "&depth=2")
                .body(
                        "nodes.id",
                        containsInAnyOrder(
                                told.unit(),
                                told.involvement(),
                                told.act(),
                                told.made().id()))
                .body("edges.findAll { it.relation != 'alleged-perpetrator' }.alleged", everyItem(nullValue()));
    }

    @Test
    void aRevisionTakesReferencesAway() {
        Situation told = Situation.of("documenter");
        get("documenter", graph("victim", told.victim())).body("nodes.id", hasItem(told.act()));
        Records.put("documenter", "acts/" + told.act(), "\"r1\"", Map.of("type", "01"))
                .statusCode(200);
        get("documenter", graph("victim", told.victim())).body("nodes.id", contains(told.victim()));
        get("documenter", graph("act", told.act())).body("nodes.id", not(hasItem(told.victim())));
    }

    @Test
    void anotherOrganisationSeesWhatItSeesOfNothing() {
        Situation told = Situation.of("documenter");
        for (String user : List.of("documenter2", "investigator")) {
            Response hidden = Enrolment.as(user).get("/api/v1/" + graph("act", told.act()));
            Response nothing = Enrolment.as(user)
                    .get("/api/v1/" + graph("act", UUID.randomUUID().toString()));
            assertThat(hidden.statusCode()).isEqualTo(404).isEqualTo(nothing.statusCode());
            assertThat(hidden.<String>path("code")).isEqualTo(nothing.path("code"));
        }
        Enrolment.as("admin").get("/api/v1/" + graph("act", told.act())).then().statusCode(404);
        Enrolment.asGuest("outsider")
                .get("/api/v1/" + graph("act", told.act()))
                .then()
                .statusCode(403);
        RestAssured.get("/api/v1/" + graph("act", told.act())).then().statusCode(401);
    }

    /** The field team's victim, unit and item are not shared, and nothing tells that there are any. */
    @Test
    void whatIsNotSharedIsNeitherNodeNorEdgeNorCounted() {
        Situation told = Situation.of("documenter");
        Situation.share("incident", told.incident());
        get("investigator", graph("incident", told.incident()) + "&depth=2")
                .statusCode(200)
                .body("nodes.id", containsInAnyOrder(told.incident(), told.act(), told.involvement()))
                .body("edges", hasSize(2))
                .body("edges.relation", everyItem(equalTo("part-of")))
                .body("edges.sources", everyItem(hasSize(0)))
                .body("truncated", is(false));
        // With room for these three alone: what is hidden does not fill it, and is not told to be left out.
        get("investigator", graph("act", told.act()) + "&limit=3")
                .body("nodes", hasSize(3))
                .body("truncated", is(false));

        Situation.share("submission", told.made().submission());
        get("investigator", graph("act", told.act()))
                .body(
                        "edges.find { it.relation == 'supports' && it.to.kind == 'act' }.sources.source",
                        contains(told.source()));
    }

    @Test
    void whatIsClosedToTheMemberIsNotThere() throws SQLException {
        Situation told = Situation.of("documenter");
        for (String table : List.of("victim", "involvement")) {
            String id = table.equals("victim") ? told.victim() : told.involvement();
            Database.owner("update " + table + " set classification = 'TLP:RED' where id = '" + id + "'");
        }
        get("documenter", graph("act", told.act()))
                .body(
                        "nodes.id",
                        containsInAnyOrder(
                                told.act(), told.incident(), told.made().id()))
                .body("edges", hasSize(2))
                .body("truncated", is(false));
    }

    @Test
    void aStatementIsBesideWhomItIsOfWhatItSpeaksOfAndTheItemThatHoldsIt() {
        Situation told = Situation.of("documenter");
        String statement = create(
                "documenter",
                "statements",
                Testimony.body("first-account", told.victim(), "acts", List.of(told.act())));
        Map<String, Object> original = Testimony.original("documenter", "uk");
        Enrolment.as("documenter")
                .header("If-Match", "\"r1\"")
                .body(original)
                .post("/api/v1/statements/" + statement + "/versions")
                .then()
                .statusCode(200);
        String item = String.valueOf(original.get("item"));
        get("documenter", graph("statement", statement))
                .statusCode(200)
                .body("nodes[0].code", equalTo("statement-kind:first-account"))
                .body("nodes[0].label", nullValue())
                .body("nodes.id", containsInAnyOrder(statement, told.victim(), told.act(), item))
                .body("edges.find { it.relation == 'given-by' }.to.id", equalTo(told.victim()))
                .body("edges.find { it.relation == 'speaks-of' }.to.id", equalTo(told.act()))
                .body("edges.find { it.relation == 'version' }.pointer", equalTo("/versions/0/item"));
        for (String beside : List.of(graph("victim", told.victim()), graph("act", told.act()), graph("item", item))) {
            get("documenter", beside).body("nodes.id", hasItem(statement));
        }
        Situation.share("incident", told.incident());
        get("investigator", graph("act", told.act()) + "&limit=3")
                .body("nodes.kind", not(hasItem("statement")))
                .body("truncated", is(false));
    }

    /** With room for what the investigator may see alone: what is apart does not fill it, and is not told to be left out. */
    @Test
    void aClaimNarrativeLeavesNoTraceForWhoInquires() {
        Situation told = Situation.of("documenter");
        String narrative = create(
                "documenter",
                "statements",
                Testimony.body("claim-narrative", told.victim(), "acts", List.of(told.act())));
        Situation.share("incident", told.incident());
        Situation.share("statement", narrative);
        get("documenter", graph("act", told.act())).body("nodes.id", hasItem(narrative));
        get("claims-officer", graph("act", told.act())).body("nodes.id", hasItem(narrative));
        get("investigator", graph("act", told.act()) + "&limit=3")
                .body("nodes.id", containsInAnyOrder(told.incident(), told.act(), told.involvement()))
                .body("truncated", is(false));
        get("investigator", graph("statement", narrative)).statusCode(404);
    }

    @Test
    void aCaseIsAroundARecordForItsMembersAlone() {
        String incident = Records.incident("case-team");
        String act = Records.act("case-team", incident);
        String unit = create(
                "case-team", "units", Map.of("names", List.of(Map.of("language", "en", "text", Situation.UNIT_NAME))));
        String team = Enrolment.member("case-team").toString();
        Map<String, Object> charge = Map.of(
                "alleged", Map.of("kind", "unit", "id", unit),
                "crime", Map.of("list", "icc-crime", "code", "RS-7(1)(a)"),
                "acts", List.of(act),
                "incidents", List.of(incident));
        Map<String, Object> body = new HashMap<>(Map.of(
                "title", "Shelling of the market",
                "language", "en",
                "members", List.of(team),
                "witnesses", List.of(Map.of("kind", "victim", "id", Records.victim("case-team"))),
                "charges", List.of(charge)));
        String file = create("case-team", "case-files", body);
        get("case-team", graph("case-file", file))
                .statusCode(200)
                .body("nodes[0].label", equalTo("Shelling of the market"))
                .body("nodes.id", containsInAnyOrder(file, incident, act, unit))
                .body("edges.findAll { it.from.kind == 'case-file' }.alleged", contains(true, true, true))
                .body(
                        "edges.findAll { it.from.kind == 'case-file' }.relation",
                        containsInAnyOrder("alleged-perpetrator", "charged-act", "charged-incident"));
        get("case-team", graph("unit", unit)).body("nodes.id", contains(unit, file));
        for (String other : List.of("case-team2", "investigator")) {
            get(other, graph("case-file", file)).statusCode(404);
            get(other, graph("unit", unit) + "&limit=1")
                    .body("nodes.id", contains(unit))
                    .body("truncated", is(false));
        }
        get("disclosure-officer", graph("case-file", file)).body("nodes.id", contains(file));

        charge = new HashMap<>(charge);
        charge.put("id", get("case-team", "case-files/" + file).extract().path("charges[0].id"));
        body.put("charges", List.of(charge));
        body.put("members", List.of(team, Enrolment.member("case-team2").toString()));
        Records.put("case-team", "case-files/" + file, "\"r1\"", body).statusCode(200);
        get("case-team2", graph("unit", unit)).body("nodes.id", contains(unit, file));
        body.put("members", List.of(team));
        Records.put("case-team", "case-files/" + file, "\"r2\"", body).statusCode(200);
        get("case-team2", graph("unit", unit) + "&limit=1")
                .body("nodes.id", contains(unit))
                .body("truncated", is(false));
    }

    @Test
    void incidentsAreJoinedByWhatSomebodySaysOfThem() {
        Situation told = Situation.of("documenter");
        String siege = Records.incident("documenter");
        String after = Records.incident("documenter");
        String part = link(told.incident(), "part-of", siege);
        String before = link(siege, "precedes", after);
        String source = create(
                "documenter",
                "incident-links/" + part + "/sources",
                Map.of("item", told.made().id(), "support", "supports"));
        String edge = "edges.find { it.by?.id == '" + part + "' }";
        get("documenter", graph("incident", told.incident()))
                .statusCode(200)
                .body("nodes.id", containsInAnyOrder(told.incident(), told.act(), siege))
                .body(edge + ".relation", equalTo("part-of"))
                .body(edge + ".from.id", equalTo(told.incident()))
                .body(edge + ".to.id", equalTo(siege))
                .body(edge + ".by.kind", equalTo("incident-link"))
                .body(edge + ".pointer", nullValue())
                .body(edge + ".sources.source", contains(source))
                .body(edge + ".sources.item", contains(told.made().id()));
        get("documenter", graph("incident", told.incident()) + "&depth=2")
                .body("nodes.id", hasItem(after))
                .body("edges.find { it.by?.id == '" + before + "' }.relation", equalTo("precedes"));
        await().atMost(Duration.ofSeconds(60)).until(() -> listed("incident-link", part));

        Situation.share("incident", told.incident());
        get("investigator", graph("incident", told.incident()) + "&limit=2")
                .body("nodes.id", containsInAnyOrder(told.incident(), told.act()))
                .body("edges.relation", contains("part-of"))
                .body("edges.by", contains(nullValue()))
                .body("truncated", is(false));
        Situation.share("incident", siege);
        get("investigator", graph("incident", told.incident()))
                .body(edge + ".to.id", equalTo(siege))
                .body(edge + ".sources", hasSize(0));

        Records.put("documenter", "incident-links/" + part, "\"r1\"", Map.of("withdrawn", true))
                .statusCode(200);
        get("documenter", graph("incident", told.incident())).body("nodes.id", not(hasItem(siege)));
    }

    private static String link(String from, String relation, String to) {
        return create("documenter", "incidents/" + from + "/links", Map.of("relation", relation, "incident", to));
    }

    @Test
    void boundsAreKeptAndTold() {
        String incident = Records.incident("documenter");
        List<String> acts = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            acts.add(Records.act("documenter", incident));
        }
        get("documenter", graph("incident", incident) + "&limit=3")
                .body("nodes", hasSize(3))
                .body("truncated", is(true));
        get("documenter", graph("incident", incident) + "&limit=5")
                .body("nodes", hasSize(5))
                .body("truncated", is(false));
    }

    @Test
    void anItemShowsNoTitleThatMayIdentifySomebody() {
        Items.Made made = Items.of("documenter");
        get("documenter", graph("item", made.id())).body("nodes[0].label", equalTo("Note"));
        Map<String, Object> closed =
                Map.of("title", "Canary Name", "kind", "document", "mayIdentifyProtectedPerson", true);
        Records.put("documenter", "items/" + made.id(), "\"r1\"", closed).statusCode(200);
        get("documenter", graph("item", made.id())).body("nodes[0].label", nullValue());
    }

    @Test
    void everythingWrongIsSaidAtOnce() {
        get("documenter", "graph?kind=planet&id=x&depth=3&limit=501")
                .statusCode(400)
                .body("findings.pointer", contains("?kind", "?id", "?depth", "?limit"))
                .body("findings.code", contains("kind-unknown", "id", "out-of-range", "out-of-range"));
        get("documenter", "graph")
                .statusCode(400)
                .body("findings.pointer", contains("?kind", "?id"))
                .body("findings.code", contains("required", "required"));
        get("documenter", "graph?kind=deposit&id=" + UUID.randomUUID()).body("findings.code", contains("kind-unknown"));
    }

    @Test
    void whatIsShownIsInTheJournal() {
        Situation told = Situation.of("documenter");
        get("documenter", graph("act", told.act())).statusCode(200);
        await().atMost(Duration.ofSeconds(60)).until(() -> listed("victim", told.victim()));
        assertThat(listed("source", told.source())).isTrue();
        assertThat(listed("item", told.made().id())).isTrue();
        assertThat(listed("unit", told.unit())).as("two steps away").isFalse();
    }

    private boolean listed(String kind, String id) {
        return chains.accessRecord(new Subject(kind, UUID.fromString(id)), 0, 100).stream()
                .anyMatch(entry -> entry.event()
                        .value(EventField.TYPE)
                        .filter("CE-ACCESS-SEARCH"::equals)
                        .isPresent());
    }

    private static String graph(String kind, String id) {
        return "graph?kind=" + kind + "&id=" + id;
    }
}
