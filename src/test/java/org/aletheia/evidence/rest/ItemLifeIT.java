package org.aletheia.evidence.rest;

import static org.aletheia.evidence.rest.Evidence.bytes;
import static org.aletheia.evidence.rest.Evidence.decide;
import static org.aletheia.testing.Enrolment.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.matchesRegex;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.aletheia.testing.Records;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@QuarkusTest
@Tag("it")
class ItemLifeIT {
    @Test
    void triageLeadsToARegistrationNumber() {
        String item = shared();
        decide(item, 1, "in-triage", "assigned").statusCode(200).body("state", equalTo("in-triage"));
        decide(item, 2, "registered", "exculpatory")
                .statusCode(200)
                .header("ETag", equalTo("\"r3\""))
                .body("state", equalTo("registered"))
                .body("registrationNumber", matchesRegex("ALT-\\d{4}-\\d{6}"))
                .body("decision.reason", equalTo("exculpatory"))
                .body("decision.note", equalTo("seen twice"));
        as("documenter").get("/api/v1/items/" + item).then().body("state", equalTo("registered"));
        assertThat(Records.listed("documenter", "items?state=registered")).contains(item);
    }

    @Test
    void numbersAreNeverGivenTwice() {
        Set<String> numbers = new HashSet<>();
        for (int i = 0; i < 4; i++) {
            String item = shared();
            decide(item, 1, "in-triage", "assigned");
            numbers.add(decide(item, 2, "registered", "relevant").extract().path("registrationNumber"));
        }
        assertThat(numbers).hasSize(4).doesNotContainNull();
    }

    @Test
    void itemsMayBeReturnedOrNotRetained() {
        for (Map.Entry<String, String> way :
                Map.of("returned", "privileged", "not-retained", "duplicate").entrySet()) {
            String item = shared();
            decide(item, 1, "in-triage", "batch").statusCode(200);
            decide(item, 2, way.getKey(), way.getValue())
                    .statusCode(200)
                    .body("state", equalTo(way.getKey()))
                    .body("registrationNumber", nullValue());
            decide(item, 3, "registered", "relevant")
                    .statusCode(409)
                    .body("code", equalTo("state-refused"))
                    .body("state", equalTo(way.getKey()))
                    .body("possible", hasSize(0));
        }
    }

    @Test
    void stepsAreNotSkipped() {
        String item = shared();
        for (Map.Entry<String, String> step : Map.of(
                        "registered", "relevant", "returned", "incomplete", "not-retained", "unsafe")
                .entrySet()) {
            decide(item, 1, step.getKey(), step.getValue())
                    .statusCode(409)
                    .body("possible", equalTo(List.of("in-triage")));
        }
    }

    @Test
    void decisionsNeedAKnownReasonAndTheLastRevision() {
        String item = shared();
        decide(item, 1, "in-triage", "because").statusCode(400).body("findings.pointer", equalTo(List.of("/reason")));
        decide(item, 1, "received", "assigned").statusCode(400).body("findings.pointer", equalTo(List.of("/state")));
        decide(item, 7, "in-triage", "assigned").statusCode(412).body("current", equalTo("\"r1\""));
        as("investigator")
                .body(Map.of("state", "in-triage", "reason", "assigned"))
                .post("/api/v1/items/" + item + "/decisions")
                .then()
                .statusCode(428);
    }

    @Test
    void whoHandsInDoesNotDecide() {
        String item = shared();
        as("documenter")
                .header("If-Match", "\"r1\"")
                .body(Map.of("state", "in-triage", "reason", "assigned"))
                .post("/api/v1/items/" + item + "/decisions")
                .then()
                .statusCode(404);
    }

    @Test
    void aStatementIsRevisedNotOverwritten() {
        String item = Evidence.item("documenter", bytes("to be described better"), Map.of());
        Map<String, Object> better = Map.of(
                "title", "Courtyard, north side",
                "kind", "video",
                "place",
                        Map.of(
                                "geometry",
                                Map.of("type", "Point", "coordinates", List.of(36.25, 33.5)),
                                "precision",
                                "exact"));
        as("documenter").body(better).put("/api/v1/items/" + item).then().statusCode(428);
        as("documenter")
                .header("If-Match", "\"r9\"")
                .body(better)
                .put("/api/v1/items/" + item)
                .then()
                .statusCode(412);
        as("documenter")
                .header("If-Match", "\"r1\"")
                .body(better)
                .put("/api/v1/items/" + item)
                .then()
                .statusCode(200)
                .header("ETag", equalTo("\"r2\""))
                .body("metadata.title", equalTo("Courtyard, north side"))
                .body("metadata.place.geometry.coordinates[0]", equalTo(36.25f));
        as("documenter")
                .get("/api/v1/items/" + item + "/revisions")
                .then()
                .statusCode(200)
                .body("items.number", equalTo(List.of(1, 2)))
                .body(
                        "items.content.metadata.title",
                        equalTo(List.of("Courtyard, two minutes", "Courtyard, north side")));
        as("documenter")
                .header("If-Match", "\"r2\"")
                .body(Map.of("title", ""))
                .put("/api/v1/items/" + item)
                .then()
                .statusCode(400)
                .body("findings.pointer", equalTo(List.of("/title", "/kind")));
    }

