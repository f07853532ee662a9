package org.aletheia.incidents.rest;

import static org.aletheia.testing.Records.get;
import static org.aletheia.testing.Records.post;
import static org.aletheia.testing.Records.put;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.aletheia.testing.Enrolment;
import org.aletheia.testing.Records;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** One kind in depth; the machinery is the same for all. */
@QuarkusTest
@Tag("it")
class IncidentsTest {
    private static final Map<String, Object> AREA = Map.of(
            "type",
            "Polygon",
            "coordinates",
            List.of(List.of(List.of(36.2, 49.9), List.of(36.3, 49.9), List.of(36.3, 50.0), List.of(36.2, 49.9))));

    @Test
    void whatIsWrittenIsReadWithItsTag() {
        Map<String, Object> body = Map.of(
                "title", "Attack on a hospital",
                "language", "en",
                "description", "Second strike within the hour.",
                "dates", List.of("2024-03-05T10:00:00Z", "2024-03~/.."),
                "place",
                        Map.of(
                                "geometry",
                                AREA,
                                "precision",
                                "locality",
                                "country",
                                "UA",
                                "names",
                                List.of(
                                        Map.of("language", "uk", "text", "Харків"),
                                        Map.of("language", "zh", "text", "哈尔科夫"))));
        String id = post("documenter", "incidents", body)
                .statusCode(201)
                .header("ETag", "\"r1\"")
                .header("Location", startsWith("http"))
                .extract()
                .path("id");
        get("documenter", "incidents/" + id)
                .statusCode(200)
                .header("ETag", "\"r1\"")
                .body("kind", equalTo("incident"))
                .body("classification", equalTo("TLP:AMBER"))
                .body(
                        "organisation",
                        equalTo(Enrolment.organisation("Field Team").toString()))
                .body("title", equalTo("Attack on a hospital"))
                .body("dates", contains("2024-03-05T10:00:00Z", "2024-03~/.."))
                .body("place.geometry.coordinates[0]", hasSize(4))
                .body("place.names.text", contains("Харків", "哈尔科夫"));
    }

    @Test
    void everythingWrongIsSaidAtOnce() {
        Map<String, Object> body = Map.of(
                "language", "no language",
                "dates", List.of("2024-02-30"),
                "place", Map.of("geometry", Map.of("type", "Point", "coordinates", List.of(1, 200))));
        post("documenter", "incidents", body)
                .statusCode(400)
                .contentType("application/problem+json")
                .body("code", equalTo("invalid-request"))
                .body(
                        "findings.pointer",
                        hasItems("/title", "/language", "/dates/0", "/place/geometry", "/place/precision"))
                .body("findings.code", hasItems("required", "language-tag", "edtf-impossible", "latitude"));
    }

    @Test
    void anUnknownPropertyIsRefused() {
        post(
                        "documenter",
                        "incidents",
                        Map.of("title", "T", "language", "en", "dates", List.of("2024"), "victimName", "canary"))
                .statusCode(400)
                .body("code", equalTo("unknown-property"))
                .body("findings.pointer", hasItem("/victimName"));
    }

    @Test
    void aRevisionNamesTheOneItIsBasedOn() {
        String id = Records.incident("documenter");
        Map<String, Object> next =
                Map.of("title", "Strike on two blocks", "language", "en", "dates", List.of("2024-03-05"));
        put("documenter", "incidents/" + id, null, next).statusCode(428).body("code", equalTo("precondition-required"));
        put("documenter", "incidents/" + id, "\"r7\"", next)
                .statusCode(412)
                .body("code", equalTo("precondition-failed"));
        put("documenter", "incidents/" + id, "\"r1\"", next).statusCode(200).header("ETag", "\"r2\"");
        put("documenter", "incidents/" + id, "\"r1\"", next).statusCode(412);
        get("documenter", "incidents/" + id + "/revisions")
                .statusCode(200)
                .body("items.number", contains(1, 2))
                .body("items.content.title", contains("Strike on a residential block", "Strike on two blocks"))
                .body("items.digest[0]", startsWith("sha-256:"))
                .body("items.member[1]", equalTo(Enrolment.member("documenter").toString()));
    }

