package org.aletheia.joins.rest;

import static org.aletheia.testing.Records.create;
import static org.aletheia.testing.Records.get;
import static org.aletheia.testing.Records.listed;
import static org.aletheia.testing.Records.listedEntry;
import static org.aletheia.testing.Records.post;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.aletheia.testing.Compartments;
import org.aletheia.testing.Disposing;
import org.aletheia.testing.Enrolment;
import org.aletheia.testing.Items;
import org.aletheia.testing.Records;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Records that may speak of one and the same: joined beside them, seen whole or not at all, taken back without rest. */
@QuarkusTest
@Tag("it")
class JoinsTest {
    private static final Map<String, Object> MISTAKE = Map.of("reason", "mistake");

    @AfterEach
    void dismiss() {
        Compartments.set("case-team", "case-team", List.of());
    }

    @Test
    void aJoinIsReadFromEachOfItsRecordsAndBesideThem() {
        String one = unit("documenter", "76th Division");
        String other = unit("documenter", "76-я дивизия");
        String before = body("units/" + one);
        String join = create("documenter", "joins", join("unit", "same", one, other));
        get("documenter", "joins/" + join)
                .statusCode(200)
                .body("of", equalTo("unit"))
                .body("decision", equalTo("same"))
                .body("decidedBy", equalTo(Enrolment.member("documenter").toString()))
                .body("standing", equalTo(true))
                .body("parts.record", containsInAnyOrder(one, other))
                .body("parts.revision", contains(1, 1))
                .body(
                        "parts.organisation",
                        everyItem(equalTo(Enrolment.organisation("Field Team").toString())));
        for (String each : List.of(one, other)) {
            get("documenter", "units/" + each + "/joins").statusCode(200).body("id", contains(join));
        }
        get("documenter", "units/" + one + "/joins/side-by-side")
                .statusCode(200)
                .body("records.id", contains(one, other))
                .body("records[0].names.text", contains("76th Division"))
                .body("records[1].names.text", contains("76-я дивизия"))
                .body("records.unsourced", contains(true, true))
                .body("joins.id", contains(join))
                .body("keptApart", empty())
                .body("truncated", equalTo(false));
        assertThat(body("units/" + one).replace(",\"joins\":1", "")).isEqualTo(before);
        assertThat(listed("documenter", "joins")).contains(join);
        String item = Items.readableBy("documenter").id();
        create("documenter", "joins/" + join + "/sources", Map.of("item", item, "support", "supports"));
        get("documenter", "joins/" + join + "/sources").body("items.item", contains(item));
    }

    @Test
    void eachRecordTellsHowManyJoinsItsReaderSees() {
        String theirs = person("documenter", "Ivan Petrov");
        share("person", theirs);
        String own = person("investigator", "Иван Петров");
        create("investigator", "joins", join("person", "same", theirs, own));
        create("investigator", "joins", join("person", "not-same", own, person("investigator", "I. Petrov")));
        get("investigator", "persons/" + own).body("joins", equalTo(2));
        assertThat(listedEntry("investigator", "persons", own)).containsEntry("joins", 2);
        get("investigator", "persons/" + theirs).body("joins", equalTo(1));
        get("documenter", "persons/" + theirs).statusCode(200).body("joins", nullValue());
        String item = Items.readableBy("documenter").id();
        create(
                "documenter",
                "joins",
                join("item", "same", item, Items.readableBy("documenter").id()));
        get("documenter", "items/" + item).body("joins", equalTo(1));
        assertThat(listedEntry("documenter", "items", item)).containsEntry("joins", 1);
    }

