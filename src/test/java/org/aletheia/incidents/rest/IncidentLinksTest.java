package org.aletheia.incidents.rest;

import static org.aletheia.testing.Records.create;
import static org.aletheia.testing.Records.get;
import static org.aletheia.testing.Records.post;
import static org.aletheia.testing.Records.put;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.aletheia.testing.Enrolment;
import org.aletheia.testing.Records;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Chains of incidents: said once, read from both ends. */
@QuarkusTest
@Tag("it")
class IncidentLinksTest {
    @Test
    void aLinkIsReadFromBothEnds() {
        String siege = Records.incident("documenter");
        String strike = Records.incident("documenter");
        String link = create("documenter", "incidents/" + strike + "/links", link("part-of", siege));
        get("documenter", "incidents/" + strike + "/links")
                .statusCode(200)
                .body("items.id", contains(link))
                .body("items[0].seen.relation", equalTo("part-of"))
                .body("items[0].seen.incident", equalTo(siege));
        get("documenter", "incidents/" + siege + "/links")
                .statusCode(200)
                .body("items.id", contains(link))
                .body("items[0].seen.relation", equalTo("encompasses"))
                .body("items[0].seen.incident", equalTo(strike));
        post("documenter", "incidents/" + siege + "/links", link("encompasses", strike))
                .statusCode(409)
                .body("code", equalTo("conflict"));
        get("documenter", "incident-links/" + link)
                .body("relation", equalTo("part-of"))
                .body("from", equalTo(strike))
                .body("to", equalTo(siege));
        get("documenter", "incident-links/" + link + "/revisions").body("items.number", contains(1));
    }

    @Test
    void aLinkToItselfToNothingOrByAnUnknownWordIsRefused() {
        String incident = Records.incident("documenter");
        post("documenter", "incidents/" + incident + "/links", link("precedes", incident))
                .statusCode(400)
                .body("findings.pointer", contains("/incident"))
                .body("findings.code", contains("link-to-itself"));
        post(
                        "documenter",
                        "incidents/" + incident + "/links",
                        link("resembles", UUID.randomUUID().toString()))
                .statusCode(400)
                .body("findings.pointer", contains("/relation", "/incident"))
                .body("findings.code", contains("code-unknown", "reference-unknown"));
        post("documenter", "incidents/" + incident + "/links", Map.of())
                .statusCode(400)
                .body("findings.code", contains("required", "required"));
    }

    @Test
    void aCycleIsMadeAndTold() {
        String first = Records.incident("documenter");
        String second = Records.incident("documenter");
        String third = Records.incident("documenter");
        post("documenter", "incidents/" + first + "/links", link("precedes", second))
                .statusCode(201)
                .body("cycles", hasSize(0));
        create("documenter", "incidents/" + second + "/links", link("precedes", third));
        String closing = post("documenter", "incidents/" + first + "/links", link("follows", third))
                .statusCode(201)
                .body("cycles", hasSize(1))
                .body("cycles[0].relation", equalTo("precedes"))
                .body("cycles[0].incidents", contains(first, second, third, first))
                .extract()
                .path("id");
        get("documenter", "incidents/" + second + "/links/cycles")
                .statusCode(200)
                .body("[0].incidents", contains(second, third, first, second));

        put("documenter", "incident-links/" + closing, "\"r1\"", Map.of("withdrawn", true))
                .statusCode(200)
                .body("withdrawn", equalTo(true));
        get("documenter", "incidents/" + second + "/links/cycles").body("", hasSize(0));
        get("documenter", "incidents/" + third + "/links").body("items", hasSize(1));
        get("documenter", "incident-links/" + closing + "/revisions").body("items.number", contains(1, 2));
    }

    @Test
    void aLinkIsSeenOnlyWithBothOfItsEnds() {
        String shared = Records.incident("documenter");
        String kept = Records.incident("documenter");
        String other = Records.incident("documenter");
        create("documenter", "incidents/" + shared + "/links", link("causes", kept));
        String seen = create("documenter", "incidents/" + shared + "/links", link("parallel", other));
        get("documenter2", "incidents/" + shared + "/links").statusCode(404);
        post("documenter2", "incidents/" + shared + "/links", link("causes", kept))
                .statusCode(404);
        post("documenter2", "incidents/" + Records.incident("documenter2") + "/links", link("causes", kept))
                .statusCode(400)
                .body("findings.code", contains("reference-unknown"));

        share(shared);
        share(other);
        get("investigator", "incidents/" + shared + "/links").body("items.id", contains(seen));
        get("investigator", "incidents/" + other + "/links")
                .body("items.id", contains(seen))
                .body("items[0].seen.relation", equalTo("parallel"));
        String theirs = create("investigator", "incidents/" + shared + "/links", link("response-to", other));
        get("documenter", "incidents/" + other + "/links").body("items.id", containsInAnyOrder(seen, theirs));
        get("documenter", "incidents/" + other + "/links").body("items.seen.relation", hasItem("answered-by"));
        put("documenter", "incident-links/" + theirs, "\"r1\"", Map.of("withdrawn", true))
                .statusCode(404);
        get("documenter", "incident-links/" + theirs).statusCode(404);
        get("auditor", "incidents/" + shared + "/links").body("items.id", containsInAnyOrder(seen, theirs));
    }

    private static Map<String, Object> link(String relation, String incident) {
        return Map.of("relation", relation, "incident", incident);
    }

    private static void share(String incident) {
        String grantee = Enrolment.organisation("Commission").toString();
        post("documenter", "shares", Map.of("kind", "incident", "record", incident, "grantee", grantee))
                .statusCode(201);
    }

    @Test
    void boundsOfDatesAreOnTheWire() {
        String incident = create(
                "documenter",
                "incidents",
                Map.of("title", "T", "language", "en", "dates", List.of("2014-03-05", "2014-04/..")));
        get("documenter", "incidents/" + incident)
                .body("dates", contains("2014-03-05", "2014-04/.."))
                .body("dateBounds.edtf", contains("2014-03-05", "2014-04/.."))
                .body("dateBounds[0].earliest", equalTo("2014-03-05T00:00:00Z"))
                .body("dateBounds[0].latest", equalTo("2014-03-05T23:59:59.999Z"))
                .body("dateBounds[1].earliest", equalTo("2014-04-01T00:00:00Z"))
                .body("dateBounds[1].latest", equalTo(null));
    }
}