    @Test
    void aTitleThatWasCorrectedBeforeSharingStaysWithTheOwner() {
        Map<String, Object> named = new HashMap<>(Records.incident());
        named.put("title", "Killing of Canary Name");
        String id = Records.create("documenter", "incidents", named);
        put("documenter", "incidents/" + id, "\"r1\"", Records.incident()).statusCode(200);
        String organisation = Enrolment.organisation("Commission").toString();
        post("documenter", "shares", Map.of("kind", "incident", "record", id, "grantee", organisation))
                .statusCode(201);

        get("investigator", "incidents/" + id + "/revisions").statusCode(200).body("items.number", contains(2));
        get("documenter", "incidents/" + id + "/revisions?limit=1")
                .body("items.number", contains(1))
                .body("next", notNullValue());
    }

    @Test
    void anotherOrganisationSeesWhatItSeesOfNothing() {
        String id = Records.incident("documenter");
        String absent = UUID.randomUUID().toString();
        for (String path :
                List.of("incidents/%s", "incidents/%s/revisions", "incidents/%s/acts", "incidents/%s/sources")) {
            Response hidden = Enrolment.as("documenter2").get("/api/v1/" + path.formatted(id));
            Response nothing = Enrolment.as("documenter2").get("/api/v1/" + path.formatted(absent));
            assertThat(hidden.statusCode()).as(path).isEqualTo(404).isEqualTo(nothing.statusCode());
            assertThat(comparable(hidden)).as(path).isEqualTo(comparable(nothing));
        }
        put("documenter2", "incidents/" + id, "\"r1\"", Records.incident()).statusCode(404);
        post("documenter2", "incidents/" + id + "/acts", Map.of("type", "01")).statusCode(404);
    }

    @Test
    void pagesNeitherSkipNorRepeatWhileOthersWrite() {
        List<String> made = new ArrayList<>();
        for (int i = 0; i < 7; i++) {
            made.add(Records.incident("investigator"));
        }
        List<String> seen = new ArrayList<>();
        String cursor = null;
        do {
            Response page = cursor == null
                    ? Enrolment.as("investigator").get("/api/v1/incidents?limit=3")
                    : Enrolment.as("investigator").queryParam("cursor", cursor).get("/api/v1/incidents?limit=3");
            List<String> ids = page.then().statusCode(200).extract().path("items.id");
            seen.addAll(ids);
            Records.incident("case-team");
            cursor = page.path("next");
        } while (cursor != null && seen.size() < 100);
        assertThat(new HashSet<>(seen)).hasSameSizeAs(seen).containsAll(made);
        Enrolment.as("documenter")
                .queryParam("cursor", "AAAA")
                .get("/api/v1/incidents")
                .then()
                .statusCode(400)
                .body("code", equalTo("cursor-invalid"));
    }

    @Test
    void aRepeatedRequestMakesOneRecord() {
        String key = UUID.randomUUID().toString();
        String first =
                keyed(key, Records.incident()).then().statusCode(201).extract().path("id");
        String second =
                keyed(key, Records.incident()).then().statusCode(201).extract().path("id");
        assertThat(second).isEqualTo(first);
        keyed(key, Map.of("title", "Another", "language", "en", "dates", List.of("2024")))
                .then()
                .statusCode(422)
                .body("code", equalTo("idempotency-mismatch"));
    }

    @Test
    void whoWritesRecordsIsAMatterOfRole() {
        post("auditor", "incidents", Records.incident()).statusCode(403);
        post("admin", "incidents", Records.incident()).statusCode(403);
        get("admin", "incidents").statusCode(200).body("items", hasSize(0));
        Enrolment.asGuest("outsider").get("/api/v1/incidents").then().statusCode(403);
        io.restassured.RestAssured.get("/api/v1/incidents").then().statusCode(401);
    }

    @Test
    void nobodyClassifiesAboveTheirClearance() {
        post(
                        "documenter",
                        "incidents",
                        Map.of("title", "T", "language", "en", "dates", List.of("2024"), "classification", "TLP:RED"))
                .statusCode(400)
                .body("findings.code", contains("classification-above-clearance"));
    }

    private static Response keyed(String key, Map<String, Object> body) {
        return Enrolment.as("documenter")
                .header("Idempotency-Key", key)
                .body(body)
                .post("/api/v1/incidents");
    }

    /** The problem without what names this one answer. */
    private static Map<String, Object> comparable(Response problem) {
        Map<String, Object> members = new java.util.HashMap<>(problem.jsonPath().getMap(""));
        members.remove("instance");
        return members;
    }
}
