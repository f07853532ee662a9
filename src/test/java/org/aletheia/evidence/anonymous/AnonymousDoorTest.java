package org.aletheia.evidence.anonymous;

import static org.aletheia.testing.Records.create;
import static org.aletheia.testing.Records.get;
import static org.aletheia.testing.Records.post;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.aletheia.testing.AdminDatabase;
import org.aletheia.testing.Database;
import org.aletheia.testing.Enrolment;
import org.aletheia.testing.LogLines;
import org.aletheia.testing.Records;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What somebody without an account can hand in, what becomes of it, and what nobody learns of who it was. */
@QuarkusTest
@Tag("it")
class AnonymousDoorTest {
    /** Of the organisation that receives, as the configuration of tests has it. */
    private static final String INTAKE = "victims-org";

    private static final String WORD = "Blue Kite";
    private static final int MOST_PER_ADDRESS = 3;

    @Inject
    AnonymousAtWork work;

    @Inject
    AnonymousLimits limits;

    @Test
    void fromTheFormToTheItem() throws Exception {
        String canary = "They took the road to " + UUID.randomUUID();
        byte[] photo = ("a photo " + UUID.randomUUID()).getBytes(StandardCharsets.UTF_8);
        String name = "Maria " + UUID.randomUUID() + ".jpg";
        Stranger stranger = Stranger.any();
        String deposit = handedIn(stranger, canary, Map.of(name, photo));
        assertThat(UUID.fromString(deposit).version()).isEqualTo(4);
        for (String said : List.of(canary, name)) {
            assertThat(Database.tablesHolding(said)).isEmpty();
        }

        // those who take in see it, and nobody else
        JsonPath found = get(INTAKE, "anonymous-deposits/" + deposit)
                .statusCode(200)
                .body("deposit.state", equalTo("waiting"))
                .body("files.typed", contains(false, true))
                .body("files[0].name", equalTo(name))
                .body("files[1].name", nullValue())
                .extract()
                .jsonPath();
        String typed = "anonymous-deposits/" + deposit + "/files/" + found.getString("files[1].id");
        get(INTAKE, typed + "/content")
                .statusCode(200)
                .header("Content-Disposition", containsString("attachment"))
                .body(equalTo(canary));
        for (String other : List.of("investigator", "documenter", "auditor", "admin")) {
            get(other, "anonymous-deposits/" + deposit).statusCode(404);
            get(other, typed + "/content").statusCode(404);
            get(other, "anonymous-deposits/" + deposit + "/messages").statusCode(404);
            get(other, "anonymous-deposits").body("items", empty());
        }

        // messages both ways
        assertThat(stranger.write("More is under the stairs").asString()).contains("Your message was left");
        get(INTAKE, "anonymous-deposits/" + deposit + "/messages")
                .body("items.text", contains("More is under the stairs"));
        post(INTAKE, "anonymous-deposits/" + deposit + "/messages", Map.of("text", "Thank you <b>"))
                .statusCode(201);
        assertThat(stranger.act("look").asString()).contains("Thank you &lt;b&gt;", "seen on", "Nobody has decided");

        // one file becomes an item, once; the other goes
        post(INTAKE, "anonymous-deposits/" + deposit + "/settlement", Map.of("outcome", "accepted"))
                .statusCode(409);
        String submission = submission();
        String path = typed + "/registration?submission=" + submission;
        Map<String, Object> statement = Map.of(
                "title", "Note left at the door",
                "kind", "testimony",
                "source", Map.of("category", "unknown"));
        post("documenter", path, statement).statusCode(404);
        String item = post(INTAKE, path, statement).statusCode(201).extract().path("id");
        post(INTAKE, path, statement)
                .statusCode(409)
                .body("code", equalTo("state-refused"))
                .body("item", equalTo(item));
        get(INTAKE, "items/" + item + "/content").statusCode(200).body(equalTo(canary));
        post(INTAKE, "anonymous-deposits/" + deposit + "/settlement", refusal()).statusCode(409);
        post(INTAKE, "anonymous-deposits/" + deposit + "/settlement", Map.of("outcome", "accepted"))
                .statusCode(200)
                .body("deposit.state", equalTo("accepted"))
                .body("deposit.settledBy", notNullValue());
        get(INTAKE, typed + "/content").statusCode(409);
        work.run();
        get(INTAKE, "anonymous-deposits/" + deposit).body("files", hasSize(1)).body("files[0].item", equalTo(item));
        get(INTAKE, "items/" + item + "/content").statusCode(200).body(equalTo(canary));
        assertThat(Stranger.any().open(stranger.code(), WORD).asString())
                .contains("What was taken in is kept as evidence", "kept as evidence")
                .doesNotContain(name, "nobody uses it now");

        // what became evidence is not destroyed: it is closed until the organisation opens it
        assertThat(stranger.act("take-back").asString()).contains("is closed from now on", "nobody uses it now");
        get(INTAKE, "items/" + item).statusCode(404);
        assertThat(stranger.act("take-back").asString()).contains("nothing left to take back");
        get(INTAKE, "anonymous-deposits/" + deposit).body("usesStopped", equalTo(true));
        String resumption = "/api/v1/anonymous-deposits/" + deposit + "/resumption";
        Enrolment.as("documenter").post(resumption).then().statusCode(404);
        Enrolment.as(INTAKE).post(resumption).then().statusCode(204);
        Enrolment.as(INTAKE).post(resumption).then().statusCode(409);
        get(INTAKE, "items/" + item).statusCode(200);
        assertThat(AdminDatabase.eventsOf(UUID.fromString(deposit)))
                .contains("ANONYMOUS-HANDED-IN", "ANONYMOUS-REGISTERED", "ANONYMOUS-SETTLED", "DOOR-OPENED");
    }

