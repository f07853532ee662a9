package org.aletheia.testimony.vault;

import static org.aletheia.testimony.vault.GuardedIdentities.REASON;
import static org.aletheia.testimony.vault.GuardedIdentities.approve;
import static org.aletheia.testimony.vault.GuardedIdentities.asked;
import static org.aletheia.testimony.vault.GuardedIdentities.canary;
import static org.aletheia.testimony.vault.GuardedIdentities.store;
import static org.aletheia.testimony.vault.GuardedIdentities.subject;
import static org.aletheia.testimony.vault.GuardedIdentities.victim;
import static org.aletheia.testing.Records.get;
import static org.aletheia.testing.Records.post;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.aletheia.access.RecordKind;
import org.aletheia.platform.keys.BrokenSealException;
import org.aletheia.platform.keys.UnitKey;
import org.aletheia.platform.keys.UnitKeys;
import org.aletheia.testing.AdminDatabase;
import org.aletheia.testing.Approving;
import org.aletheia.testing.Database;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What was stored before there were custodians comes under them, and the server has no name any more. */
@QuarkusTest
@Tag("it")
class CustodianWrappingIT {
    private static final Duration PATIENCE = Duration.ofSeconds(120);

    @Inject
    Vault vault;

    @Inject
    UnitKeys unitKeys;

    private final List<Keeper> keepers = new ArrayList<>();

    @BeforeEach
    void keys() {
        for (String user : List.of("documenter", "documenter2", "victims-org")) {
            keepers.add(Keeper.registered(user));
        }
    }

    /** Other tests have a vault without custodians. */
    @AfterEach
    void end() {
        for (String scheme : AdminDatabase.column("select id from custodian_scheme where ended_at is null")) {
            Approving.approved(
                    "admin2",
                    post("admin", "custodian-schemes/" + scheme + "/end", Map.of("reason", "No longer needed")));
        }
    }

    @Test
    void whatWasStoredBeforeOpensWithCustodiansAndNotWithoutThem() throws Exception {
        String canary = canary();
        String victim = victim(canary);
        SealedIdentity before = held(victim);
        UnitKey person = unitKeys.open(before.unitKey());
        assertThat(marks(victim)).isNotEmpty();
        assertThat(IdentitySeal.open(person, before).names()).hasSize(1);
        String earlier = asked(victim).getString("id");
        String scheme = begin();
        assertThat(held(victim).split())
                .as("a scheme is for what is stored from then on")
                .isNull();

        wrap(scheme);
        done(scheme);

        SealedIdentity after = held(victim);
        assertThat(after.version()).isEqualTo(before.version() + 1);
        assertThat(after.split()).isNotNull();
        assertThatThrownBy(() -> IdentitySeal.open(
                        person,
                        new SealedIdentity(after.subject(), after.version(), after.unitKey(), after.sealed(), null)))
                .isInstanceOf(BrokenSealException.class);
        assertThat(alone(victim)).as("versions that open alone").isEmpty();
        assertThat(marks(victim)).isEmpty();
        assertThat(AdminDatabase.eventsOf(UUID.fromString(victim))).endsWith("CE-IDENTITY-WRAPPED");
        post("investigator", "urgent-reveals", Map.of("subject", subject(victim), "reason", "They are at her door."))
                .statusCode(409)
                .body("code", equalTo("custodians-required"));

        approve(earlier).statusCode(200);
        post("investigator", "identity-reveals/" + earlier + "/identity", Map.of())
                .statusCode(409)
                .body("state", equalTo("stored-anew"));
        get("investigator", "identity-reveals/" + earlier).body("reason", equalTo(REASON));

        JsonPath asked = asked(victim);
        keepers.get(0).give(asked.getString("id")).statusCode(200);
        keepers.get(2).give(asked.getString("id")).statusCode(200);
        approve(asked.getString("id")).statusCode(200);
        post(
                        "investigator",
                        "identity-reveals/" + asked.getString("id") + "/opening",
                        Map.of("key", asked.getString("key")))
                .statusCode(200)
                .body("names[0].text", equalTo(canary))
                .body("born", equalTo("1985"));
    }