    @Test
    void whatIsLeftOfAJoinStaysWhereARecordWasDisposedOf() {
        String gone = person("investigator", "Ivan Petrov");
        String left = person("investigator", "Иван Петров");
        String third = person("investigator", "Iwan Petrow");
        String of = create("investigator", "joins", join("person", "same", gone, left));
        String many = create("investigator", "joins", join("person", "same", gone, left, third));
        Disposing.ofCommission("person/" + gone);
        get("investigator", "joins/" + of)
                .statusCode(200)
                .body("standing", equalTo(false))
                .body("parts.record", containsInAnyOrder(gone, left))
                .body(
                        "parts.find { it.record == '" + gone + "' }.tombstone",
                        equalTo("/api/v1/tombstones/person/" + gone))
                .body("parts.find { it.record == '" + left + "' }.tombstone", nullValue());
        get("investigator", "joins/" + many).body("standing", equalTo(true));
        assertThat(listed("investigator", "joins")).contains(of, many);
        get("investigator", "persons/" + left + "/joins").body("id", containsInAnyOrder(of, many));
        get("investigator", "persons/" + left).body("joins", equalTo(2));
        get("investigator", "persons/" + left + "/joins/side-by-side")
                .body("records.id", contains(left, third))
                .body("joins.id", contains(many));
        get("investigator", "joins/" + of + "/revisions").statusCode(200).body("items.number", contains(1));
        get("documenter", "joins/" + of).statusCode(404);
        undo("investigator", of).statusCode(200);
        get("investigator", "persons/" + left + "/joins").body("id", contains(many));
        Disposing.ofCommission("person/" + left, "person/" + third);
        get("investigator", "joins/" + many).statusCode(404);
    }

    @Test
    void joinsReachByWayOfOthersAndWhatKeepsRecordsApartIsTold() {
        String one = Records.incident("documenter");
        String two = Records.incident("documenter");
        String three = Records.incident("documenter");
        String first = create("documenter", "joins", join("incident", "same", one, two));
        String second = create("documenter", "joins", join("incident", "same", three, two));
        String apart = create("documenter", "joins", join("incident", "not-same", one, three));
        get("documenter", "incidents/" + one + "/joins/side-by-side")
                .body("records.id", contains(one, two, three))
                .body("joins.id", containsInAnyOrder(first, second))
                .body("keptApart.id", contains(apart));
        undo("documenter", first).statusCode(200);
        get("documenter", "incidents/" + one + "/joins/side-by-side")
                .body("records.id", contains(one))
                .body("joins", empty())
                .body("keptApart", empty());
        get("documenter", "incidents/" + three + "/joins").body("id", containsInAnyOrder(second, apart));
    }

    @Test
    void itemsAreJoinedToo() {
        String one = Items.readableBy("documenter").id();
        String other = Items.readableBy("documenter").id();
        create("documenter", "joins", join("item", "same", one, other));
        get("documenter", "items/" + other + "/joins/side-by-side")
                .body("records.id", contains(other, one))
                .body("records.digests", everyItem(not(empty())));
    }

    @Test
    void everythingThatIsWrongIsFoundAtOnce() {
        String one = unit("documenter", "A");
        post("documenter", "joins", Map.of())
                .statusCode(400)
                .body("findings.pointer", contains("/of", "/records", "/decision", "/reasons"))
                .body("findings.code", everyItem(equalTo("required")));
        Map<String, Object> wrong = new HashMap<>(join("capacity", "perhaps", one));
        wrong.put("reasons", List.of("looks"));
        wrong.put("confidence", "total");
        post("documenter", "joins", wrong)
                .statusCode(400)
                .body("findings.pointer", contains("/of", "/records", "/decision", "/confidence", "/reasons/0"))
                .body(
                        "findings.code",
                        contains("kind-unknown", "too-few", "code-unknown", "code-unknown", "code-unknown"));
        post("documenter", "joins", join("unit", "same", one, one))
                .statusCode(400)
                .body("findings.pointer", contains("/records/1"))
                .body("findings.code", contains("repeated"));
        post("documenter", "joins", join("person", "same", one, unit("documenter", "B")))
                .statusCode(400)
                .body("findings.code", contains("reference-unknown", "reference-unknown"));
        post(
                        "documenter",
                        "joins",
                        join("unit", "same", Collections.nCopies(21, one).toArray(String[]::new)))
                .statusCode(400)
                .body("findings.code", contains("too-many"));
        Map<String, Object> strict = new HashMap<>(join("unit", "same", one, strict("documenter")));
        strict.put("classification", "TLP:GREEN");
        strict.put("reasons", List.of());
        post("documenter", "joins", strict)
                .statusCode(400)
                .body("findings.code", containsInAnyOrder("required", "classification-too-open"));
        post("auditor", "joins", join("unit", "same", one, one)).statusCode(403);
    }