    @Test
    void whatIsTakenBackIsGoneWithItsMessagesAndItsCode() {
        Stranger stranger = Stranger.any();
        String deposit = handedIn(stranger, "I am not sure", Map.of());
        stranger.write("Please wait");
        assertThat(stranger.act("take-back").asString()).contains("You took it back");
        get(INTAKE, "anonymous-deposits/" + deposit).body("deposit.state", equalTo("taken-back"));
        get(INTAKE, "anonymous-deposits/" + deposit + "/messages").statusCode(409);
        post(INTAKE, "anonymous-deposits/" + deposit + "/settlement", refusal()).statusCode(409);
        assertThat(Stranger.inside(Stranger.any().open(stranger.code(), WORD))).isFalse();
        assertThat(destroyedKeys(deposit)).containsExactly("true", "true");
        work.run();
        get(INTAKE, "anonymous-deposits/" + deposit).body("files", empty());
    }

    @Test
    void aRefusalGivesAReasonAndLeavesNothing() {
        Stranger stranger = Stranger.any();
        String deposit = handedIn(stranger, "An advertisement", Map.of());
        post(INTAKE, "anonymous-deposits/" + deposit + "/settlement", Map.of("outcome", "refused"))
                .statusCode(400)
                .body("findings.pointer", contains("/reason"));
        post(INTAKE, "anonymous-deposits/" + deposit + "/settlement", refusal())
                .statusCode(200)
                .body("deposit.reason", equalTo("not-relevant"));
        assertThat(stranger.act("look").asString()).contains("not taken in");
        assertThat(stranger.act("take-back").asString()).contains("nothing left to take back");
        post(INTAKE, "anonymous-deposits/" + deposit + "/messages", Map.of("text", "Not for us"))
                .statusCode(201);
    }

    @Test
    void whatNobodyDecidesInTimeGoes() throws Exception {
        Stranger stranger = Stranger.any();
        String deposit = handedIn(stranger, "Long ago", Map.of());
        Database.owner("alter table anonymous_deposit disable trigger guard;"
                + "update anonymous_deposit set expires_at = now() where id = '" + deposit + "';"
                + "alter table anonymous_deposit enable trigger guard");
        work.run();
        get(INTAKE, "anonymous-deposits/" + deposit)
                .body("deposit.state", equalTo("expired"))
                .body("files", empty());
        assertThat(stranger.act("look").asString()).contains("Nobody decided about it in time");
    }

