package org.aletheia.incidents.rest;

import static org.aletheia.testing.Records.create;
import static org.aletheia.testing.Records.get;
import static org.aletheia.testing.Records.involvement;
import static org.aletheia.testing.Records.post;
import static org.aletheia.testing.Records.put;
import static org.aletheia.testing.Records.sourced;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.config.EncoderConfig;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.aletheia.testing.Enrolment;
import org.aletheia.testing.Items;
import org.aletheia.testing.Records;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Whoever may have been a child by the dates that are recorded is held as one, whoever stated what, and as soon as it is so. */
@QuarkusTest
@Tag("it")
class DerivedChildhoodIT {
    private static final String USER = "investigator";

    @Test
    void theDatesDecideWhereNobodyStatesIt() {
        String act = act(USER, "2014-03-05");
        held(alleged(act, born("1996-03-06"), Map.of()), "surely");
        held(alleged(act, born("1996"), Map.of()), "possibly");
        held(alleged(act, born("1993?"), Map.of()), "possibly");
        held(alleged(act, aged(Map.of("least", 15, "most", 17, "on", "2013-06")), Map.of()), "possibly");
        held(alleged(act, aged(Map.of("least", 14, "on", "2014-03-05")), Map.of()), "surely");
        free(alleged(act, born("1996-03-05"), Map.of()));
        free(alleged(act, born("1960"), Map.of()));
        free(alleged(act, person(Map.of()), Map.of()));
        free(alleged(act, aged(Map.of("least", 40, "on", "2014")), Map.of()));
        String ofIncident = Records.act(USER, Records.incident(USER)); // 2024-03-05
        held(alleged(ofIncident, born("2010"), Map.of()), "surely");
        free(alleged(ofIncident, born("1996"), Map.of()));
    }

    @Test
    void aSourcedReasonFreesWhomTheDatesLeavePossiblyAChildAndNobodyElse() {
        String act = act(USER, "2014-03-05");
        Map<String, Object> reason = reason();
        String possible = alleged(act, born("1996"), reason);
        free(possible).body("adult.ageBasis", equalTo("document"));
        held(alleged(act, born("1997"), reason), "surely");
        Map<String, Object> unsourced = Map.of("ageBand", "18-59", "ageBasis", "document");
        held(alleged(act, born("1996"), unsourced), "possibly");
        held(alleged(act, born("1996"), Map.of("ageBand", "15-17", "ageBasis", "stated")), "stated");
        post(
                        USER,
                        "acts/" + act + "/involvements",
                        sourced(USER, with(reason, Map.of("party", party(born("1996")), "ageBand", "unknown"))))
                .statusCode(400)
                .body("findings.code", contains("age-not-of-adult"));
    }

    @Test
    void aLaterBirthMakesItAwaitASupervisorAgain() {
        String act = act(USER, "2014-03-05");
        String person = person(Map.of());
        String alleged = alleged(act, person, Map.of());
        free(alleged);
        revise(person, 1, Map.of("born", "1996"));
        held(alleged, "possibly");
        supervise(alleged, 1).statusCode(200).body("standing", equalTo("confirmed"));
        supervise(alleged, 2).statusCode(409);
        revise(person, 2, Map.of("born", "1996", "nationalities", List.of("UA")));
        get(USER, "involvements/" + alleged).body("standing", equalTo("confirmed"));
        revise(person, 3, Map.of("born", "1999"));
        held(alleged, "surely");
        supervise(alleged, 2).statusCode(200);
        revise(person, 4, Map.of("born", "1960"));
        free(alleged);
        revise(person, 5, Map.of("born", "1999"));
        held(alleged, "surely");
    }

    @Test
    void aLaterDateOfActOrIncidentDoesSoToo() {
        String incident = Records.incident(USER);
        String act = Records.act(USER, incident);
        String alleged = alleged(act, born("1996-06"), Map.of());
        free(alleged);
        put(USER, "acts/" + act, "\"r1\"", Map.of("type", "01", "date", "2014-05-31"))
                .statusCode(200);
        held(alleged, "surely");
        put(USER, "acts/" + act, "\"r2\"", Map.of("type", "01")).statusCode(200);
        free(alleged);
        Map<String, Object> earlier = with(Records.incident(), Map.of("dates", List.of("2014-05", "2014-07")));
        put(USER, "incidents/" + incident, "\"r1\"", earlier).statusCode(200);
        held(alleged, "possibly");
    }