    /** A name that was stored anew under custodians left its earlier version to the server. */
    @Test
    void earlierVersionsThatOpenAloneGoWhenSomethingIsStoredAnew() throws Exception {
        String victim = victim(canary());
        SealedIdentity before = held(victim);
        begin();
        assertThat(alone(victim)).containsExactly("1");
        store(victim, canary());
        assertThat(held(victim).split()).isNotNull();
        assertThat(alone(victim)).isEmpty();
        assertThat(AdminDatabase.column(
                        "select octet_length(sealed) from vault.identity where subject_id = ? and version = ?",
                        UUID.fromString(victim),
                        before.version()))
                .containsExactly("0");
    }

    /** As a crash leaves them: a version that nobody reads, with or without its event; and one whose earlier version stayed. */
    @Test
    void aCrashAtAnyStepIsGoneOverByTheNextPass() throws Exception {
        String unconfirmed = victim(canary());
        String unemptied = victim(canary());
        String kept = victim(canary());
        byte[] old = held(unemptied).sealed();
        String scheme = begin();
        Database.owner(
                "insert into vault.identity (subject_kind, subject_id, version, unit_key, sealed, scheme, split, stored_at)"
                        + " select subject_kind, subject_id, 2, unit_key, sealed, '" + scheme + "', gen_random_uuid(),"
                        + " now() - interval '1 hour' from vault.identity where subject_id = '" + unconfirmed + "'");
        store(unemptied, canary());
        Database.owner("update vault.identity set emptied_at = null, sealed = decode('"
                + HexFormat.of().formatHex(old) + "', 'hex') where version = 1 and subject_id = '" + unemptied
                + "'");
        assertThat(alone(unemptied)).containsExactly("1");

        wrap(scheme);
        done(scheme);

        assertThat(held(unconfirmed).version()).isEqualTo(3);
        assertThat(held(kept).version()).isEqualTo(2);
        for (String victim : List.of(unconfirmed, unemptied, kept)) {
            assertThat(held(victim).split()).isNotNull();
            assertThat(alone(victim)).isEmpty();
        }
        assertThat(AdminDatabase.eventsOf(UUID.fromString(unemptied))).doesNotContain("CE-IDENTITY-WRAPPED");
    }

    /** Who stores at the same moment is not overtaken by the older name. */
    @Test
    void whatIsOnItsWayInIsWaitedFor() throws Exception {
        String victim = victim(canary());
        String other = victim(canary());
        String scheme = begin();
        Database.owner(
                "insert into vault.identity (subject_kind, subject_id, version, unit_key, sealed, scheme, split, stored_at)"
                        + " select subject_kind, subject_id, 2, unit_key, sealed, '" + scheme
                        + "', gen_random_uuid(), now()"
                        + " from vault.identity where subject_id = '" + victim + "'");
        wrap(scheme);
        await().during(Duration.ofSeconds(4))
                .atMost(PATIENCE)
                .until(() -> held(victim).version() == 1
                        && get("admin", wrapping(scheme)).extract().path("doneAt") == null);
        assertThat(held(other).split()).isNotNull();
        Database.owner("update vault.identity set stored_at = now() - interval '1 hour' where version = 2"
                + " and subject_id = '" + victim + "'");
        done(scheme);
        assertThat(held(victim).version()).isEqualTo(3);
    }

    @Test
    void whatDoesNotOpenStaysAndIsCountedAndWhoWasErasedStaysUnknown() throws Exception {
        String broken = victim(canary());
        String erased = victim(canary());
        Database.owner("update vault.identity set sealed = sealed || '\\x00' where subject_id = '" + broken + "'");
        Database.owner("update unit_key set wrapped = null, wrapped_by = null, destroyed_at = now(), copy_due = now(),"
                + " revision = revision + 1 where subject = '" + erased + "'");
        String scheme = begin();
        wrap(scheme);
        done(scheme).body("unopened", equalTo(1)).body("waiting", nullValue());
        assertThat(alone(broken)).containsExactly("1");
        assertThat(held(erased).split()).isNull();
        Database.owner("delete from vault.identity where subject_id = '" + broken + "'");
    }

