package org.aletheia.parties.rest;

import static org.aletheia.testing.Records.create;
import static org.aletheia.testing.Records.get;
import static org.aletheia.testing.Records.post;
import static org.aletheia.testing.Records.put;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Links between parties over time: what they hold and what is refused. */
@QuarkusTest
@Tag("it")
class AffiliationsTest {
    @Test
    void aCommandIsWrittenReadListedAndRevised() {
        Map<String, Object> unit = Parties.unit("documenter", "Brigade");
        Map<String, Object> person = Parties.commander("documenter", "General");
        Map<String, Object> body = new HashMap<>(Parties.link("commands", person, unit, "2014-03/.."));
        body.put("basis", "de-jure");
        body.put("rank", List.of(Map.of("language", "ru", "text", "генерал-майор")));
        body.put("post", List.of(Map.of("language", "en", "text", "brigade commander")));
        body.put("period", Map.of("during", "2014-03/..", "firstSeen", "2014-03-05", "lastSeen", "2014-09"));
        String id = create("documenter", "affiliations", body);
        get("documenter", "affiliations/" + id)
                .statusCode(200)
                .body("kind", equalTo("affiliation"))
                .body("rank[0].text", equalTo("генерал-майор"))
                .body("period.startKnown", equalTo(true))
                .body("period.endKnown", equalTo(false));
        get("documenter", "affiliations?object=" + unit.get("id")).body("items.id", contains(id));
        get("documenter", "affiliations?subject=" + person.get("id")).body("items.id", contains(id));
        get("documenter", "affiliations?subject=" + unit.get("id")).body("items", hasSize(0));
        get("documenter", "affiliations?subject=me")
                .statusCode(400)
                .body("findings.pointer", contains("?subject"))
                .body("findings.code", contains("id"));
        body.put("basis", "de-facto");
        put("documenter", "affiliations/" + id, "\"r1\"", body).statusCode(200).body("basis", equalTo("de-facto"));
        get("documenter", "affiliations/" + id + "/revisions").body("items.number", contains(1, 2));
        get("documenter2", "affiliations/" + id).statusCode(404);
    }

    @Test
    void aSiteIsAPlaceAndNothingElse() {
        Map<String, Object> unit = Parties.unit("documenter", "Brigade");
        Map<String, Object> place = Map.of("country", "UA");
        create("documenter", "affiliations", Map.of("relation", "site", "subject", unit, "place", place));
        refused(Map.of("relation", "site", "subject", unit, "object", unit))
                .body("findings.pointer", contains("/object", "/place"))
                .body("findings.code", contains("place-only", "required"));
        Map<String, Object> other = Parties.unit("documenter", "Regiment");
        refused(Map.of("relation", "part-of", "subject", unit, "object", other, "place", place))
                .body("findings.pointer", contains("/place"))
                .body("findings.code", contains("party-only"));
    }

    @Test
    void whoMayStandInWhichRelationIsChecked() {
        Map<String, Object> unit = Parties.unit("documenter", "Brigade");
        Map<String, Object> person = Parties.commander("documenter", "General");
        refused(Map.of("relation", "commands", "subject", unit, "object", person))
                .body("findings.pointer", contains("/subject/kind", "/object/kind", "/basis"))
                .body("findings.code", contains("kind-unknown", "kind-unknown", "required"));
        refused(Map.of("relation", "part-of", "subject", unit, "object", unit))
                .body("findings.pointer", contains("/object"))
                .body("findings.code", contains("affiliation-self"));
        refused(Map.of("subject", unit))
                .body("findings.pointer", contains("/relation", "/object"))
                .body("findings.code", contains("required", "required"));
    }

    @Test
    void aPartyOfOthersIsAsUnknownAsNone() {
        Map<String, Object> mine = Parties.unit("documenter", "Brigade");
        Map<String, Object> theirs = Parties.unit("documenter2", "Regiment");
        Map<String, Object> none =
                Map.of("kind", "unit", "id", UUID.randomUUID().toString());
        for (Map<String, Object> object : List.of(theirs, none)) {
            refused(Map.of("relation", "part-of", "subject", mine, "object", object))
                    .body("findings.pointer", contains("/object/id"))
                    .body("findings.code", contains("reference-unknown"));
        }
    }

    @Test
    void timesThatContradictThemselvesAreRefused() {
        Map<String, Object> unit = Parties.unit("documenter", "Brigade");
        Map<String, Object> other = Parties.unit("documenter", "Regiment");
        Map<String, Object> body = new HashMap<>(Parties.link("part-of", unit, other, "2014"));
        body.put(
                "period",
                Map.of(
                        "during", "2014-03/2014-06",
                        "firstSeen", "2014-09",
                        "lastSeen", "2013"));
        refused(body)
                .body("findings.pointer", contains("/period/firstSeen", "/period/lastSeen", "/period/lastSeen"))
                .body("findings.code", contains("seen-outside", "seen-outside", "seen-reversed"));
        body.put("period", Map.of("during", "2014-03/..", "endKnown", true, "firstSeen", "2014/2015"));
        refused(body)
                .body("findings.pointer", contains("/period/firstSeen", "/period/endKnown"))
                .body("findings.code", contains("date-single", "end-not-given"));
        body.put("period", Map.of("during", "2014-06/2014-03", "startKnown", true));
        refused(body)
                .body("findings.pointer", contains("/period/during"))
                .body("findings.code", contains("edtf-reversed"));
    }

    @Test
    void wordsOfAProtectedPersonsRankAreRefused() {
        Map<String, Object> insider = Map.of("kind", "person", "id", create("documenter", "persons", Map.of()));
        Map<String, Object> body =
                new HashMap<>(Parties.link("member", insider, Parties.unit("documenter", "Brigade"), "2014"));
        create("documenter", "affiliations", body);
        body.put("rank", List.of(Map.of("language", "en", "text", "Captain Canary")));
        body.put("post", List.of(Map.of("language", "en", "text", "driver of the general")));
        refused(body)
                .body("findings.pointer", contains("/rank", "/post"))
                .body("findings.code", contains("protected-name", "protected-name"));
    }

    private static ValidatableResponse refused(Map<String, ?> body) {
        return post("documenter", "affiliations", body).statusCode(400);
    }
}