    @Test
    void whateverKeepsItShutLooksTheSame() throws Exception {
        Map<String, Response> shut = new LinkedHashMap<>();
        Stranger stranger = Stranger.any();
        String deposit = handedIn(stranger, "Something", Map.of());
        shut.put("another word", Stranger.any().open(stranger.code(), "green kite"));
        shut.put("no session", Stranger.any().act("look"));
        Stranger other = Stranger.any();
        handedIn(other, "Something else", Map.of());
        other.act("take-back");
        shut.put("taken back", Stranger.any().open(other.code(), WORD));
        shut.put("a session of what was taken back", other.act("look"));
        Database.owner("update vault.anonymous_code set valid_until = now() where deposit = '" + deposit + "'");
        shut.put("an expired code", Stranger.any().open(stranger.code(), WORD));
        String first = Stranger.whole(shut.values().iterator().next());
        assertThat(first)
                .startsWith("HTTP/1.1 200")
                .contains("There is nothing to show here now", "clear-site-data", "cache-control=no-store")
                .doesNotContain("set-cookie", "aletheia", "<script");
        shut.forEach((why, answer) -> assertThat(Stranger.whole(answer)).as(why).isEqualTo(first));
    }

    /** An organisation that is not there, or is not named, are one case. */
    @Test
    void withoutAnOrganisationThatReceivesThereIsNoDoor() throws Exception {
        Enrolment.organisation("Victims Association");
        String name = "update member_organisation set ended_at = %s where name = 'Victims Association'";
        Database.owner(name.formatted("now()"));
        try {
            Response absent =
                    RestAssured.given().header("Accept-Language", "en").get("/forms");
            assertThat(absent.statusCode()).isEqualTo(404);
            String shown = Stranger.whole(absent).replaceAll("/forms|[0-9a-f-]{36}", "");
            assertThat(Stranger.whole(Stranger.any().look()).replaceAll("/form|[0-9a-f-]{36}", ""))
                    .isEqualTo(shown);
            assertThat(Stranger.any().handIn(WORD, "Anybody there?", Map.of()).statusCode())
                    .isEqualTo(404);
            assertThat(Stranger.any().open("x", WORD).statusCode()).isEqualTo(404);
        } finally {
            Database.owner(name.formatted("null"));
        }
        assertThat(Stranger.any().look().statusCode()).isEqualTo(200);
    }

    @Test
    void whatIsTooMuchOrNothingLeavesNothing() {
        String objects = "select count(*)::text from anonymous_file";
        String before = AdminDatabase.column(objects).getFirst();
        assertThat(said(Stranger.any().handIn(WORD, "", Map.of("big.jpg", new byte[3 << 20]))))
                .contains("It was too much");
        assertThat(said(Stranger.any().handIn(WORD, "x".repeat(20_001), Map.of())))
                .contains("It was too much");
        assertThat(said(Stranger.any().handIn(WORD, " ", Map.of()))).contains("Nothing was kept");
        assertThat(said(Stranger.any().handIn("ab", "text", Map.of()))).contains("Nothing was kept");
        assertThat(AdminDatabase.column(objects).getFirst()).isEqualTo(before);
        Stranger often = Stranger.any();
        for (int i = 0; i < MOST_PER_ADDRESS; i++) {
            assertThat(Stranger.inside(often.handIn(WORD, "again " + i, Map.of())))
                    .isTrue();
        }
        assertThat(said(often.handIn(WORD, "once more", Map.of()))).contains("Please come back another time");
        for (int i = 0; limits.enter("crowd " + i); i++) {
            assertThat(i).as("arrivals at once").isLessThan(100);
        }
        try {
            assertThat(said(Stranger.any().handIn(WORD, "text", Map.of()))).contains("Please come back another time");
        } finally {
            for (int i = 0; i < 4; i++) {
                limits.leave();
            }
        }
    }