    @Test
    void aReasonIsOfTheDatesThatItWasWeighedAgainst() {
        String act = act(USER, "2014-03-05");
        String person = born("1996");
        Map<String, Object> said = with(reason(), Map.of("party", party(person)));
        String alleged = involvement(USER, act, said);
        free(alleged);
        revise(person, 1, Map.of("born", "1996-04"));
        held(alleged, "surely");
        revise(person, 2, Map.of("born", "1996~"));
        held(alleged, "possibly");
        put(USER, "involvements/" + alleged, "\"r1\"", said).statusCode(200).body("standing", nullValue());
        free(alleged);
    }

    @Test
    void anotherPartyIsAnotherAge() {
        String act = act(USER, "2014-03-05");
        String alleged = alleged(act, born("1960"), Map.of());
        put(USER, "involvements/" + alleged, "\"r1\"", Map.of("party", party(born("1999"))))
                .statusCode(200)
                .body("childhood", equalTo("surely"));
        put(USER, "involvements/" + alleged, "\"r2\"", Map.of("perpetratorType", "01"))
                .statusCode(200)
                .body("childhood", nullValue());
    }

    @Test
    void whatItMakesAChildsLeavesTheOrganisationAndEverySearchAtOnce() {
        String commission = Enrolment.organisation("Commission").toString();
        String incident = Records.incident("documenter");
        String act =
                create("documenter", "incidents/" + incident + "/acts", Map.of("type", "01", "date", "2014-03-05"));
        String person = person("documenter", Map.of());
        Map<String, Object> said = Map.of("party", party(person), "liability", List.of("RS-25(3)(c)"));
        String alleged = involvement("documenter", act, said);
        create("documenter", "shares", Map.of("kind", "incident", "record", incident, "grantee", commission));
        create("documenter", "shares", Map.of("kind", "person", "record", person, "grantee", commission));
        get(USER, "involvements/" + alleged).statusCode(200);
        // Of another organisation, which says something of the same person.
        String theirs = alleged(act(USER, "2014-03-05"), person, Map.of("liability", List.of("RS-25(3)(c)")));
        Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> found(USER)
                .containsAll(List.of(alleged, theirs)));

        Records.put("documenter", "persons/" + person, "\"r1\"", known(Map.of("born", "1999")))
                .statusCode(200);
        assertThat(found(USER)).doesNotContain(alleged, theirs);
        assertThat(found("documenter")).doesNotContain(alleged);
        get(USER, "involvements/" + alleged).statusCode(404);
        get(USER, "involvements/" + alleged + "/revisions").statusCode(404);
        held(theirs, "surely");
        get("documenter", "involvements/" + theirs).statusCode(404);
        get("documenter", "graph?kind=person&id=" + person + "&depth=2")
                .statusCode(200)
                .body("nodes.findAll { it.kind == 'involvement' }.size()", equalTo(0));

