package org.aletheia.testimony.vault.erasure.rest;

import static io.restassured.RestAssured.given;
import static org.aletheia.testing.Records.create;
import static org.aletheia.testing.Records.get;
import static org.aletheia.testing.Records.post;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.aletheia.custody.format.EventTypeRegistry;
import org.aletheia.custody.format.Receipt;
import org.aletheia.platform.keys.FileKeyEncryptionKeys;
import org.aletheia.platform.keys.KeyCopier;
import org.aletheia.platform.keys.KeyTombstones;
import org.aletheia.platform.objectstore.Bucket;
import org.aletheia.platform.objectstore.ObjectStores;
import org.aletheia.testing.AdminDatabase;
import org.aletheia.testing.Approving;
import org.aletheia.testing.Database;
import org.aletheia.testing.Enrolment;
import org.aletheia.testing.Items;
import org.aletheia.testing.Records;
import org.aletheia.testing.Testimony;
import org.aletheia.verifier.Finding;
import org.aletheia.verifier.ReceiptCheck;
import org.aletheia.verifier.Trust;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Who somebody was is known to nobody any more, by decision of two; everything else stays and verifies. */
@QuarkusTest
@Tag("it")
class ErasureIT {
    @Inject
    KeyCopier copier;

    @Inject
    KeyTombstones tombstones;

    @Inject
    FileKeyEncryptionKeys keks;

    @Inject
    ObjectStores stores;

    @Test
    void anIdentityEndsByDecisionOfTwoAndTheRecordStays() {
        String victim = known();
        String pseudonym = get("investigator", "victims/" + victim).extract().path("pseudonym");
        String seen = reveal(victim);
        over(seen);

        String erasure = create("investigator", "identity-erasures", body(victim));
        get("investigator", "identity-erasures/" + erasure)
                .statusCode(200)
                .body("state", equalTo("requested"))
                .body("expiresAt", notNullValue());
        for (String user : List.of("investigator", "case-team")) {
            decide(user, erasure, "approved").statusCode(403).body("code", equalTo("second-person-required"));
        }
        for (String user : List.of("documenter", "counsel2", "auditor", "protection-officer")) {
            int status = user.equals("protection-officer") ? 403 : 404;
            decide(user, erasure, "approved").statusCode(status);
        }
        decide("counsel", erasure, "withdrawn").statusCode(403);
        String still = reveal(victim);
        show(still).statusCode(200);
        over(still);

        decide("counsel", erasure, "approved").statusCode(200).body("state", equalTo("approved"));
        decide("counsel", erasure, "approved").statusCode(409).body("code", equalTo("state-refused"));
        ask(victim).statusCode(410).body("code", equalTo("identity-erased"));
        store("investigator", victim).statusCode(410).body("code", equalTo("identity-erased"));
        get("investigator", "identity-reveals/" + seen).statusCode(200).body("reason", nullValue());
        get("investigator", "victims/" + victim).statusCode(200).body("pseudonym", equalTo(pseudonym));
        post("investigator", "identity-erasures", body(victim)).statusCode(201);
        assertThat(AdminDatabase.eventsOf(UUID.fromString(victim)))
                .containsSubsequence(
                        "CE-IDENTITY-ERASURE-REQUESTED", "CE-IDENTITY-ERASURE-APPROVED", "CE-KEY-DESTROYED");
    }

    /** What the log tells of it is proven as before, and says no word of who it was. */
    @Test
    void receiptsOfBeforeAndAfterVerify() throws Exception {
        String victim = known();
        erase(victim);
        String[] keys = given().get("/log/vkeys").asString().split("\n");
        Trust trust = Trust.of(keys[0].split("\\+")[0], List.of(keys), 0);
        for (String type : List.of("CE-IDENTITY-STORED", "CE-IDENTITY-ERASURE-APPROVED")) {
            Receipt receipt = Receipt.parse(proven(event(victim, type)));
            assertThat(new ReceiptCheck(trust, EventTypeRegistry.builtIn(), false)
                            .check(receipt, Optional.empty(), Optional.empty()).findings().stream()
                                    .filter(finding -> finding.outcome() == Finding.Outcome.FAILED)
                                    .map(Finding::check))
                    .as(type)
                    .isEmpty();
        }
    }

