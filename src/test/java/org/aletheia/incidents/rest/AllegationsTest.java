package org.aletheia.incidents.rest;

import static org.aletheia.testing.Records.create;
import static org.aletheia.testing.Records.get;
import static org.aletheia.testing.Records.post;
import static org.aletheia.testing.Records.put;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.junit.QuarkusTest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.aletheia.testing.Enrolment;
import org.aletheia.testing.Items;
import org.aletheia.testing.Records;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Acts as law may call them, and allegations, which never come without a source. */
@QuarkusTest
@Tag("it")
class AllegationsTest {
    @Test
    void anActIsQualifiedUnderSeveralNormsEachWithItsTime() {
        String incident = Records.incident("documenter");
        Map<String, Object> conflict = Map.of(
                "classification",
                "non-international",
                "authority",
                "un-body",
                "item",
                Items.of("documenter").id());
        String act = create(
                "documenter",
                "incidents/" + incident + "/acts",
                Map.of(
                        "type", "01",
                        "grounds", List.of("religious", "political"),
                        "qualifications",
                                List.of(
                                        Map.of("list", "icc-crime", "code", "RS-7(1)(h)"),
                                        Map.of(
                                                "list", "icc-crime",
                                                "code", "RS-8(2)(c)(i)-1",
                                                "boundFrom", "2002-07-01",
                                                "conflict", conflict))));
        get("documenter", "acts/" + act)
                .body("grounds", contains("religious", "political"))
                .body("qualifications[1].boundFrom", equalTo("2002-07-01"))
                .body("qualifications[1].conflict.authority", equalTo("un-body"))
                .body("gaps.pointer", contains("/qualifications/0/boundFrom"))
                .body("gaps.code", contains("norm-date-missing"));
    }

    @Test
    void aNormOfLaterIsMeasuredByTheActOrElseByItsIncident() {
        String incident = Records.incident("documenter");
        Map<String, Object> late = Map.of("list", "icc-crime", "code", "RS-7(1)(a)", "boundFrom", "2024-03-06");
        Map<String, Object> body = new HashMap<>(Map.of("type", "01", "qualifications", List.of(late)));
        post("documenter", "incidents/" + incident + "/acts", body)
                .statusCode(400)
                .body("findings.pointer", contains("/qualifications/0/boundFrom"))
                .body("findings.code", contains("norm-not-yet-binding"));
        body.put("date", "2024-03-07");
        String act = create("documenter", "incidents/" + incident + "/acts", body);
        body.remove("date");
        put("documenter", "acts/" + act, "\"r1\"", body)
                .statusCode(400)
                .body("findings.code", contains("norm-not-yet-binding"));
    }

    @Test
    void aWarCrimeWithoutItsConflictIsRefusedTogetherWithEverythingElse() {
        post(
                        "documenter",
                        "incidents/" + Records.incident("documenter") + "/acts",
                        Map.of(
                                "type", "01",
                                "grounds", List.of("astrological"),
                                "qualifications", List.of(Map.of("list", "icc-crime", "code", "RS-8(2)(e)(v)"))))
                .statusCode(400)
                .body("findings.pointer", contains("/grounds/0", "/qualifications/0/conflict"))
                .body("findings.code", contains("code-unknown", "conflict-required"));
    }

    @Test
    void noAllegationIsTakenWithoutASourceThatSupportsIt() {
        String involvements = "acts/" + Records.act("documenter", Records.incident("documenter")) + "/involvements";
        String item = Items.of("documenter").id();
        Map<String, Object> unknown = Map.of("perpetratorType", "99");
        post("documenter", involvements, unknown)
                .statusCode(400)
                .body("findings.pointer", contains("/sources"))
                .body("findings.code", contains("source-required"));
        post("documenter", involvements, with(unknown, Map.of("item", item, "support", "contradicts")))
                .statusCode(400)
                .body("findings.code", contains("source-required"));
        post(
                        "documenter",
                        involvements,
                        with(
                                unknown,
                                Map.of(
                                        "item", UUID.randomUUID().toString(),
                                        "support", "supports",
                                        "about", "/degree",
                                        "channelGrade", "B",
                                        "note", "first-hand")))
                .statusCode(400)
                .body("findings.pointer", contains("/sources/0/item", "/sources/0/about", "/sources/0/channelGrade"))
                .body("findings.code", contains("reference-unknown", "pointer-unknown", "grade-of-a-person"));
        get("documenter", involvements).body("items", hasSize(0));
    }

