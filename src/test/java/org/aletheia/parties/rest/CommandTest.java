package org.aletheia.parties.rest;

import static org.aletheia.testing.Records.create;
import static org.aletheia.testing.Records.get;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.aletheia.testing.Enrolment;
import org.aletheia.testing.Items;
import org.aletheia.testing.Records;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Who commanded whom on a day, over HTTP and behind the wall. */
@QuarkusTest
@Tag("it")
class CommandTest {
    @Test
    void commandersAreToldWithBasisCertaintyAndSources() {
        Map<String, Object> unit = Parties.unit("documenter", "Brigade");
        Map<String, Object> first = Parties.commander("documenter", "First");
        Map<String, Object> second = Parties.commander("documenter", "Second");
        String one = commands(first, unit, "2014-01-10/2014-03-05", "de-jure");
        String other = commands(second, unit, "2014-03/2014-12", "de-jure");
        String real = commands(first, unit, "2014-02-01/2015", "de-facto");
        String item = Items.of("documenter").id();
        Records.post(
                        "documenter",
                        "affiliations/" + other + "/sources",
                        Map.of("item", item, "support", "contradicts", "about", "/period"))
                .statusCode(201);

        commanders("documenter", unit, "2014-03-05")
                .body("unit", equalTo(unit.get("id")))
                .body("commanders.affiliation", contains(one, other, real))
                .body("commanders.basis", contains("de-jure", "de-jure", "de-facto"))
                .body("commanders.certainty", contains("certain", "possible", "certain"))
                .body("commanders.upper.id", contains(first.get("id"), second.get("id"), first.get("id")))
                .body("commanders.sourceCount", contains(0, 1, 0))
                .body("commanders[1].sources[0].item", equalTo(item))
                .body("commanders[1].sources[0].support", equalTo("contradicts"))
                .body("commanders[1].sources[0].about", equalTo("/period"))
                .body("findings.code", contains("several-commanders"))
                .body("findings[0].basis", equalTo("de-jure"))
                .body("findings[0].certainty", equalTo("possible"))
                .body("findings[0].affiliations", contains(one, other))
                .body("truncated", equalTo(false));
        commanders("documenter", unit, "2014-06-01")
                .body("commanders.affiliation", contains(other, real))
                .body("commanders.certainty", contains("certain", "certain"))
                .body("findings", hasSize(0));
        commanders("documenter", unit, "2013-12-31").body("commanders", hasSize(0));
    }

    @Test
    void theChainIsFollowedBothWaysOnADayAndDepthIsABound() {
        Map<String, Object> army = Parties.unit("documenter", "Army");
        Map<String, Object> brigade = Parties.unit("documenter", "Brigade");
        Map<String, Object> battalion = Parties.unit("documenter", "Battalion");
        String lower = create("documenter", "affiliations", Parties.link("part-of", battalion, brigade, "2013/2015"));
        String upper = create("documenter", "affiliations", controls(army, brigade, "2014"));
        String general = commands(Parties.commander("documenter", "General"), army, "2014-01-01/2014-12-31", "de-jure");

        chain(battalion, "2014-03-05&direction=up")
                .body("bodies.id", contains(battalion.get("id"), brigade.get("id"), army.get("id")))
                .body("bodies.level", contains(0, 1, 2))
                .body("links.affiliation", contains(lower, upper))
                .body("links.certainty", contains("certain", "possible"))
                .body("links[1].basis", equalTo("de-facto"))
                .body("commanders.affiliation", contains(general))
                .body("findings", hasSize(0))
                .body("truncated", equalTo(false));
        chain(army, "2014-03-05&direction=down")
                .body("direction", equalTo("down"))
                .body("bodies.id", contains(army.get("id"), brigade.get("id"), battalion.get("id")))
                .body("links.affiliation", contains(upper, lower));
        chain(battalion, "2014-03-05&direction=up&depth=1")
                .body("bodies.id", contains(battalion.get("id"), brigade.get("id")))
                .body("truncated", equalTo(true));
        chain(battalion, "2016-03-05").body("bodies.id", contains(battalion.get("id")));
    }

