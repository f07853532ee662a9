package org.aletheia.testimony.door;

import static org.aletheia.testing.Records.create;
import static org.aletheia.testing.Records.get;
import static org.aletheia.testing.Records.post;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.aletheia.testing.Database;
import org.aletheia.testing.Enrolment;
import org.aletheia.testing.LogLines;
import org.aletheia.testing.Records;
import org.aletheia.testing.Testimony;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What a person can do at their own door, and what nobody else learns of it. */
@QuarkusTest
@Tag("it")
class DoorsTest {
    private static final String SUPPORT = "victims-org";
    private static final String WORD = "Blue Kite";
    private static final int HEARD_BY_CODE = 5;
    private static final int HEARD_BY_ADDRESS = 20;

    @Test
    void fromTheCodeToTheConfirmedWithdrawal() throws Exception {
        Told told = told();
        String door = told.door;
        Visitor person = Visitor.any();
        String page = person.open(told.code.toLowerCase(Locale.ROOT).replace('-', ' '), " blue  KITE ")
                .asString();
        assertThat(page)
                .contains("kept for you by Victims Association", "What you told the first time")
                .contains("may be used as you agreed", "Nobody has let you know of a use")
                .doesNotContain(told.victim, told.statement);

        // a message each way, sealed wherever it lies
        String canary = "Please call my sister " + UUID.randomUUID();
        assertThat(person.write(canary).asString()).contains("Your message was left", canary);
        get(SUPPORT, "doors/" + door).body("unreadMessages", equalTo(1));
        get(SUPPORT, "doors/" + door + "/messages")
                .statusCode(200)
                .body("items.text", contains(canary))
                .body("items.from", contains("person"));
        get(SUPPORT, "doors/" + door).body("unreadMessages", equalTo(0));
        String answer = "We will, on Monday <b>" + UUID.randomUUID();
        post(SUPPORT, "doors/" + door + "/messages", Map.of("text", answer)).statusCode(201);
        assertThat(person.act("look").asString())
                .contains(answer.replace("<", "&lt;").replace(">", "&gt;"), "seen on")
                .doesNotContain("<b>");
        assertThat(Database.tablesHolding(canary)).isEmpty();
        assertThat(Database.tablesHolding(answer)).isEmpty();

        // a pause closes at once, for everybody, and opens when the person said so elsewhere
        get("investigator", "statements/" + told.statement).statusCode(200);
        assertThat(person.act("pause").asString()).contains("From now on every use is stopped", "nobody uses it now");
        assertClosed(told);
        Told later = later(told);
        assertClosed(later);
        String pause = onlyWish(door, "pause");
        settle(pause, "confirmed").statusCode(409).body("code", equalTo("state-refused"));
        settle(pause, "lifted").statusCode(200).body("state", equalTo("lifted"));
        settle(pause, "lifted").statusCode(409);
        get("investigator", "statements/" + told.statement).statusCode(200);
        get("investigator", "items/" + told.item).statusCode(200);
        get(SUPPORT, "statements/" + later.statement).statusCode(200);
        get(SUPPORT, "items/" + later.item).statusCode(200);
        assertThat(person.act("look").asString())
                .contains("ended, as you told your organisation", "may be used as you agreed");

        // a withdrawal closes at once and is final once it is confirmed
        person.act("withdraw");
        assertClosed(told);
        assertThat(person.act("withdraw").asString()).contains("before it is final");
        String withdrawal = onlyWish(door, "withdrawal");
        post(SUPPORT, "door-wishes/" + withdrawal + "/settlement", Map.of("outcome", "confirmed"))
                .statusCode(400)
                .body("findings.pointer", contains("/channel", "/recorded"));
        settle(withdrawal, "confirmed").statusCode(200).body("settledBy", notNullValue());
        settle(withdrawal, "confirmed").statusCode(409);
        assertClosed(told);
        assertThat(person.act("look").asString()).contains("final").doesNotContain("value=\"withdraw\"");
        Enrolment.as(SUPPORT).delete("/api/v1/doors/" + door).then().statusCode(204);
        assertThat(Visitor.inside(person.act("look"))).isFalse();
        assertClosed(told);
    }

