package org.aletheia.testimony.vault.rest;

import static org.aletheia.testing.Records.create;
import static org.aletheia.testing.Records.get;
import static org.aletheia.testing.Records.post;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.aletheia.custody.ChainEntry;
import org.aletheia.custody.Chains;
import org.aletheia.custody.Subject;
import org.aletheia.custody.format.EventField;
import org.aletheia.testing.Database;
import org.aletheia.testing.Enrolment;
import org.aletheia.testing.LogLines;
import org.aletheia.testing.Records;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What goes into the vault comes out by two persons only, and is nowhere else. */
@QuarkusTest
@Tag("it")
class VaultTest {
    @Inject
    Chains chains;

    @Test
    void twoPersonsRevealAnIdentityForAWhileAndEachStepIsInTheLog() throws Exception {
        String canary = canary();
        String victim = Records.victim("investigator");
        store("investigator", "victims/" + victim, canary).statusCode(204);
        String reveal = ask("investigator", victim)
                .statusCode(201)
                .header("Cache-Control", "no-store")
                .extract()
                .path("id");

        show("investigator", reveal).statusCode(409).body("code", equalTo("state-refused"));
        approve("investigator", reveal).statusCode(403).body("code", equalTo("second-person-required"));
        approve("auditor", reveal).statusCode(404);
        approve("documenter", reveal).statusCode(404);
        get("case-team", "identity-reveals/" + reveal)
                .statusCode(200)
                .body("state", equalTo("requested"))
                .body("reason", equalTo("She asked to be called back."));
        approve("case-team", reveal).statusCode(200).body("state", equalTo("approved"));
        approve("claims-officer", reveal).statusCode(409);

        show("case-team", reveal).statusCode(404);
        show("investigator", reveal)
                .statusCode(200)
                .header("Cache-Control", "no-store")
                .body("names[0].text", equalTo(canary))
                .body("contacts[0].value", equalTo("+380 " + canary));

        assertThat(events(victim))
                .contains("CE-IDENTITY-STORED", "CE-IDENTITY-REVEAL-REQUESTED", "CE-IDENTITY-REVEAL-APPROVED");
        assertThat(reads(victim)).contains("CE-IDENTITY-REVEALED");

        Database.owner(
                "update identity_reveal set expires_at = now() - interval '1 second' where id = '" + reveal + "'");
        show("investigator", reveal).statusCode(409);
    }

    /** The tests' own waiting time is nothing, so "too new" is made by a standing that begins in an hour. */
    @Test
    void whoWasMadeUpThisMinuteIsNoSecondPerson() throws SQLException {
        String victim = Records.victim("investigator");
        store("investigator", "victims/" + victim, canary()).statusCode(204);
        String reveal = ask("investigator", victim).statusCode(201).extract().path("id");
        for (String user : List.of("investigator", "case-team")) {
            widened(user, "now() + interval '1 hour'");
            approve("case-team", reveal).statusCode(403).body("code", equalTo("second-person-required"));
            widened(user, "now() - interval '1 hour'");
        }
        approve("case-team", reveal).statusCode(200);
    }

    private static void widened(String user, String when) throws SQLException {
        Database.owner("update member set widened_at = " + when + " where id = '" + Enrolment.member(user) + "'");
    }

    @Test
    void aNewIdentityTakesThePlaceOfTheEarlierOne() {
        String victim = Records.victim("investigator");
        store("investigator", "victims/" + victim, canary()).statusCode(204);
        String second = canary();
        store("investigator", "victims/" + victim, second).statusCode(204);
        String reveal = ask("case-team", victim).statusCode(201).extract().path("id");
        approve("investigator", reveal).statusCode(200);
        show("case-team", reveal).body("names[0].text", equalTo(second));
    }

    @Test
    void theNameIsNowhereElse() throws Exception {
        String canary = canary();
        try (LogLines log = LogLines.capture()) {
            String victim = Records.victim("investigator");
            store("investigator", "victims/" + victim, canary).statusCode(204);
            String person = create("investigator", "persons", Map.of());
            store("investigator", "persons/" + person, canary).statusCode(204);
            get("investigator", "victims/" + victim).body("", not(nullValue())).body(containsString("pseudonym"));
            get("investigator", "victims/" + victim).body(not(containsString(canary)));
            refusedWithout(canary, "{\"names\":[{\"language\":\"uk\",\"text\":\"" + canary + "\"}],\"x\":1}", victim);
            refusedWithout(canary, "{\"names\":[{\"language\":\"" + canary + "\",\"text\":\"a\"}]}", victim);
            refusedWithout(canary, "{\"names\":\"" + canary + "\"}", victim);
            refusedWithout(canary, "{\"names\":[" + canary, victim);
            assertThat(log.text()).doesNotContain(canary);
        }
        assertThat(Database.tablesHolding(canary)).isEmpty();
    }