    @Test
    void twoAdministratorsBeginItOnceAndItsCustodiansSeeHowFarItIs() throws SQLException {
        String scheme = begin();
        get("admin", wrapping(scheme)).statusCode(404);
        for (String user : List.of("investigator", "documenter", "protection-officer")) {
            post(user, wrapping(scheme), Map.of("reason", "All of them")).statusCode(403);
        }
        post("admin", wrapping(scheme), Map.of()).statusCode(400);
        post("admin", wrapping(UUID.randomUUID().toString()), Map.of("reason", "All of them"))
                .statusCode(404);
        String asked = Approving.asked(post("admin", wrapping(scheme), Map.of("reason", "All of them")));
        Approving.decide("admin", asked, "approved").statusCode(403);
        Approving.decide("investigator", asked, "approved").statusCode(404);
        get("admin", wrapping(scheme)).statusCode(404);
        Approving.decide("admin2", asked, "approved").statusCode(200);
        done(scheme).body("wrapped", notNullValue());
        get("documenter", wrapping(scheme)).statusCode(200).body("scheme", equalTo(scheme));
        get("investigator", wrapping(scheme)).statusCode(404);
        post("admin", wrapping(scheme), Map.of("reason", "Again")).statusCode(409);
        assertThat(AdminDatabase.eventsOf(UUID.fromString(asked)))
                .contains("GOV-CUSTODIANS-WRAPPING-BEGUN", "GOV-CUSTODIANS-WRAPPING-DONE");
        for (String change : List.of(
                "insert into custodian_wrapping (scheme, approval, since) select scheme, gen_random_uuid(), now()"
                        + " from custodian_wrapping",
                "update custodian_wrapping set done_at = null",
                "update custodian_wrapping set scheme = gen_random_uuid()",
                "delete from custodian_wrapping")) {
            assertThatThrownBy(() -> Database.as("aletheia_app", change))
                    .as(change)
                    .isInstanceOf(SQLException.class);
        }
        end();
        String next = begin();
        String late = Approving.asked(post("admin", wrapping(next), Map.of("reason", "All of them")));
        end();
        Approving.decide("admin2", late, "approved").statusCode(409);
        Approving.decide("admin", late, "withdrawn").statusCode(200);
    }

    private String begin() {
        List<String> members = keepers.stream().map(Keeper::member).toList();
        Approving.approved(
                "admin2",
                post(
                        "admin",
                        "custodian-schemes",
                        Map.of("needed", 2, "custodians", members, "reason", "Nobody alone is to read names")));
        return AdminDatabase.column("select id from custodian_scheme where ended_at is null")
                .getFirst();
    }

    private static void wrap(String scheme) {
        Approving.approved("admin2", post("admin", wrapping(scheme), Map.of("reason", "What was stored before, too")));
    }

    private static ValidatableResponse done(String scheme) {
        await().atMost(PATIENCE)
                .until(() -> get("admin", wrapping(scheme)).extract().path("doneAt") != null);
        return get("admin", wrapping(scheme)).statusCode(200);
    }

    private static String wrapping(String scheme) {
        return "custodian-schemes/" + scheme + "/wrapping";
    }

    private SealedIdentity held(String victim) {
        return vault.latest(new VaultSubject(RecordKind.VICTIM, UUID.fromString(victim)))
                .orElseThrow();
    }

    /** Versions of which the vault has what the person's key opens. */
    private static List<String> alone(String victim) {
        return AdminDatabase.column(
                "select version from vault.identity where subject_id = ? and scheme is null and octet_length(sealed) > 0",
                UUID.fromString(victim));
    }

    private static List<String> marks(String victim) {
        return AdminDatabase.column("select 1 from vault.prior_mark where subject_id = ?", UUID.fromString(victim));
    }
}