    /** The consent is then what keeps it closed: given anew, it opens again. */
    @Test
    void aConfirmedWithdrawalWithdrawsTheConsentsAndNoClaim() throws SQLException {
        String victim = Records.victim(SUPPORT);
        String statement = create(SUPPORT, "statements", Testimony.body("first-account", victim));
        String uncovered = create(SUPPORT, "statements", Testimony.body("contact-note", victim));
        String consent = create(SUPPORT, "consents", consent(victim, statement));
        JsonPath door = post(SUPPORT, "doors", body(victim, WORD)).extract().jsonPath();
        String claim = create(
                SUPPORT,
                "reparation-claims",
                Map.of(
                        "claimant", victim,
                        "capacity", "own-behalf",
                        "categories", List.of(Map.of("list", "rd4u", "code", "A2.1")),
                        "harms", List.of("loss-of-family-member"),
                        "forms", List.of("REP-COMPENSATION(d)")));
        Visitor person = Visitor.any();
        assertThat(person.open(door.getString("code"), WORD).asString()).contains("Your claim", "is being written");
        person.act("withdraw");
        get(SUPPORT, "reparation-claims/" + claim).statusCode(200);
        get(SUPPORT, "consents/" + consent).body("state", equalTo("given"));
        get(SUPPORT, "statements/" + statement).statusCode(404);
        String wish = onlyWish(door.getString("id"), "withdrawal");
        crowd(consent);
        settle(wish, "confirmed").statusCode(200);
        get(SUPPORT, "consents/" + consent)
                .body("state", equalTo("withdrawn"))
                .body("withdrawals.recorded", contains("audio"));
        get(SUPPORT, "statements/" + statement).statusCode(404);

        Map<String, Object> anew = consent(victim, statement);
        anew.put("renews", consent);
        create(SUPPORT, "consents", anew);
        get(SUPPORT, "statements/" + statement).statusCode(200);
        get(SUPPORT, "statements/" + uncovered).statusCode(404);
        settle(wish, "lifted").statusCode(200);
        get(SUPPORT, "statements/" + uncovered).statusCode(200);
        settle(wish, "confirmed").statusCode(409);
    }

    /** Else an organisation could close another's evidence by calling it somebody's words. */
    @Test
    void whatBelongsToAnotherOrganisationStaysOpen() {
        String foreign = Testimony.item("documenter");
        create(
                "documenter",
                "shares",
                Map.of(
                        "kind",
                        "item",
                        "record",
                        foreign,
                        "grantee",
                        Enrolment.organisation("Commission").toString()));
        String victim = Records.victim("investigator");
        String statement = create(
                "investigator",
                "statements",
                Testimony.body(
                        "first-account", victim, "items", List.of(Map.of("item", foreign, "role", "recording"))));
        Visitor person = Visitor.any();
        person.open(
                post("protection-officer", "doors", body(victim, WORD))
                        .extract()
                        .<String>path("code"),
                WORD);
        person.act("pause");
        get("investigator", "statements/" + statement).statusCode(404);
        get("investigator", "items/" + foreign).statusCode(200);
        get("documenter", "items/" + foreign).statusCode(200);
    }

    private static Map<String, Object> consent(String victim, String statement) {
        Map<String, Object> body = new HashMap<>();
        body.put("subject", Testimony.victim(victim));
        body.put("givenBy", Map.of("capacity", "self"));
        body.put("records", List.of(Map.of("kind", "statement", "id", statement)));
        body.put("recorded", "signature");
        body.put("date", "2026-03-05");
        body.put("language", "uk");
        body.put(
                "informed",
                List.of(
                        "purpose",
                        "users",
                        "risks",
                        "limits-of-confidentiality",
                        "right-to-refuse",
                        "right-to-withdraw",
                        "no-benefit",
                        "storage-time",
                        "compelled-disclosure",
                        "defence-receives"));
        body.put("capacity", "able");
        body.put("occasion", "interview");
        body.put("scopes", List.of(Map.of("scope", "CS-STORE", "answer", "yes")));
        return body;
    }

    @Test
    void aUseThatWasMarkedIsToldToThePerson() throws Exception {
        Told told = told();
        Enrolment.as("investigator")
                .header("Aletheia-Purpose", "case-preparation")
                .get("/api/v1/items/" + told.item + "/content")
                .then()
                .statusCode(200);
        Visitor person = Visitor.any();
        assertThat(person.open(told.code, WORD).asString()).doesNotContain("to prepare a case");
        String use = downloaded(told.item);
        Enrolment.as("investigator")
                .put("/api/v1/events/" + use + "/notice")
                .then()
                .statusCode(204);
        assertThat(person.act("look").asString())
                .contains("Commission", "to prepare a case")
                .doesNotContain(Enrolment.member("investigator").toString());
    }