    @Test
    void theFirstPageNamesNothingAndTellsWhatFilesRevealInSixLanguages() {
        Set<String> told = new HashSet<>();
        for (String language : List.of("en", "ar", "zh", "fr", "ru", "es")) {
            Response page = Stranger.speaking(language).look();
            page.then().statusCode(200).header("Content-Language", equalTo(language));
            String html = page.asString();
            assertThat(html)
                    .contains("lang=\"" + language + "\"", "https://www.wikipedia.org/", "type=\"file\"")
                    .doesNotContainIgnoringCase("aletheia")
                    .doesNotContainIgnoringCase("witness")
                    .doesNotContainIgnoringCase("victim")
                    .doesNotContain("<script", "http-equiv", "{files}", "{size}", "<li></li>");
            assertThat(page.cookies()).isEmpty();
            told.add(html.substring(html.indexOf("<ul>"), html.indexOf("</ul>")));
        }
        assertThat(told).hasSize(6).allMatch(list -> list.split("<li>", -1).length == 6);
    }

    @Test
    void nothingIsKeptOfWhoComesBy() throws Exception {
        String address = "203.0.113.172";
        String agent = "Marker-" + UUID.randomUUID();
        try (LogLines log = LogLines.capture()) {
            Stranger stranger = Stranger.marked(address, agent);
            stranger.look();
            handedIn(stranger, "Something", Map.of());
            stranger.open(stranger.code(), "wrong word");
            stranger.open(stranger.code(), WORD);
            for (String secret :
                    List.of(address, agent, stranger.code(), stranger.code().replace("-", ""), WORD)) {
                assertThat(log.text()).doesNotContain(secret);
                assertThat(Database.tablesHolding(secret)).as(secret).isEmpty();
            }
        }
    }

    @Test
    void theWallShowsNoDepositToWhoHasNotOpenedIt() throws Exception {
        String deposit = handedIn(Stranger.any(), "Behind the wall", Map.of());
        String seen = "do $$ begin if exists (select from anonymous_deposit) or exists (select from anonymous_file)"
                + " then raise 'seen'; end if; end $$";
        Database.as("aletheia_app", seen);
        Database.as(
                "aletheia_app",
                "begin; set local aletheia.anonymous = '" + deposit + "'; do $$ begin if (select count(*) from"
                        + " anonymous_deposit) <> 1 then raise 'not one'; end if; end $$; rollback");
    }

    /** The answer's page, with what it says first. */
    private static String said(Response answer) {
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(Stranger.inside(answer)).isFalse();
        return answer.asString();
    }

    /** Hands in; the id of the deposit as those who take in see it. */
    private static String handedIn(Stranger stranger, String text, Map<String, byte[]> files) {
        Set<String> before = new HashSet<>(Records.listed(INTAKE, "anonymous-deposits"));
        Response answer = stranger.handIn(WORD, text, files);
        assertThat(answer.asString()).contains("Your code", "Victims Association");
        assertThat(stranger.code()).isNotEmpty();
        List<String> fresh = Records.listed(INTAKE, "anonymous-deposits").stream()
                .filter(id -> !before.contains(id))
                .toList();
        assertThat(fresh).hasSize(1);
        return fresh.getFirst();
    }

    private static String submission() {
        return create(
                INTAKE,
                "submissions",
                Map.of(
                        "title", "Left at the door",
                        "controller", "Victims Association",
                        "legalBasis", "public interest",
                        "retentionRule", "until-proceedings-end"));
    }

    private static Map<String, Object> refusal() {
        return Map.of("outcome", "refused", "reason", "not-relevant");
    }

    private static List<String> destroyedKeys(String deposit) {
        return AdminDatabase.column(
                "select (destroyed_at is not null)::text from unit_key where subject = ?", UUID.fromString(deposit));
    }
}
