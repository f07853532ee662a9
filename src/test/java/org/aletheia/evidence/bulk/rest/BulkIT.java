package org.aletheia.evidence.bulk.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.config.EncoderConfig;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.aletheia.testing.Enrolment;
import org.aletheia.testing.Items;
import org.aletheia.testing.Records;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A documentation team loads a situation in one request. */
@QuarkusTest
@Tag("it")
class BulkIT {
    private String run = "";
    private String item = "";

    @BeforeEach
    void anotherRun() {
        run = UUID.randomUUID().toString().substring(0, 8);
        item = Items.of("documenter").id();
    }

    @Test
    void aSituationIsLoadedWhoseLinesNameEachOther() {
        JsonPath answer = load("", situation()).statusCode(200).extract().jsonPath();
        assertThat(answer.getBoolean("committed")).isTrue();
        assertThat(answer.getInt("created")).isEqualTo(6);
        assertThat(answer.getList("lines.status")).containsOnly("created");
        String act = answer.getString("lines[2].id");
        Records.get("documenter", "acts/" + act)
                .statusCode(200)
                .header("ETag", "\"r1\"")
                .body("incident", equalTo(answer.getString("lines[0].id")))
                .body("victims", equalTo(List.of(answer.getString("lines[1].id"))));
        Records.get("documenter", "acts/" + act + "/revisions").statusCode(200).body("items", hasSize(1));
        Records.get("documenter", "acts/" + act + "/sources")
                .statusCode(200)
                .body("items.support", equalTo(List.of("contradicts")));
        Records.get("documenter", "involvements/" + answer.getString("lines[4].id"))
                .statusCode(200)
                .body("alleged", equalTo(true))
                .body("sources", hasSize(1));
    }

    @Test
    void theSameLinesSentAgainMakeNothingTwice() {
        JsonPath first = load("", situation()).statusCode(200).extract().jsonPath();
        JsonPath again = load("", situation()).statusCode(200).extract().jsonPath();
        assertThat(again.getInt("existing")).isEqualTo(6);
        assertThat(again.getList("lines.id")).isEqualTo(first.getList("lines.id"));
        load("", victim("V-1", "collective"))
                .statusCode(200)
                .body("refused", equalTo(1))
                .body("lines[0].findings[0].code", equalTo("external-id-taken"))
                .body("lines[0].findings[0].pointer", equalTo("/externalId"));
    }

    @Test
    void theOrderOfMembersIsNotPartOfWhatALineSays() {
        load(
                        "",
                        "{\"kind\":\"victim\",\"externalId\":\"" + run
                                + "-O\",\"record\":{\"type\":\"individual\",\"harmed\":\"directly\"}}")
                .body("lines[0].status", equalTo("created"));
        load(
                        "",
                        "{\"record\":{\"harmed\":\"directly\",\"type\":\"individual\"},\"externalId\":\"" + run
                                + "-O\",\"kind\":\"victim\"}")
                .body("lines[0].status", equalTo("existing"));
    }

    @Test
    void oneRefusedLineKeepsNoOtherFromBeingWritten() {
        String lines = victim("V-1", "individual") + "\n" + victim("V-2", "no-such-type") + "\n\n"
                + victim("V-3", "individual");
        load("?mode=line", lines)
                .statusCode(200)
                .body("created", equalTo(2))
                .body("refused", equalTo(1))
                .body("lines.line", equalTo(List.of(1, 2, 4)))
                .body("lines[1].findings[0].code", equalTo("code-unknown"))
                .body("lines[1].findings[0].pointer", equalTo("/record/type"));
    }

    @Test
    void allOrNothingWritesNothingWhereOneIsRefused() {
        String lines = victim("V-1", "individual") + "\n" + victim("V-2", "no-such-type");
        load("?mode=all", lines)
                .statusCode(422)
                .body("committed", equalTo(false))
                .body("created", equalTo(0))
                .body("valid", equalTo(1));
        load("?mode=all", victim("V-1", "individual"))
                .statusCode(200)
                .body("committed", equalTo(true))
                .body("lines[0].status", equalTo("created"));
    }