    @Test
    void whateverKeepsADoorShutLooksTheSame() throws Exception {
        Map<String, Response> shut = new LinkedHashMap<>();
        Told told = told();
        shut.put("another word", Visitor.any().open(told.code, "green kite"));
        shut.put("no word", Visitor.any().open(told.code, ""));
        shut.put("an unknown code", Visitor.any().open(DoorCode.random().text(), WORD));
        shut.put("no session", Visitor.any().withSession("AAAA"));
        shut.put("a forged session", Visitor.any().withSession("A".repeat(80)));

        Visitor early = Visitor.any();
        assertThat(early.opens(told.code, WORD)).isTrue();
        String second = replaced(told.door);
        shut.put("a replaced code", Visitor.any().open(told.code, WORD));
        shut.put("a session of a replaced code", early.act("look"));
        assertThat(Visitor.any().opens(second, WORD)).isTrue();

        Database.owner("update door set content = jsonb_set(content, '{validUntil}', '\"2026-01-01T00:00:00Z\"')"
                + " where id = '" + told.door + "'");
        shut.put("an expired code", Visitor.any().open(second, WORD));

        Told ended = told();
        Enrolment.as(SUPPORT).delete("/api/v1/doors/" + ended.door).then().statusCode(204);
        shut.put("an ended door", Visitor.any().open(ended.code, WORD));

        Told guessed = told();
        for (int i = 0; i < HEARD_BY_CODE; i++) {
            assertThat(Visitor.any().opens(guessed.code, "guess " + i)).isFalse();
        }
        shut.put("too many words", Visitor.any().open(guessed.code, WORD));

        String first = Visitor.whole(shut.values().iterator().next());
        assertThat(first)
                .startsWith("HTTP/1.1 200")
                .contains("There is nothing to show here now")
                .contains("clear-site-data", "cache-control=no-store", "referrer-policy=no-referrer")
                .doesNotContain("set-cookie", "aletheia", "<script");
        shut.forEach((why, answer) -> assertThat(Visitor.whole(answer)).as(why).isEqualTo(first));
    }

    @Test
    void aPersonCanChooseAWordThatNobodyElseKnows() {
        Told told = told();
        Visitor person = Visitor.any();
        assertThat(person.opens(told.code, WORD)).isTrue();
        assertThat(person.choose(told.code, "not this", "red boat").asString()).contains("The word is as it was");
        assertThat(person.choose(told().code, WORD, "red boat").asString()).contains("The word is as it was");
        assertThat(person.choose(told.code, WORD, "ab").asString()).contains("The word is as it was");
        assertThat(Visitor.any().opens(told.code, WORD)).isTrue();
        assertThat(person.choose(told.code, WORD, "Red  Boat").asString()).contains("the new word opens this page");
        assertThat(Visitor.any().opens(told.code, WORD)).isFalse();
        assertThat(Visitor.any().opens(told.code, "red boat")).isTrue();
    }

    @Test
    void onlySoManyWrongAttemptsAreHeardFromOneAddress() {
        Told told = told();
        Visitor crowd = Visitor.any();
        for (int i = 0; i < HEARD_BY_ADDRESS; i++) {
            assertThat(crowd.opens(DoorCode.random().text(), WORD)).isFalse();
        }
        assertThat(crowd.opens(told.code, WORD)).isFalse();
        assertThat(Visitor.any().opens(told.code, WORD)).isTrue();
    }

    @Test
    void aMistypedCodeIsToldAndCountsForNothing() {
        Told told = told();
        String mistyped = told.code.substring(0, told.code.length() - 1) + (told.code.endsWith("7") ? "8" : "7");
        Visitor person = Visitor.any();
        for (int i = 0; i <= HEARD_BY_ADDRESS; i++) {
            assertThat(person.open(mistyped, WORD).asString()).contains("look at the code once more");
        }
        assertThat(person.opens(told.code, WORD)).isTrue();
    }

    @Test
    void theFirstPageNamesNothingInSixLanguages() {
        for (String language : List.of("en", "ar", "zh", "fr", "ru", "es")) {
            Response page = Visitor.speaking(language).look();
            page.then()
                    .statusCode(200)
                    .header("Content-Language", equalTo(language))
                    .header("Vary", "Accept-Language")
                    .header("X-Robots-Tag", notNullValue());
            assertThat(page.asString())
                    .contains("lang=\"" + language + "\"", "dir=\"" + (language.equals("ar") ? "rtl" : "ltr") + "\"")
                    .contains("https://www.wikipedia.org/", "autocomplete=\"off\"")
                    .doesNotContainIgnoringCase("aletheia")
                    .doesNotContainIgnoringCase("witness")
                    .doesNotContainIgnoringCase("victim")
                    .doesNotContainIgnoringCase("Commission")
                    .doesNotContain("<script", "http-equiv");
            assertThat(page.cookies()).isEmpty();
        }
        assertThat(Visitor.speaking("de").look().asString()).contains("lang=\"en\"");
    }