    @Test
    void theStrictestRecordSetsHowAJoinIsHeld() {
        String one = unit("documenter", "A");
        String join = create("documenter", "joins", join("unit", "same", one, strict("documenter")));
        get("documenter", "joins/" + join).body("classification", equalTo("TLP:AMBER+STRICT"));
    }

    @Test
    void whoDoesNotSeeEveryRecordFindsNoTrace() {
        String theirs = person("documenter", "Ivan Petrov");
        share("person", theirs);
        String history = body("persons/" + theirs + "/revisions");
        String own = person("investigator", "Иван Петров");
        String join = create("investigator", "joins", join("person", "same", theirs, own));
        get("investigator", "persons/" + theirs + "/joins").body("id", contains(join));
        get("auditor", "joins/" + join).statusCode(200);
        get("documenter", "persons/" + theirs + "/joins").statusCode(200).body("", empty());
        get("documenter", "persons/" + theirs + "/joins/side-by-side")
                .body("records.id", contains(theirs))
                .body("joins", empty());
        for (String path : List.of("", "/revisions", "/sources")) {
            get("documenter", "joins/" + join + path).statusCode(404);
            get("documenter2", "joins/" + join + path).statusCode(404);
        }
        undo("documenter", join).statusCode(404);
        get("documenter2", "persons/" + theirs + "/joins").statusCode(404);
        get("documenter2", "persons/" + theirs + "/joins/side-by-side").statusCode(404);
        post("documenter2", "persons/" + theirs + "/joins/withdrawals", MISTAKE).statusCode(404);
        post("documenter", "persons/" + theirs + "/joins/withdrawals", Map.of("reason", "mistake", "join", join))
                .statusCode(400)
                .body("findings.pointer", contains("/join"))
                .body("findings.code", contains("reference-unknown"));
        assertThat(listed("documenter", "joins")).doesNotContain(join);
        assertThat(body("persons/" + theirs + "/revisions")).isEqualTo(history);
        post("documenter2", "joins", join("person", "same", theirs, person("documenter2", "X")))
                .statusCode(400)
                .body("findings.code", contains("reference-unknown"));
    }