    @Test
    void noRoleReachesIntoTheOthersSchema() {
        assertThatThrownBy(() -> Database.as("aletheia_app", "select * from vault.identity"))
                .isInstanceOfSatisfying(
                        SQLException.class, e -> assertThat(e.getSQLState()).isEqualTo("42501"));
        assertThatThrownBy(() -> Database.as("aletheia_follower", "select * from vault.identity"))
                .isInstanceOfSatisfying(
                        SQLException.class, e -> assertThat(e.getSQLState()).isEqualTo("42501"));
        for (String table :
                List.of("victim", "person", "incident", "source", "revision", "identity_reveal", "unit_key")) {
            assertThatThrownBy(() -> Database.as("aletheia_vault", "select * from " + table))
                    .as(table)
                    .isInstanceOfSatisfying(
                            SQLException.class, e -> assertThat(e.getSQLState()).isEqualTo("42501"));
        }
    }

    @Test
    void onlyRecordsUnderAPseudonymHaveAnIdentity() {
        String commander = create(
                "documenter",
                "persons",
                Map.of("protectedIdentity", false, "names", List.of(Map.of("language", "en", "text", "General"))));
        store("documenter", "persons/" + commander, canary()).statusCode(409).body("code", equalTo("state-refused"));
        store("documenter2", "persons/" + commander, canary()).statusCode(404);
        store("documenter", "victims/" + UUID.randomUUID(), canary()).statusCode(404);
    }

    @Test
    void whoStoresNeedNotBeAbleToAsk() {
        String victim = Records.victim("documenter");
        ask("documenter", victim).statusCode(404);
        String empty = Records.victim("investigator");
        ask("investigator", empty).statusCode(409);
        post("investigator", "identity-reveals", Map.of("subject", Map.of("kind", "unit", "id", empty)))
                .statusCode(400);
    }

    private static String canary() {
        return "Канарка" + UUID.randomUUID().toString().substring(0, 8);
    }

    private static ValidatableResponse store(String user, String record, String name) {
        Map<String, Object> body = Map.of(
                "names", List.of(Map.of("language", "uk", "text", name)),
                "contacts", List.of(Map.of("type", "phone", "value", "+380 " + name)),
                "born", "198X");
        return Enrolment.as(user)
                .body(body)
                .put("/api/v1/" + record + "/identity")
                .then();
    }

    private static ValidatableResponse ask(String user, String victim) {
        return post(
                user,
                "identity-reveals",
                Map.of(
                        "subject", Map.of("kind", "victim", "id", victim),
                        "purpose", "victim-contact",
                        "reason", "She asked to be called back."));
    }

    private static ValidatableResponse approve(String user, String reveal) {
        return Enrolment.as(user)
                .post("/api/v1/identity-reveals/" + reveal + "/approval")
                .then();
    }

    private static ValidatableResponse show(String user, String reveal) {
        return Enrolment.as(user)
                .post("/api/v1/identity-reveals/" + reveal + "/identity")
                .then();
    }

    private static void refusedWithout(String canary, String body, String victim) {
        Enrolment.as("investigator")
                .body(body)
                .put("/api/v1/victims/" + victim + "/identity")
                .then()
                .statusCode(400)
                .body(not(containsString(canary)));
    }

    private List<String> events(String victim) throws InterruptedException {
        Subject subject = new Subject("victim", UUID.fromString(victim));
        Instant patience = Instant.now().plus(Duration.ofSeconds(60));
        List<String> types = List.of();
        while (!types.contains("CE-IDENTITY-REVEAL-APPROVED") && Instant.now().isBefore(patience)) {
            Thread.sleep(100);
            types = chains.custody(subject, 0, 100).stream()
                    .map(VaultTest::type)
                    .toList();
        }
        return types;
    }

    private List<String> reads(String victim) {
        return chains.accessRecord(new Subject("victim", UUID.fromString(victim)), 0, 100).stream()
                .map(VaultTest::type)
                .toList();
    }

    private static String type(ChainEntry entry) {
        return String.valueOf(entry.event().value(EventField.TYPE).orElse(""));
    }
}
