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
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.aletheia.testing.AdminDatabase;
import org.aletheia.testing.Database;
import org.aletheia.testing.Enrolment;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What somebody without an account can hand in, what becomes of it, and what nobody learns of who it was. */
@QuarkusTest
@Tag("it")
class AnonymousDoorTest {
    private static final String INTAKE = Stranger.INTAKE;

    @Inject
    AnonymousAtWork work;

    @Test
    void fromTheFormToTheItem() throws Exception {
        String canary = "They took the road to " + UUID.randomUUID();
        byte[] photo = ("a photo " + UUID.randomUUID()).getBytes(StandardCharsets.UTF_8);
        String name = "Maria " + UUID.randomUUID() + ".jpg";
        Stranger stranger = Stranger.any();
        String deposit = stranger.leaves(canary, Map.of(name, photo));
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
        assertThat(Stranger.any().open(stranger.code(), Stranger.WORD).asString())
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
        String deposit = stranger.leaves("I am not sure", Map.of());
        stranger.write("Please wait");
        assertThat(stranger.act("take-back").asString()).contains("You took it back");
        get(INTAKE, "anonymous-deposits/" + deposit).body("deposit.state", equalTo("taken-back"));
        get(INTAKE, "anonymous-deposits/" + deposit + "/messages").statusCode(409);
        post(INTAKE, "anonymous-deposits/" + deposit + "/settlement", refusal()).statusCode(409);
        assertThat(Stranger.inside(Stranger.any().open(stranger.code(), Stranger.WORD)))
                .isFalse();
        assertThat(destroyedKeys(deposit)).containsExactly("true", "true");
        work.run();
        get(INTAKE, "anonymous-deposits/" + deposit).body("files", empty());
    }

    @Test
    void aRefusalGivesAReasonAndLeavesNothing() {
        Stranger stranger = Stranger.any();
        String deposit = stranger.leaves("An advertisement", Map.of());
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
        String deposit = stranger.leaves("Long ago", Map.of());
        Database.owner("alter table anonymous_deposit disable trigger guard;"
                + "update anonymous_deposit set expires_at = now() where id = '" + deposit + "';"
                + "alter table anonymous_deposit enable trigger guard");
        work.run();
        get(INTAKE, "anonymous-deposits/" + deposit)
                .body("deposit.state", equalTo("expired"))
                .body("files", empty());
        assertThat(stranger.act("look").asString()).contains("Nobody decided about it in time");
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