    @Test
    void whatIsWrittenWholeIsBoundedSinceItIsReadBeforeTheTransaction() {
        String line = "{\"kind\":\"victim\",\"externalId\":\"" + run + "\",\"record\":{}" + " ".repeat(200_000) + "}\n";
        load("?mode=all", line.repeat(90)).statusCode(413).body("code", equalTo("payload-too-large"));
        load("?mode=line", line.repeat(90)).statusCode(200).body("refused", equalTo(90));
    }

    @Test
    void aDryRunChecksAllAndWritesNothing() {
        load("?dry-run=true", situation())
                .statusCode(200)
                .body("committed", equalTo(false))
                .body("dryRun", equalTo(true))
                .body("valid", equalTo(6));
        load("?mode=all&dry-run=true", situation()).statusCode(200).body("valid", equalTo(6));
        load("", situation()).body("created", equalTo(6));
    }

    @Test
    void eachRefusalSaysWhereAndWhy() {
        String lines = String.join(
                "\n",
                "{not json",
                "{\"kind\":\"victim\"}",
                "{\"kind\":\"victim\",\"externalId\":\"with space\",\"record\":{\"type\":\"individual\"}}",
                "{\"kind\":\"weapon\",\"externalId\":\"" + run + "-1\",\"record\":{}}",
                "{\"kind\":\"act\",\"externalId\":\"" + run + "-2\",\"record\":{\"type\":\"01\"}}",
                "{\"kind\":\"act\",\"externalId\":\"" + run
                        + "-3\",\"within\":\"ext:nobody\",\"record\":{\"type\":\"01\"}}",
                "{\"kind\":\"victim\",\"externalId\":\"" + run
                        + "-4\",\"within\":\"ext:x\",\"record\":{\"type\":\"individual\"}}",
                "{\"kind\":\"victim\",\"externalId\":\"" + run + "-5\",\"record\":{\"name\":\"x\"}}",
                "{\"kind\":\"victim\",\"externalId\":\"" + run
                        + "-6\",\"surplus\":1,\"record\":{\"type\":\"individual\"}}",
                "null",
                "{\"kind\":\"victim\",\"externalId\":\"\\u0000\",\"record\":{\"type\":\"individual\"}}",
                "{\"kind\":\"act\",\"externalId\":\"" + run
                        + "-7\",\"within\":\"ext:\\u0000\",\"record\":{\"type\":\"01\"}}",
                "{\0}");
        JsonPath answer = load("", lines).statusCode(200).extract().jsonPath();
        assertThat(answer.getInt("refused")).isEqualTo(13);
        assertThat(finding(answer, 0)).containsExactly(":malformed-json");
        assertThat(finding(answer, 1)).containsExactly("/externalId:required", "/record:required");
        assertThat(finding(answer, 2)).containsExactly("/externalId:external-id-form");
        assertThat(finding(answer, 3)).containsExactly("/kind:bulk-kind");
        assertThat(finding(answer, 4)).containsExactly("/within:required");
        assertThat(finding(answer, 5)).containsExactly("/within:id");
        assertThat(finding(answer, 6)).containsExactly("/within:bulk-within-nothing");
        assertThat(finding(answer, 7)).containsExactly("/record/name:unknown-property");
        assertThat(finding(answer, 8)).containsExactly("/surplus:unknown-property");
        assertThat(finding(answer, 9)).containsExactly(":body-required");
        assertThat(finding(answer, 10)).containsExactly("/externalId:external-id-form");
        assertThat(finding(answer, 11)).containsExactly("/within:id");
        assertThat(finding(answer, 12)).containsExactly(":malformed-json");
    }

    @Test
    void noAllegationComesWithoutItsSource() {
        load("", situation()).statusCode(200);
        JsonPath answer = load(
                        "",
                        "{\"kind\":\"involvement\",\"externalId\":\"" + run + "-N-2\",\"within\":\"ext:" + run
                                + "-A-1\",\"record\":{\"party\":{\"kind\":\"group\",\"id\":\"ext:" + run + "-G-1\"}}}\n"
                                + "{\"kind\":\"source\",\"externalId\":\"" + run + "-S-2\",\"within\":\"ext:" + run
                                + "-A-1\",\"record\":{\"item\":\"" + item + "\",\"support\":\"supports\"}}")
                .statusCode(200)
                .extract()
                .jsonPath();
        assertThat(finding(answer, 0)).containsExactly("/record/sources:source-required");
        assertThat(finding(answer, 1)).containsExactly("/withinKind:bulk-within-kind");
    }

