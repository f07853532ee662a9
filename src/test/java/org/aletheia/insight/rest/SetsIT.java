package org.aletheia.insight.rest;

import static org.aletheia.testing.Records.create;
import static org.aletheia.testing.Records.post;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.aletheia.testing.Items;
import org.aletheia.testing.Records;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Sets of records in time and on the map. */
@QuarkusTest
@Tag("it")
class SetsIT {
    private static final Map<String, Object> POINT = Map.of("type", "Point", "coordinates", List.of(36.2301, 49.9876));

    @Test
    void anIncidentWithItsActsIsATimeline() {
        String incident = Records.incident("documenter");
        String act = Records.act("documenter", incident);
        String dated =
                create("documenter", "incidents/" + incident + "/acts", Map.of("type", "01", "date", "2024-03-04?"));
        post("documenter", "timeline", Map.of("incident", incident))
                .statusCode(200)
                .body("entries.id", containsInAnyOrder(dated, act, incident))
                .body("entries[0].id", equalTo(dated))
                .body("entries[0].uncertain", is(true))
                .body("entries[0].earliest", equalTo("2024-03-04T00:00:00Z"))
                .body("entries.find { it.id == '" + act + "' }.dateOf", equalTo(incident))
                .body("entries.find { it.id == '" + act + "' }.date", equalTo("2024-03-05"))
                .body("undated", hasSize(0))
                .body("truncated", is(false));
    }

    @Test
    void recordsOfSeveralKindsAreOneSet() {
        Situation told = Situation.of("documenter");
        post(
                        "documenter",
                        "timeline",
                        Map.of("records", List.of(ref("incident", told.incident()), ref("victim", told.victim()))))
                .statusCode(200)
                .body("entries.id", contains(told.incident()))
                .body("undated.id", contains(told.victim()));
    }

    @Test
    void theMapHasPrecisionAndIsCoarseWhereSomebodyMayBeIdentified() {
        String incident = create(
                "documenter",
                "incidents",
                Map.of(
                        "title",
                        "Strike",
                        "language",
                        "en",
                        "dates",
                        List.of("2024-03-05"),
                        "place",
                        Map.of("geometry", POINT, "precision", "vicinity", "country", "UA")));
        Items.Made made = Items.of("documenter");
        Map<String, Object> closed = Map.of(
                "title",
                "Canary Name",
                "kind",
                "document",
                "mayIdentifyProtectedPerson",
                true,
                "place",
                Map.of("geometry", POINT, "precision", "exact"));
        Records.put("documenter", "items/" + made.id(), "\"r1\"", closed).statusCode(200);
        post("documenter", "geojson", Map.of("records", List.of(ref("incident", incident), ref("item", made.id()))))
                .statusCode(200)
                .contentType("application/geo+json")
                .body("type", equalTo("FeatureCollection"))
                .body("features.type", everyItem(equalTo("Feature")))
                .body("features[0].geometry.coordinates", contains(36.2301f, 49.9876f))
                .body("features[0].properties.precision", equalTo("vicinity"))
                .body("features[0].properties.country", equalTo("UA"))
                .body("features[1].geometry.coordinates", contains(36.25f, 49.75f))
                .body("features[1].properties.coarse", is(true))
                .body("features[1].properties.label", nullValue())
                .body("features[1].properties.precision", nullValue());
    }

    @Test
    void whatMayNotBeSeenIsRefusedAsWhatIsNotThere() {
        String incident = Records.incident("documenter");
        for (String id : List.of(incident, UUID.randomUUID().toString())) {
            for (String path : List.of("timeline", "geojson")) {
                post("documenter2", path, Map.of("incident", id, "records", List.of(ref("incident", id))))
                        .statusCode(400)
                        .body("findings.pointer", contains("/records/0/id", "/incident"))
                        .body("findings.code", everyItem(equalTo("reference-unknown")));
            }
        }
    }

    @Test
    void actsThatAreNotSharedAreNotInTheSet() {
        String incident = Records.incident("documenter");
        Situation.share("incident", incident);
        Records.act("investigator", incident);
        post("documenter", "timeline", Map.of("incident", incident))
                .statusCode(200)
                .body("entries.id", contains(incident))
                .body("truncated", is(false));
    }

    @Test
    void everythingWrongIsSaidAtOnce() {
        post("documenter", "timeline", Map.of())
                .statusCode(400)
                .body("findings.pointer", contains(""))
                .body("findings.code", contains("set-empty"));
        post(
                        "documenter",
                        "geojson",
                        Map.of("incident", "x", "records", List.of(Map.of("kind", "share", "id", "y"), Map.of())))
                .statusCode(400)
                .body(
                        "findings.pointer",
                        contains("/incident", "/records/0/kind", "/records/0/id", "/records/1/kind", "/records/1/id"))
                .body("findings.code", contains("id", "kind-unknown", "id", "required", "required"));
        Map<String, String> one = ref("incident", UUID.randomUUID().toString());
        post("documenter", "timeline", Map.of("records", Collections.nCopies(501, one)))
                .statusCode(400)
                .body("findings.pointer", contains("/records"))
                .body("findings.code", contains("too-many"));
    }

    private static Map<String, String> ref(String kind, String id) {
        return Map.of("kind", kind, "id", id);
    }
}