    @Test
    void cyclesAndSeveralSuperiorsAreToldNotHidden() {
        Map<String, Object> one = Parties.unit("documenter", "One");
        Map<String, Object> two = Parties.unit("documenter", "Two");
        Map<String, Object> three = Parties.unit("documenter", "Three");
        String up = create("documenter", "affiliations", Parties.link("part-of", one, two, "2014-01-01/2014-12-31"));
        String round = create("documenter", "affiliations", Parties.link("part-of", two, one, "2014-01-01/2014-12-31"));
        String also = create("documenter", "affiliations", Parties.link("part-of", one, three, "2014-01/2014-12"));
        for (String direction : List.of("up", "down")) {
            chain(one, "2014-06-01&direction=" + direction)
                    .body("findings.code", contains("cycle", "several-superiors"))
                    .body("findings.certainty", contains("certain", "certain"))
                    .body("findings[0].parties", containsInAnyOrder(one.get("id"), two.get("id")))
                    .body("findings[0].affiliations", containsInAnyOrder(up, round))
                    .body("findings[1].body", equalTo(one.get("id")))
                    .body("findings[1].affiliations", contains(up, also));
        }
    }

    @Test
    void linksToWhatTheCallerMayNotReadAreLeftOut() {
        Map<String, Object> unit = Parties.unit("documenter", "Brigade");
        Map<String, Object> above = Parties.unit("documenter", "Army");
        String link = create("documenter", "affiliations", Parties.link("part-of", unit, above, "2014"));
        String id = String.valueOf(unit.get("id"));
        share("unit", id);
        share("affiliation", link);
        chainAs("investigator", unit, "2014-06-01").body("links", hasSize(0)).body("bodies", hasSize(1));
        share("unit", String.valueOf(above.get("id")));
        chainAs("investigator", unit, "2014-06-01").body("links.affiliation", hasItem(link));
    }

    @Test
    void anotherOrganisationSeesWhatItSeesOfNothing() {
        String hidden = String.valueOf(Parties.unit("documenter", "Brigade").get("id"));
        String absent = UUID.randomUUID().toString();
        for (String query : List.of("/commanders?on=2014-03-05", "/chain-of-command?on=2014-03-05")) {
            for (String id : List.of(hidden, absent)) {
                Response answer = Enrolment.as("documenter2").get("/api/v1/units/" + id + query);
                assertThat(answer.statusCode()).isEqualTo(404);
                assertThat(answer.jsonPath().getString("code")).isEqualTo("not-found");
            }
            RestAssured.get("/api/v1/units/" + hidden + query).then().statusCode(401);
        }
    }

    @Test
    void whatIsWrongWithTheQuestionIsSaidAtOnce() {
        String unit = "units/" + Parties.unit("documenter", "Brigade").get("id");
        get("documenter", unit + "/commanders")
                .statusCode(400)
                .body("findings.pointer", contains("?on"))
                .body("findings.code", contains("required"));
        get("documenter", unit + "/commanders?on=2014-03").statusCode(400).body("findings.code", contains("day-form"));
        get("documenter", unit + "/chain-of-command?on=2014-02-30&direction=sideways&depth=21")
                .statusCode(400)
                .body("findings.pointer", contains("?on", "?direction", "?depth"))
                .body("findings.code", contains("edtf-impossible", "direction-unknown", "out-of-range"));
    }

    private static String commands(Map<String, Object> person, Map<String, Object> unit, String during, String basis) {
        Map<String, Object> body = new HashMap<>(Parties.link("commands", person, unit, during));
        body.put("basis", basis);
        return create("documenter", "affiliations", body);
    }

    private static Map<String, Object> controls(Map<String, Object> upper, Map<String, Object> lower, String during) {
        Map<String, Object> body = new HashMap<>(Parties.link("controls", upper, lower, during));
        body.put("basis", "de-facto");
        return body;
    }

    private static void share(String kind, String id) {
        String commission = Enrolment.organisation("Commission").toString();
        Records.post("documenter", "shares", Map.of("kind", kind, "record", id, "grantee", commission))
                .statusCode(201);
    }

    private static ValidatableResponse commanders(String user, Map<String, Object> unit, String on) {
        return get(user, "units/" + unit.get("id") + "/commanders?on=" + on).statusCode(200);
    }

    private static ValidatableResponse chain(Map<String, Object> unit, String query) {
        return chainAs("documenter", unit, query);
    }

    private static ValidatableResponse chainAs(String user, Map<String, Object> unit, String query) {
        return get(user, "units/" + unit.get("id") + "/chain-of-command?on=" + query)
                .statusCode(200);
    }
}