    @Test
    void anotherOrganisationsNamesMeanNothing() {
        load("", situation()).statusCode(200);
        JsonPath answer = load(
                        "documenter2",
                        "",
                        "{\"kind\":\"act\",\"externalId\":\"" + run + "-A9\",\"within\":\"ext:" + run
                                + "-I-1\",\"record\":{\"type\":\"01\"}}")
                .statusCode(200)
                .extract()
                .jsonPath();
        assertThat(finding(answer, 0)).containsExactly("/within:id");
    }

    @Test
    void tooManyLinesAreRefusedBehindTheLast() {
        String many = IntStream.rangeClosed(1, 10_002).mapToObj(i -> "{}").collect(Collectors.joining("\n"));
        JsonPath answer = load("?dry-run=true", many).statusCode(200).extract().jsonPath();
        assertThat(answer.getList("lines")).hasSize(10_001);
        assertThat(finding(answer, 10_000)).containsExactly(":bulk-too-many-lines");
    }

    @Test
    void whoMayNotMakeAKindIsToldSoAndParametersAreChecked() {
        JsonPath answer = load("admin", "", victim("V-1", "individual"))
                .statusCode(200)
                .extract()
                .jsonPath();
        assertThat(finding(answer, 0)).containsExactly("/kind:kind-not-permitted");
        load("?mode=some", situation()).statusCode(400).body("findings[0].pointer", equalTo("?mode"));
        load("?dry-run=maybe", situation()).statusCode(400).body("findings[0].pointer", equalTo("?dry-run"));
        load("", "\n\n").statusCode(400).body("findings[0].code", equalTo("body-required"));
        Enrolment.as("documenter")
                .contentType("application/json")
                .body("{}")
                .post("/api/v1/bulk")
                .then()
                .statusCode(415);
    }

    private static List<String> finding(JsonPath answer, int line) {
        List<Map<String, Object>> findings = answer.getList("lines[" + line + "].findings");
        return findings.stream()
                .map(each -> each.get("pointer") + ":" + each.get("code"))
                .toList();
    }

    private String situation() {
        return String.join(
                "\n",
                "{\"kind\":\"incident\",\"externalId\":\"" + run
                        + "-I-1\",\"record\":{\"title\":\"Strike\",\"language\":\"en\",\"dates\":[\"2024-03-05\"]}}",
                victim("V-1", "individual"),
                "{\"kind\":\"act\",\"externalId\":\"" + run + "-A-1\",\"within\":\"ext:" + run
                        + "-I-1\",\"record\":{\"type\":\"01\",\"victims\":[\"ext:" + run + "-V-1\"]}}",
                "{\"kind\":\"group\",\"externalId\":\"" + run
                        + "-G-1\",\"record\":{\"names\":[{\"language\":\"en\",\"text\":\"Band\"}]}}",
                "{\"kind\":\"involvement\",\"externalId\":\"" + run + "-N-1\",\"within\":\"ext:" + run
                        + "-A-1\",\"record\":{\"party\":{\"kind\":\"group\",\"id\":\"ext:" + run
                        + "-G-1\"},\"sources\":[{\"item\":\"" + item + "\",\"support\":\"supports\"}]}}",
                "{\"kind\":\"source\",\"externalId\":\"" + run + "-S-1\",\"within\":\"ext:" + run
                        + "-A-1\",\"withinKind\":\"act\",\"record\":{\"item\":\"" + item
                        + "\",\"support\":\"contradicts\",\"about\":\"/victims/0\"}}");
    }

    private String victim(String id, String type) {
        return "{\"kind\":\"victim\",\"externalId\":\"" + run + "-" + id + "\",\"record\":{\"type\":\"" + type + "\"}}";
    }

    private static ValidatableResponse load(String query, String lines) {
        return load("documenter", query, lines);
    }

    private static ValidatableResponse load(String user, String query, String lines) {
        return Enrolment.as(user)
                .config(RestAssured.config()
                        .encoderConfig(EncoderConfig.encoderConfig()
                                .encodeContentTypeAs("application/x-ndjson", ContentType.TEXT)
                                .defaultContentCharset(StandardCharsets.UTF_8)))
                .contentType("application/x-ndjson")
                .body(lines)
                .post("/api/v1/bulk" + query)
                .then();
    }
}
