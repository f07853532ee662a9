package org.aletheia.insight.rest;

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