    /** A database of before has the key again, and with it the name; the bucket remembers, before the server is ready. */
    @Test
    void aRestoredBackupGivesNothingBack() throws SQLException {
        String victim = known();
        String key = key(victim);
        String wrapped = AdminDatabase.column("select wrapped::text from unit_key where id::text = ?", key)
                .getFirst();
        copier.copyDue();
        assertThat(copy(key)).contains("\"wrapped\"");
        erase(victim);
        copier.copyDue();
        assertThat(copy(key)).doesNotContain("\"wrapped\"");

        Database.owner("set session_replication_role = replica; update unit_key set wrapped = '" + wrapped
                + "', wrapped_by = '" + keks.current()
                + "', destroyed_at = null, copy_due = null, revision = 1 where id = '" + key + "'");
        String reveal = reveal(victim);
        show(reveal).statusCode(200).body("names[0].text", equalTo("Олена"));
        assertThat(tombstones.apply().destroyed()).isEqualTo(1);
        show(reveal).statusCode(410).body("code", equalTo("identity-erased"));
        ask(victim).statusCode(410);
    }

    @Test
    void itIsRefusedWithAllThatStandsAgainstIt() {
        String victim = known();
        String reveal = ask(victim).statusCode(201).extract().path("id");
        refused(victim, "reveal-open");
        approve(reveal);
        refused(victim, "reveal-open");
        over(reveal);

        String item = Items.readableBy("investigator").id();
        create("investigator", "victims/" + victim + "/sources", Map.of("item", item, "support", "supports"));
        String hold = create("case-team", "items/" + item + "/holds", ORDER);
        refused(victim, "legal-hold");
        Map<String, Object> file = new HashMap<>(Map.of(
                "title",
                "Shelling of the market",
                "language",
                "en",
                "members",
                List.of(Enrolment.member("case-team")),
                "witnesses",
                List.of(Testimony.victim(victim))));
        create("case-team", "case-files", file);
        refused(victim, "in-case", "legal-hold");
        Approving.liftHold("case-team", "case-team2", hold, LIFTED);
        refused(victim, "in-case");
    }

    /** A hold that the field team placed on its own item says no more than that somebody needs it. */
    @Test
    void whatOthersNeedIsOneCode() {
        String victim = known();
        String item = Items.readableBy("investigator").id();
        create("investigator", "victims/" + victim + "/sources", Map.of("item", item, "support", "supports"));
        create("documenter", "items/" + item + "/holds", ORDER);
        refused(victim, "needed-elsewhere");
    }

    @Test
    void whatIsInAStatementOfTheirsHoldsItToo() {
        String victim = Records.victim("documenter");
        store("documenter", victim).statusCode(204);
        String item = Testimony.item("documenter");
        Map<String, Object> said = Testimony.body("first-account", victim);
        said.put("items", List.of(Map.of("item", item, "role", "recording")));
        create("documenter", "statements", said);
        String erasure = create("documenter", "identity-erasures", body(victim));
        create("documenter", "items/" + item + "/holds", ORDER);
        decide("counsel2", erasure, "approved")
                .statusCode(409)
                .body("code", equalTo("erasure-refused"))
                .body("reasons", equalTo(List.of("legal-hold")));
        assertThat(AdminDatabase.column("select destroyed_at::text from unit_key where id::text = ?", key(victim)))
                .containsOnlyNulls();
        decide("documenter", erasure, "withdrawn").statusCode(200).body("state", equalTo("withdrawn"));
    }

    @Test
    void whoWasMadeUpThisMinuteIsNoSecondPerson() throws SQLException {
        String erasure = create("investigator", "identity-erasures", body(known()));
        for (String user : List.of("investigator", "counsel")) {
            widened(user, "now() + interval '1 hour'");
            decide("counsel", erasure, "approved").statusCode(403).body("code", equalTo("second-person-required"));
            widened(user, "now() - interval '1 hour'");
        }
        decide("counsel", erasure, "approved").statusCode(200);
    }

    /** Whatever the server asks, the database destroys the key of a person by a decision of two alone. */
    @Test
    void theDatabaseLooksForTheTwoByItself() throws Exception {
        String victim = known();
        String erasure = create("investigator", "identity-erasures", body(victim));
        for (String role : List.of("aletheia_app", "aletheia_follower")) {
            assertThatThrownBy(() -> Database.as(role, "select aletheia_erase_identity('" + erasure + "')"))
                    .isInstanceOf(SQLException.class);
        }
        Database.owner("alter table identity_erasure disable trigger guard;"
                + " update identity_erasure set expires_at = now() - interval '1 day' where id = '" + erasure + "';"
                + " alter table identity_erasure enable trigger guard");
        int status = decide("counsel", erasure, "approved").extract().statusCode();
        assertThat(status).isNotEqualTo(200);
        get("investigator", "identity-erasures/" + erasure).body("state", equalTo("requested"));
        show(reveal(victim)).statusCode(200);
        assertThatThrownBy(() ->
                        Database.owner("update identity_erasure set decider = requester where id = '" + erasure + "'"))
                .isInstanceOf(SQLException.class);
    }