    @Test
    void anAllegationIsNeverShownWithoutItsSources() {
        Items.Made made = Items.of("documenter");
        String incident = Records.incident("documenter");
        String act = Records.act("documenter", incident);
        String involvement = post(
                        "documenter",
                        "acts/" + act + "/involvements",
                        with(
                                Map.of("perpetratorType", "99", "degree", "0106"),
                                Map.of(
                                        "item",
                                        made.id(),
                                        "support",
                                        "supports",
                                        "about",
                                        "/degree",
                                        "anchor",
                                        Map.of("page", 3, "text", Map.of("start", 10, "end", 25)))))
                .statusCode(201)
                .body("alleged", equalTo(true))
                .body("unsourced", equalTo(false))
                .body("sources.item", contains(made.id()))
                .body("sources[0].fragment", equalTo("page=3&char=10,25"))
                .body("sources[0].subjectRevision", equalTo(1))
                .extract()
                .path("id");
        create(
                "documenter",
                "involvements/" + involvement + "/sources",
                Map.of("item", made.id(), "support", "contradicts", "date", "2024-05", "channelGrade", "C"));
        get("documenter", "involvements/" + involvement)
                .body("alleged", equalTo(true))
                .body("sources.support", contains("supports", "contradicts"))
                .body("sources[1].date", equalTo("2024-05"))
                .body("moreSources", equalTo(false));
        get("documenter", "acts/" + act + "/involvements")
                .body("items.alleged", contains(true))
                .body("items[0].sources.support", contains("supports", "contradicts"));
        put("documenter", "involvements/" + involvement, "\"r1\"", Map.of("perpetratorType", "99"))
                .statusCode(200)
                .body("sources", hasSize(2));
        put("documenter", "involvements/" + involvement, "\"r2\"", with(Map.of("perpetratorType", "99"), Map.of()))
                .statusCode(400)
                .body("code", equalTo("unknown-property"));

        String grantee = Enrolment.organisation("Commission").toString();
        post("documenter", "shares", Map.of("kind", "incident", "record", incident, "grantee", grantee))
                .statusCode(201);
        get("investigator", "involvements/" + involvement)
                .body("alleged", equalTo(true))
                .body("sources", hasSize(0))
                .body("unsourced", equalTo(true));
        post("documenter", "shares", Map.of("kind", "submission", "record", made.submission(), "grantee", grantee))
                .statusCode(201);
        get("investigator", "involvements/" + involvement)
                .body("sources.item", everyItem(equalTo(made.id())))
                .body("unsourced", equalTo(false));
    }

    @Test
    void aRepeatedAllegationIsOneAndItsSourcesAreNotDoubled() {
        String act = Records.act("documenter", Records.incident("documenter"));
        Map<String, Object> body = Records.sourced("documenter", Map.of("perpetratorType", "99"));
        String key = UUID.randomUUID().toString();
        for (int i = 0; i < 2; i++) {
            Enrolment.as("documenter")
                    .header("Idempotency-Key", key)
                    .body(body)
                    .post("/api/v1/acts/" + act + "/involvements")
                    .then()
                    .statusCode(201)
                    .body("sources", hasSize(1));
        }
        get("documenter", "acts/" + act + "/involvements").body("items", hasSize(1));
    }

    @Test
    void onlyTheBasesOfAttributionMakeAnActAStates() {
        String act = Records.act("documenter", Records.incident("documenter"));
        String state = create("documenter", "states", Map.of("country", "SY"));
        Map<String, Object> body = Records.sourced(
                "documenter",
                Map.of(
                        "perpetratorType",
                        "01",
                        "attributions",
                        List.of(Map.of("state", state, "basis", "ARS-8"), Map.of("state", state, "basis", "ARS-31"))));
        post("documenter", "acts/" + act + "/involvements", body)
                .statusCode(400)
                .body("findings.pointer", contains("/attributions/1/basis"))
                .body("findings.code", contains("basis-not-of-attribution"));
    }

    @Test
    void eachAttributeSaysWhatSupportsItAndWhatNothingSupports() {
        String item = Items.of("documenter").id();
        String incident = create(
                "documenter",
                "incidents",
                Map.of(
                        "title", "T",
                        "language", "en",
                        "description", "Two strikes.",
                        "dates", List.of("2024-03-05", "2024-03-06")));
        String sources = "incidents/" + incident + "/sources";
        create("documenter", sources, Map.of("item", item, "support", "supports"));
        create("documenter", sources, Map.of("item", item, "support", "supports", "about", "/dates/0"));
        create("documenter", sources, Map.of("item", item, "support", "contradicts", "about", "/dates/0"));
        create("documenter", sources, Map.of("item", item, "support", "contradicts", "about", "/dates/1"));
        post("documenter", sources, Map.of("item", item, "support", "supports", "about", "/dates/2"))
                .statusCode(400)
                .body("findings.pointer", contains("/about"))
                .body("findings.code", contains("pointer-unknown"));
        get("documenter", sources + "/attributes")
                .statusCode(200)
                .body("attributes.pointer", contains("/dates/0", "/dates/1", "/description"))
                .body("attributes.standing", contains("contested", "contradicted", "unsourced"))
                .body("unsourced", contains("/description"))
                .body("whole", hasSize(1))
                .body("former", hasSize(0))
                .body("complete", equalTo(true));

        put(
                        "documenter",
                        "incidents/" + incident,
                        "\"r1\"",
                        Map.of("title", "T", "language", "en", "dates", List.of("2024-03-05", "2024-03-07")))
                .statusCode(200);
        get("documenter", sources + "/attributes")
                .body("revision", equalTo(2))
                .body("attributes.standing", contains("contested", "unsourced"))
                .body("former.about", contains("/dates/1"));
        get("documenter2", sources + "/attributes").statusCode(404);
    }

    private static Map<String, Object> with(Map<String, ?> body, Map<String, ?> source) {
        Map<String, Object> all = new HashMap<>(body);
        all.put("sources", List.of(source));
        return all;
    }
}
