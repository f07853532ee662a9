package org.aletheia.incidents.rest;

import static org.aletheia.testing.Records.create;
import static org.aletheia.testing.Records.get;
import static org.aletheia.testing.Records.involvement;
import static org.aletheia.testing.Records.post;
import static org.aletheia.testing.Records.sourced;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.aletheia.testing.Enrolment;
import org.aletheia.testing.Items;
import org.aletheia.testing.Records;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What is alleged of a child stands by a supervisor alone, and leaves the organisation in no way. */
@QuarkusTest
@Tag("it")
class ChildAllegationIT {
    private static final Map<String, Object> CHILD =
            Map.of("perpetratorType", "01", "ageBand", "under-15", "ageBasis", "stated");

    @Test
    void itStandsOnceASupervisorHasLookedAtIt() {
        String act = Records.act("investigator", Records.incident("investigator"));
        String alleged = involvement("investigator", act, CHILD);
        get("investigator", "involvements/" + alleged)
                .statusCode(200)
                .body("alleged", equalTo(true))
                .body("standing", equalTo("awaits-supervisor"))
                .body("seenAs", equalTo("victim"));
        supervise("investigator", alleged, 1, "confirmed").statusCode(404);
        supervise("case-team", alleged, 1, "confirmed").statusCode(404);
        supervise("counsel2", alleged, 1, "confirmed").statusCode(404);
        supervise("protection-officer", alleged, 7, "confirmed").statusCode(412);
        supervise("protection-officer", alleged, 1, "perhaps")
                .statusCode(400)
                .body("findings.code", equalTo(List.of("outcome-unknown")));
        supervise("protection-officer", alleged, 1, "confirmed")
                .statusCode(200)
                .body("standing", equalTo("confirmed"))
                .body(
                        "supervision.by",
                        equalTo(Enrolment.member("protection-officer").toString()));
        supervise("counsel", alleged, 2, "refused").statusCode(409).body("code", equalTo("state-refused"));
        Records.put("investigator", "involvements/" + alleged, "\"r2\"", CHILD)
                .statusCode(200)
                .body("standing", equalTo("awaits-supervisor"));
        supervise("counsel", alleged, 3, "refused").statusCode(200).body("standing", equalTo("refused"));
    }

    @Test
    void anAdultsNeedsNone() {
        String act = Records.act("investigator", Records.incident("investigator"));
        String alleged = involvement(
                "investigator", act, Map.of("perpetratorType", "01", "ageBand", "18-59", "ageBasis", "document"));
        get("investigator", "involvements/" + alleged)
                .body("standing", nullValue())
                .body("child", nullValue());
        supervise("protection-officer", alleged, 1, "confirmed").statusCode(409);
    }

    @Test
    void noGraphTimelineMapOrSheetHasIt() {
        Items.Made made = Items.readableBy("investigator");
        String act = Records.act("investigator", Records.incident("investigator"));
        Map<String, Object> sources = Map.of("sources", List.of(Map.of("item", made.id(), "support", "supports")));
        String child = create("investigator", "acts/" + act + "/involvements", with(CHILD, sources));
        String adult =
                create("investigator", "acts/" + act + "/involvements", with(Map.of("perpetratorType", "01"), sources));
        supervise("protection-officer", child, 1, "confirmed").statusCode(200);
        get("investigator", "graph?kind=act&id=" + act)
                .statusCode(200)
                .body("nodes.id", hasItem(adult))
                .body("nodes.id", not(hasItem(child)));
        get("investigator", "graph?kind=item&id=" + made.id() + "&depth=2").body("nodes.id", not(hasItem(child)));
        get("investigator", "graph?kind=involvement&id=" + child)
                .statusCode(400)
                .body("findings.code", contains("not-exported"));
        Map<String, Object> set = Map.of("records", List.of(Map.of("kind", "involvement", "id", child)));
        for (String path : List.of("timeline", "geojson")) {
            post("investigator", path, set).statusCode(400).body("findings.code", contains("not-exported"));
        }
        String sheet = post("investigator", "item-sheet", Map.of("items", List.of(made.id())))
                .extract()
                .asString();
        assertThat(sheet).contains(adult).doesNotContain(child);
    }

    @Test
    void noShareOpensIt() {
        String incident = Records.incident("documenter");
        String act = Records.act("documenter", incident);
        String before = involvement("documenter", act, CHILD);
        String turned = involvement("documenter", act, Map.of("perpetratorType", "01"));
        String grantee = Enrolment.organisation("Commission").toString();
        create("documenter", "shares", Map.of("kind", "incident", "record", incident, "grantee", grantee));
        String after = involvement("documenter", act, CHILD);
        get("investigator", "acts/" + act).statusCode(200);
        get("investigator", "involvements/" + turned).statusCode(200);
        Records.put("documenter", "involvements/" + turned, "\"r1\"", CHILD).statusCode(200);
        for (String hidden : List.of(before, after, turned)) {
            get("investigator", "involvements/" + hidden).statusCode(404);
            get("investigator", "involvements/" + hidden + "/revisions").statusCode(404);
            get("investigator", "graph?kind=involvement&id=" + hidden).statusCode(404);
        }
        assertThat(Records.listed("investigator", "acts/" + act + "/involvements"))
                .isEmpty();
        assertThat(Records.listed("documenter", "acts/" + act + "/involvements"))
                .hasSize(3);
    }

    @Test
    void anAgeIsOfAPersonAndHasABasis() {
        String act = Records.act("investigator", Records.incident("investigator"));
        String unit =
                create("investigator", "groups", Map.of("names", List.of(Map.of("language", "en", "text", "A group"))));
        post(
                        "investigator",
                        "acts/" + act + "/involvements",
                        sourced(
                                "investigator",
                                Map.of("party", Map.of("kind", "group", "id", unit), "ageBand", "under-15")))
                .statusCode(400)
                .body("findings.pointer", contains("/ageBand", "/ageBasis"))
                .body("findings.code", contains("age-not-of-person", "required"));
        post(
                        "investigator",
                        "acts/" + act + "/involvements",
                        sourced("investigator", Map.of("perpetratorType", "01", "ageBasis", "guess")))
                .statusCode(400)
                .body("findings.pointer", hasItem("/ageBand"));
    }

    private static Map<String, Object> with(Map<String, Object> one, Map<String, Object> other) {
        Map<String, Object> both = new HashMap<>(one);
        both.putAll(other);
        return both;
    }

    private static ValidatableResponse supervise(String user, String id, int basedOn, String outcome) {
        return Enrolment.as(user)
                .header("If-Match", "\"r" + basedOn + "\"")
                .body(Map.of("outcome", outcome))
                .post("/api/v1/involvements/" + id + "/supervision")
                .then();
    }
}