    @Test
    void everythingThatIsWrongIsFoundAtOnce() {
        post("investigator", "identity-erasures", Map.of())
                .statusCode(400)
                .body("findings.pointer", containsInAnyOrder("/subject", "/ground"));
        String foreign = Records.victim("documenter");
        post("investigator", "identity-erasures", Map.of("subject", Testimony.victim(foreign), "ground", "because"))
                .statusCode(400)
                .body("findings.pointer", containsInAnyOrder("/subject/id", "/ground"))
                .body("findings.code", hasItem("reference-unknown"));
        Map<String, String> unit = Map.of("kind", "unit", "id", foreign);
        post("investigator", "identity-erasures", Map.of("subject", unit, "ground", "danger"))
                .statusCode(400)
                .body("findings.code", equalTo(List.of("kind-unknown")));
        post("auditor", "identity-erasures", body(foreign)).statusCode(403);

        String empty = create("investigator", "identity-erasures", body(Records.victim("investigator")));
        post("counsel", "identity-erasures/" + empty + "/decisions", Map.of("outcome", "perhaps"))
                .statusCode(400)
                .body("findings.code", equalTo(List.of("outcome-unknown")));
        decide("counsel", empty, "approved").statusCode(409).body("code", equalTo("state-refused"));
        decide("counsel", empty, "refused").statusCode(200).body("state", equalTo("refused"));
        assertThat(Records.listed("auditor", "identity-erasures")).contains(empty);
        assertThat(Records.listed("documenter", "identity-erasures")).doesNotContain(empty);
    }

    private static final Map<String, Object> ORDER = Map.of("reason", "proceedings", "authority", "prosecutor");
    private static final Map<String, Object> LIFTED = Map.of("reason", "order-lifted", "authority", "prosecutor");

    /** A victim of the Commission whose identity is in the vault. */
    private static String known() {
        String victim = Records.victim("investigator");
        store("investigator", victim).statusCode(204);
        return victim;
    }

    private static ValidatableResponse store(String user, String victim) {
        return Enrolment.as(user)
                .body(Map.of("names", List.of(Map.of("language", "uk", "text", "Олена"))))
                .put("/api/v1/victims/" + victim + "/identity")
                .then();
    }

    private static Map<String, Object> body(String victim) {
        return Map.of("subject", Testimony.victim(victim), "ground", "erasure-request");
    }

    private static ValidatableResponse decide(String user, String erasure, String outcome) {
        return post(user, "identity-erasures/" + erasure + "/decisions", Map.of("outcome", outcome));
    }

    private static void erase(String victim) {
        String erasure = create("investigator", "identity-erasures", body(victim));
        decide("counsel", erasure, "approved").statusCode(200);
    }

    private static void refused(String victim, String... codes) {
        post("investigator", "identity-erasures", body(victim))
                .statusCode(409)
                .body("code", equalTo("erasure-refused"))
                .body("reasons", equalTo(List.of(codes)));
    }

    private static ValidatableResponse ask(String victim) {
        return post(
                "investigator",
                "identity-reveals",
                Map.of("subject", Testimony.victim(victim), "purpose", "victim-contact", "reason", "To call back."));
    }

    private static void approve(String reveal) {
        post("case-team", "identity-reveals/" + reveal + "/approval", Map.of()).statusCode(200);
    }

    private static String reveal(String victim) {
        String reveal = ask(victim).statusCode(201).extract().path("id");
        approve(reveal);
        return reveal;
    }

    private static ValidatableResponse show(String reveal) {
        return post("investigator", "identity-reveals/" + reveal + "/identity", Map.of());
    }

    private static void over(String reveal) {
        try {
            Database.owner(
                    "update identity_reveal set expires_at = now() - interval '1 second' where id = '" + reveal + "'");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void widened(String user, String when) throws SQLException {
        Database.owner("update member set widened_at = " + when + " where id = '" + Enrolment.member(user) + "'");
    }

    private static String key(String victim) {
        return AdminDatabase.column("select id::text from unit_key where subject = ?", UUID.fromString(victim))
                .getFirst();
    }

    private String copy(String key) {
        return new String(stores.of(Bucket.KEYS).readAll("unit-keys/" + key, 4096), StandardCharsets.UTF_8);
    }

    private static String event(String victim, String type) {
        return Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .until(
                        () -> AdminDatabase.column(
                                "select event_id::text from journal where event_type = ? and ? = any (subject_ids)",
                                type,
                                UUID.fromString(victim)),
                        found -> !found.isEmpty())
                .getFirst();
    }

    private static byte[] proven(String event) {
        return Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .until(
                        () -> Enrolment.as("investigator")
                                .header("Prefer", "wait=10")
                                .accept("application/json")
                                .get("/api/v1/events/" + event + "/receipt"),
                        answer -> answer.statusCode() == 200)
                .asByteArray();
    }
}