    @Test
    void whatWasPutRightBeforeSharingStaysWithTheOwner() {
        String item = Evidence.item("documenter", bytes("corrected"), Map.of("description", "said by Canary Name"));
        revise(item, 1, "said by the teacher");
        Evidence.shareWithCommission(item);
        revise(item, 2, "said by the teacher, twice");

        Response grantees = as("investigator").get("/api/v1/items/" + item + "/revisions");
        assertThat(grantees.jsonPath().<Integer>getList("items.number")).containsExactly(2, 3);
        assertThat(grantees.asString()).doesNotContain("Canary");
        Response first = as("documenter").get("/api/v1/items/" + item + "/revisions?limit=2");
        assertThat(first.jsonPath().<Integer>getList("items.number")).containsExactly(1, 2);
        as("documenter")
                .queryParams("limit", 2, "cursor", first.path("next"))
                .get("/api/v1/items/" + item + "/revisions")
                .then()
                .body("items.number", equalTo(List.of(3)))
                .body("next", nullValue());
    }

    private static void revise(String item, int basedOn, String description) {
        as("documenter")
                .header("If-Match", "\"r" + basedOn + "\"")
                .body(Evidence.metadata(Map.of("description", description)))
                .put("/api/v1/items/" + item)
                .then()
                .statusCode(200);
    }

    @Test
    void listsArePagedWithoutHolesOrRepeats() {
        String submission = Evidence.submission("documenter");
        Set<String> made = new HashSet<>();
        for (int i = 0; i < 5; i++) {
            String deposit = Evidence.deposit("documenter", submission, Map.of());
            made.add(Evidence.fill("documenter", deposit, bytes("page " + i)));
        }
        Set<String> seen = new HashSet<>();
        String cursor = null;
        int pages = 0;
        do {
            String next = cursor == null ? "" : "&cursor=" + cursor;
            Response page = as("documenter").get("/api/v1/items?limit=2&submission=" + submission + next);
            List<String> ids = page.then().statusCode(200).extract().path("items.id");
            ids.forEach(id -> assertThat(seen.add(id)).isTrue());
            cursor = page.path("next");
            pages++;
        } while (cursor != null);
        assertThat(seen).isEqualTo(made);
        assertThat(pages).isEqualTo(3);
    }

    @Test
    void cursorsAreBoundToTheirListAndMember() {
        String submission = Evidence.submission("documenter");
        for (int i = 0; i < 2; i++) {
            Evidence.put("documenter", Evidence.deposit("documenter", submission, Map.of()), bytes("c" + i));
        }
        String cursor = as("documenter")
                .get("/api/v1/items?limit=1&submission=" + submission)
                .then()
                .extract()
                .path("next");
        as("documenter")
                .get("/api/v1/items?limit=1&cursor=" + cursor)
                .then()
                .statusCode(400)
                .body("code", equalTo("cursor-invalid"));
        as("documenter2")
                .get("/api/v1/items?limit=1&submission=" + submission + "&cursor=" + cursor)
                .then()
                .statusCode(400);
    }

    @Test
    void listsHoldOnlyWhatTheCallerMaySee() {
        String own = Evidence.item("documenter", bytes("own"), Map.of());
        assertThat(Records.listed("documenter", "items")).contains(own);
        assertThat(Records.listed("documenter2", "items")).doesNotContain(own);
        assertThat(Records.listed("investigator", "items")).doesNotContain(own);
        as("admin").get("/api/v1/items").then().statusCode(200).body("items", hasSize(0));
    }

    @Test
    void submissionsKeepTheirTerms() {
        Map<String, Object> terms = Map.of(
                "transmittal",
                        Map.of("reference", "FT-7", "sentByRole", "archive", "sentOn", "2026-03", "means", "courier"),
                "conditions",
                        Map.of(
                                "onwardSharingByAgreement",
                                true,
                                "leadPurposesOnly",
                                true,
                                "namedBodies",
                                List.of("Commission"),
                                "noDeathPenalty",
                                true,
                                "embargoUntil",
                                "2027-01-01",
                                "returnBy",
                                "2030-12-31"),
                "privilege", Map.of("kind", "journalist-source", "note", "source protection"),
                "allowedCountries", List.of("NL", "UA"));
        String id = Evidence.submission("documenter", terms);
        ValidatableResponse read =
                as("documenter").get("/api/v1/submissions/" + id).then().statusCode(200);
        terms.forEach((name, value) -> read.body(name, equalTo(value)));
        read.body("classification", equalTo("TLP:AMBER")).header("ETag", equalTo("\"r1\""));
        as("documenter2").get("/api/v1/submissions/" + id).then().statusCode(404);
        assertThat(Records.listed("documenter", "submissions")).contains(id);
    }

    @Test
    void submissionsTellEveryFault() {
        as("documenter")
                .body(Map.of(
                        "title", " ",
                        "legalBasis", "x",
                        "retentionRule", "for-ever",
                        "conditions", Map.of("embargoUntil", "soon", "secret", true),
                        "allowedCountries", List.of("XX")))
                .post("/api/v1/submissions")
                .then()
                .statusCode(400)
                .body(
                        "findings.collect { it.pointer + ' ' + it.code }.toSet()",
                        equalTo(Set.of(
                                "/title blank",
                                "/controller required",
                                "/retentionRule code-unknown",
                                "/conditions/embargoUntil day-malformed",
                                "/conditions/secret unknown-property",
                                "/allowedCountries/0 country-code")));
    }

    /** An item of the field team that the commission may decide about. */
    private static String shared() {
        String item = Evidence.item("documenter", bytes("shared with the commission"), Map.of());
        Evidence.shareWithCommission(item);
        return item;
    }
}