    @Test
    void nothingIsKeptOfWhoComesBy() throws Exception {
        String address = "203.0.113.171";
        String agent = "Marker-" + UUID.randomUUID();
        try (LogLines log = LogLines.capture()) {
            Told told = told();
            Visitor person = Visitor.marked(address, agent);
            person.look();
            assertThat(person.opens(DoorCode.random().text(), WORD)).isFalse();
            assertThat(person.opens(told.code, "wrong")).isFalse();
            assertThat(person.opens(told.code, WORD)).isTrue();
            person.write("hello");
            person.act("pause");
            person.act("withdraw");
            person.withSession("AAAA");
            get(SUPPORT, "doors/" + told.door + "/messages").body("items.text", contains("hello"));
            assertThat(log.text()).doesNotContain(address, agent, told.code, told.code.replace("-", ""), WORD);
            for (String secret : List.of(address, agent, told.code, told.code.replace("-", ""), WORD)) {
                assertThat(Database.tablesHolding(secret)).as(secret).isEmpty();
            }
        }
        for (Path file : logFiles()) {
            assertThat(Files.readString(file, StandardCharsets.ISO_8859_1))
                    .as(file.getFileName().toString())
                    .doesNotContain(address)
                    .doesNotContain(agent);
        }
    }

    @Test
    void aDoorIsGivenToOnesOwnPeopleOnceAndItsCodeShownOnce() {
        Told told = told();
        get(SUPPORT, "doors/" + told.door)
                .statusCode(200)
                .body("subject.id", equalTo(told.victim))
                .body("number", equalTo(1))
                .body("code", nullValue());
        assertThat(get(SUPPORT, "doors?subject=" + told.victim).extract().asString())
                .contains(told.door)
                .doesNotContain(told.code);
        post(SUPPORT, "doors", body(told.victim, WORD)).statusCode(409).body("code", equalTo("conflict"));

        share("victim", told.victim);
        for (String other : List.of("investigator", "case-team", "claims-officer", "auditor", "counsel")) {
            post(other, "doors", body(told.victim, WORD)).statusCode(403);
        }
        for (String other : List.of("investigator", "documenter", "protection-officer", "auditor")) {
            get(other, "doors/" + told.door).statusCode(404);
            get(other, "doors/" + told.door + "/messages").statusCode(404);
            Enrolment.as(other).delete("/api/v1/doors/" + told.door).then().statusCode(404);
        }
        post("documenter", "doors", body(told.victim, WORD))
                .statusCode(400)
                .body("findings.code", contains("reference-unknown"));
        post(SUPPORT, "doors", Map.of()).statusCode(400).body("findings.pointer", contains("/subject", "/word"));
        post(SUPPORT, "doors", body(Records.victim(SUPPORT), "ab"))
                .statusCode(400)
                .body("findings.code", contains("door-word"));
        Enrolment.as(SUPPORT)
                .body(Map.of("word", WORD))
                .post("/api/v1/doors/" + told.door + "/replacement")
                .then()
                .statusCode(428);
    }

    @Test
    void protectionStaffAttendDoorsAndOnlyTheirOwn() {
        String victim = Records.victim("investigator");
        String door = post("protection-officer", "doors", body(victim, WORD))
                .statusCode(201)
                .extract()
                .path("id");
        get("protection-officer", "doors/" + door).statusCode(200);
        get("protection-officer", "door-wishes").statusCode(200);
        get("investigator", "door-wishes").statusCode(200).body("items", equalTo(List.of()));
        settle(UUID.randomUUID().toString(), "lifted").statusCode(404);
        get(SUPPORT, "door-wishes?state=gone").statusCode(400).body("findings.code", contains("state-unknown"));
    }

    @Test
    void theWallShowsNoDoorToWhoHasNotOpenedOne() throws Exception {
        Told told = told();
        assertThat(Visitor.any().opens(told.code, WORD)).isTrue();
        Database.as(
                "aletheia_app",
                "do $$ begin if exists (select from door) or exists (select from door_wish) then"
                        + " raise exception 'seen'; end if; end $$");
        assertThatThrownBy(() -> Database.as("aletheia_app", "select * from vault.door_code"))
                .hasMessageContaining("permission denied");
        assertThatThrownBy(() -> Database.as("aletheia_follower", "select * from door_wish"))
                .hasMessageContaining("permission denied");
    }