        Records.put("documenter", "persons/" + person, "\"r2\"", known(Map.of("born", "1960")))
                .statusCode(200);
        free(theirs);
        get(USER, "involvements/" + alleged).statusCode(200);
        Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> found(USER)
                .containsAll(List.of(alleged, theirs)));
    }

    @Test
    void ofAProtectedPersonTheMonthIsTheMost() {
        post(USER, "persons", Map.of("born", "1999-03-05"))
                .statusCode(400)
                .body("findings.code", contains("month-at-finest"));
        post(USER, "persons", Map.of("age", Map.of("least", 17, "most", 12, "on", "once")))
                .statusCode(400)
                .body("findings.code", containsInAnyOrder("edtf-form", "reversed"));
        String protectedPerson = create(USER, "persons", Map.of("born", "1999-03"));
        held(alleged(act(USER, "2014-03-05"), protectedPerson, Map.of()), "surely");
    }

    @Test
    void manyAtOnceAreDerivedToo() {
        String act = act(USER, "2014-03-05");
        String names = "\"names\":[{\"language\":\"en\",\"text\":\"Young\"}]";
        String sources = "\"sources\":[{\"item\":\"" + Items.readableBy(USER).id() + "\",\"support\":\"supports\"}]";
        String person = "{\"kind\":\"person\",\"externalId\":\"P-%1$s\","
                + "\"record\":{\"protectedIdentity\":false,\"born\":\"1999\",%2$s}}\n";
        String alleged = "{\"kind\":\"involvement\",\"externalId\":\"%3$s-%1$s\",\"within\":\"%1$s\","
                + "\"record\":{\"party\":{\"kind\":\"person\",\"id\":\"ext:P-%1$s\"},%4$s}}\n";
        String lines = person.formatted(act, names)
                + alleged.formatted(act, "", "I", sources)
                + alleged.formatted(act, "", "J", sources);
        List<String> made = Enrolment.as(USER)
                .config(RestAssured.config()
                        .encoderConfig(EncoderConfig.encoderConfig()
                                .encodeContentTypeAs("application/x-ndjson", ContentType.TEXT)))
                .contentType("application/x-ndjson")
                .body(lines)
                .post("/api/v1/bulk")
                .then()
                .statusCode(200)
                .extract()
                .path("lines.id");
        held(made.get(1), "surely");
        held(made.get(2), "surely");
    }

    private static ValidatableResponse held(String id, String childhood) {
        return get(USER, "involvements/" + id)
                .statusCode(200)
                .body("standing", equalTo("awaits-supervisor"))
                .body("childhood", equalTo(childhood))
                .body("seenAs", equalTo("victim"));
    }

    private static ValidatableResponse free(String id) {
        return get(USER, "involvements/" + id)
                .statusCode(200)
                .body("standing", nullValue())
                .body("childhood", nullValue());
    }

    private static String act(String user, String date) {
        return create(user, "incidents/" + Records.incident(user) + "/acts", Map.of("type", "01", "date", date));
    }

    private static String alleged(String act, String person, Map<String, Object> besides) {
        return involvement(USER, act, with(besides, Map.of("party", party(person))));
    }

    private static Map<String, Object> party(String person) {
        return Map.of("kind", "person", "id", person);
    }

    private static Map<String, Object> reason() {
        return Map.of(
                "ageBand",
                "18-59",
                "ageBasis",
                "document",
                "ageSource",
                Items.readableBy(USER).id());
    }

    private static String born(String date) {
        return person(Map.of("born", date));
    }

    private static String aged(Map<String, Object> age) {
        return person(Map.of("age", age));
    }

    private static String person(Map<String, Object> besides) {
        return person(USER, besides);
    }

    private static String person(String user, Map<String, Object> besides) {
        return create(user, "persons", known(besides));
    }

    private static Map<String, Object> known(Map<String, Object> besides) {
        return with(
                besides,
                Map.of(
                        "protectedIdentity",
                        false,
                        "names",
                        List.of(Map.of("language", "en", "text", "Somebody known"))));
    }

    private static void revise(String person, int basedOn, Map<String, Object> besides) {
        put(USER, "persons/" + person, "\"r" + basedOn + "\"", known(besides)).statusCode(200);
    }

    private static ValidatableResponse supervise(String id, int basedOn) {
        return Enrolment.as("protection-officer")
                .header("If-Match", "\"r" + basedOn + "\"")
                .body(Map.of("outcome", "confirmed"))
                .post("/api/v1/involvements/" + id + "/supervision")
                .then();
    }

    private static List<String> found(String user) {
        return get(user, "search?kind=involvement&limit=100&code=icc-liability:RS-25(3)(c)")
                .statusCode(200)
                .extract()
                .path("hits.id");
    }

    private static Map<String, Object> with(Map<String, Object> one, Map<String, Object> other) {
        Map<String, Object> both = new HashMap<>(one);
        both.putAll(other);
        return both;
    }
}