    @Test
    void anOrganisationTakesItsRecordOutOfJoinsThatItDoesNotKnow() {
        String theirs = person("documenter", "Ivan Petrov");
        share("person", theirs);
        String own = person("investigator", "Иван Петров");
        String join = create("investigator", "joins", join("person", "same", theirs, own));
        String withdrawal =
                create("documenter", "persons/" + theirs + "/joins/withdrawals", Map.of("reason", "danger"));
        post("documenter", "persons/" + theirs + "/joins/withdrawals", Map.of("reason", "danger"))
                .statusCode(409);
        get("investigator", "persons/" + own + "/joins").body("", empty());
        get("investigator", "persons/" + own + "/joins/side-by-side").body("records.id", contains(own));
        get("investigator", "joins/" + join)
                .body("standing", equalTo(false))
                .body("parts.find { it.record == '" + theirs + "' }.withdrawn", equalTo(true))
                .body("parts.find { it.record == '" + own + "' }.withdrawn", equalTo(false));
        get("investigator", "join-withdrawals/" + withdrawal).statusCode(404);
        get("investigator", "persons/" + theirs + "/joins/withdrawals").body("items", empty());
        post("investigator", "joins", join("person", "same", theirs, person("investigator", "I. Petrov")))
                .statusCode(400)
                .body("findings.pointer", contains("/records/0"))
                .body("findings.code", contains("part-withdrawn"));
        post("investigator", "persons/" + theirs + "/joins/withdrawals", MISTAKE)
                .statusCode(404);
        get("documenter", "persons/" + theirs + "/joins/withdrawals").body("items.id", contains(withdrawal));

        String lifting = "join-withdrawals/" + withdrawal + "/lifting";
        post("investigator", lifting, MISTAKE).statusCode(404);
        post("documenter", lifting, MISTAKE).statusCode(428);
        with("documenter", lifting, "\"r2\"", MISTAKE).statusCode(412);
        with("documenter", lifting, "\"r1\"", Map.of("reason", "whim"))
                .statusCode(400)
                .body("findings.code", contains("code-unknown"));
        with("documenter", lifting, "\"r1\"", MISTAKE).statusCode(200).body("lifted.reason", equalTo("mistake"));
        with("documenter", lifting, "\"r2\"", MISTAKE).statusCode(409).body("code", equalTo("state-refused"));
        get("investigator", "persons/" + own + "/joins").body("id", contains(join));
    }

    @Test
    void anOrganisationTakesItsRecordOutOfOneJoinOfAnother() {
        String one = person("documenter", "Ivan Petrov");
        String two = person("documenter", "Иван Петров");
        String three = person("documenter", "Iwan Petrow");
        List.of(one, two, three).forEach(each -> share("person", each));
        String wrong = create("investigator", "joins", join("person", "same", one, two));
        String right = create("investigator", "joins", join("person", "same", one, three));
        get("documenter", "persons/" + one + "/joins").body("id", containsInAnyOrder(wrong, right));
        get("documenter", "joins/" + wrong).statusCode(200);
        undo("documenter", wrong).statusCode(404);
        create("documenter", "persons/" + one + "/joins/withdrawals", Map.of("reason", "own-decision", "join", wrong));
        for (String user : List.of("documenter", "investigator")) {
            get(user, "persons/" + one + "/joins").body("id", contains(right));
            get(user, "persons/" + two + "/joins").body("", empty());
        }
        post("documenter", "persons/" + two + "/joins/withdrawals", Map.of("reason", "mistake", "join", right))
                .statusCode(400)
                .body("findings.code", contains("reference-unknown"));
    }

    @Test
    void aJoinIsUndoneOnceAndCanBeSaidAgain() {
        String one = unit("documenter", "A");
        String two = unit("documenter", "B");
        String join = create("documenter", "joins", join("unit", "same", one, two));
        post("documenter", "joins", join("unit", "same", two, one))
                .statusCode(409)
                .body("code", equalTo("conflict"));
        String path = "joins/" + join + "/undo";
        post("documenter", path, MISTAKE).statusCode(428);
        with("documenter", path, "\"r7\"", MISTAKE).statusCode(412);
        with("documenter", path, "\"r1\"", Map.of()).statusCode(400).body("findings.pointer", contains("/reason"));
        undo("documenter", join)
                .statusCode(200)
                .body("standing", equalTo(false))
                .body("undone.reason", equalTo("mistake"));
        with("documenter", path, "\"r2\"", MISTAKE).statusCode(409).body("code", equalTo("state-refused"));
        get("documenter", "units/" + one + "/joins").body("", empty());
        get("documenter", "joins/" + join + "/revisions").body("items.number", contains(1, 2));
        create("documenter", "joins", join("unit", "same", one, two));
        post("documenter", "joins/" + UUID.randomUUID() + "/undo", MISTAKE).statusCode(404);
    }