    /** @param code as it was handed over */
    private record Told(String victim, String statement, String item, String door, String code) {}

    /** A victim whose first account is shared with the Commission, and who has a door. */
    private static Told told() {
        String victim = Records.victim(SUPPORT);
        String item = Testimony.item(SUPPORT);
        String statement = create(
                SUPPORT,
                "statements",
                Testimony.body("first-account", victim, "items", List.of(Map.of("item", item, "role", "recording"))));
        share("statement", statement);
        share("item", item);
        JsonPath door = post(SUPPORT, "doors", body(victim, WORD))
                .statusCode(201)
                .header("Cache-Control", "no-store")
                .extract()
                .jsonPath();
        return new Told(victim, statement, item, door.getString("id"), door.getString("code"));
    }

    /** What the same person tells while every use is stopped. */
    private static Told later(Told told) {
        String item = Testimony.item(SUPPORT);
        String statement = create(
                SUPPORT,
                "statements",
                Testimony.body(
                        "contact-note", told.victim, "items", List.of(Map.of("item", item, "role", "recording"))));
        return new Told(told.victim, statement, item, told.door, told.code);
    }

    private static Map<String, Object> body(String victim, String word) {
        return Map.of("subject", Testimony.victim(victim), "word", word);
    }

    private static void share(String kind, String record) {
        String grantee = Enrolment.organisation("Commission").toString();
        create(SUPPORT, "shares", Map.of("kind", kind, "record", record, "grantee", grantee));
    }

    private static void assertClosed(Told told) {
        for (String reader : List.of("investigator", "claims-officer", SUPPORT)) {
            get(reader, "statements/" + told.statement).statusCode(404);
            get(reader, "items/" + told.item).statusCode(404);
            get(reader, "items/" + told.item + "/content").statusCode(404);
        }
    }

    /** More consents of the person than a page holds, long withdrawn, that are listed before the one that stands. */
    private static void crowd(String consent) throws SQLException {
        Database.owner("insert into consent"
                + " select (jsonb_populate_record(c, jsonb_build_object("
                + " 'id', '00000000-0000-4000-8000-' || lpad(to_hex(n), 12, '0'),"
                + " 'content', jsonb_set(c.content, '{state}', '\"withdrawn\"')))).*"
                + " from consent c, generate_series(1, 205) n where c.id = '" + consent
                + "'");
    }

    private static String onlyWish(String door, String wish) {
        List<Map<String, Object>> open = new ArrayList<>();
        for (Map<String, Object> each : get(SUPPORT, "door-wishes?state=open&limit=200")
                .statusCode(200)
                .extract()
                .jsonPath()
                .<Map<String, Object>>getList("items")) {
            if (door.equals(each.get("door"))) {
                open.add(each);
            }
        }
        assertThat(open).hasSize(1);
        assertThat(open.getFirst()).containsEntry("wish", wish);
        return String.valueOf(open.getFirst().get("id"));
    }

    private static ValidatableResponse settle(String wish, String outcome) {
        return post(
                SUPPORT,
                "door-wishes/" + wish + "/settlement",
                Map.of("outcome", outcome, "channel", "in-person", "recorded", "audio"));
    }

    private static String replaced(String door) {
        return Enrolment.as(SUPPORT)
                .header("If-Match", "\"r1\"")
                .body(Map.of("word", WORD))
                .post("/api/v1/doors/" + door + "/replacement")
                .then()
                .statusCode(201)
                .body("number", equalTo(2))
                .extract()
                .path("code");
    }

    private static String downloaded(String item) throws InterruptedException {
        Instant patience = Instant.now().plus(Duration.ofSeconds(60));
        while (Instant.now().isBefore(patience)) {
            JsonPath record = get("investigator", "items/" + item + "/access-record")
                    .extract()
                    .jsonPath();
            List<String> types =
                    record.getList("items.event.fields.collect { it.find { f -> f.name == 'type' }.value }");
            int at = types.indexOf("CE-ACCESS-DOWNLOAD");
            if (at >= 0) {
                return record.getString("items[" + at + "].id");
            }
            Thread.sleep(100);
        }
        throw new AssertionError("the download is in no record");
    }

    private static List<Path> logFiles() throws IOException {
        Path logs =
                Path.of(System.getProperty("aletheia.stack")).toAbsolutePath().resolveSibling("logs");
        try (Stream<Path> files = Files.list(logs)) {
            return files.filter(Files::isRegularFile).toList();
        }
    }
}