    @Test
    void aRepeatedRequestMakesNoSecondJoin() {
        Map<String, Object> body = join("unit", "same", unit("documenter", "A"), unit("documenter", "B"));
        String key = UUID.randomUUID().toString();
        String join = repeated(key, body).statusCode(201).extract().path("id");
        repeated(key, body).statusCode(201).body("id", equalTo(join));
    }

    @Test
    void protectedPersonsAndVictimsAreJoinedInACompartmentOnly() {
        Compartments.set("case-team", "case-team", List.of("witnesses"));
        String one = Records.victim("case-team");
        String two = Records.victim("case-team");
        String hidden = create("case-team", "persons", Map.of());
        String known = person("case-team", "Ivan Petrov");
        post("case-team", "joins", join("victim", "same", one, two))
                .statusCode(400)
                .body("findings.pointer", contains("/compartments"))
                .body("findings.code", contains("compartment-required"));
        post("case-team", "joins", join("person", "not-same", hidden, known))
                .statusCode(400)
                .body("findings.pointer", contains("/records", "/compartments"))
                .body("findings.code", contains("protected-with-public", "compartment-required"));
        Map<String, Object> hiddenToo =
                new HashMap<>(join("person", "same", hidden, create("case-team", "persons", Map.of())));
        hiddenToo.put("compartments", List.of("witnesses"));
        create("case-team", "joins", hiddenToo);
        Map<String, Object> within = new HashMap<>(join("victim", "same", one, two));
        within.put("compartments", List.of("witnesses"));
        String join = create("case-team", "joins", within);
        get("case-team", "victims/" + one + "/joins").body("id", contains(join));
        for (String colleague : List.of("investigator", "case-team2", "auditor")) {
            get(colleague, "victims/" + one + "/joins").statusCode(200).body("", empty());
            get(colleague, "victims/" + one + "/joins/side-by-side").body("records.id", contains(one));
            get(colleague, "joins/" + join).statusCode(404);
            assertThat(listed(colleague, "joins")).doesNotContain(join);
        }
        // A colleague outside withdraws what they may revise without learning whether it was joined.
        create("investigator", "victims/" + two + "/joins/withdrawals", Map.of("reason", "wish-of-person"));
        get("case-team", "victims/" + one + "/joins").body("", empty());
    }

    private static Map<String, Object> join(String of, String decision, String... records) {
        return Map.of("of", of, "decision", decision, "records", List.of(records), "reasons", List.of("comparison"));
    }

    private static String unit(String user, String name) {
        return create(user, "units", Map.of("names", List.of(Map.of("language", "en", "text", name))));
    }

    private static String strict(String user) {
        return create(
                user,
                "units",
                Map.of(
                        "classification",
                        "TLP:AMBER+STRICT",
                        "names",
                        List.of(Map.of("language", "en", "text", "Strict"))));
    }

    private static String person(String user, String name) {
        return create(
                user,
                "persons",
                Map.of("protectedIdentity", false, "names", List.of(Map.of("language", "en", "text", name))));
    }

    private static void share(String kind, String record) {
        String grantee = Enrolment.organisation("Commission").toString();
        post("documenter", "shares", Map.of("kind", kind, "record", record, "grantee", grantee))
                .statusCode(201);
    }

    private static String body(String path) {
        return get("documenter", path).statusCode(200).extract().asString();
    }

    private static ValidatableResponse undo(String user, String join) {
        return with(user, "joins/" + join + "/undo", "\"r1\"", MISTAKE);
    }

    private static ValidatableResponse with(String user, String path, String tag, Map<String, ?> body) {
        return Enrolment.as(user)
                .header("If-Match", tag)
                .body(body)
                .post("/api/v1/" + path)
                .then();
    }

    private static ValidatableResponse repeated(String key, Map<String, ?> body) {
        return Enrolment.as("documenter")
                .header("Idempotency-Key", key)
                .body(body)
                .post("/api/v1/joins")
                .then();
    }
}
