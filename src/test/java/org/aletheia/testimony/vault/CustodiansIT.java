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
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.aletheia.access.RecordKind;
import org.aletheia.kernel.StrictBase64;
import org.aletheia.kernel.split.Hpke;
import org.aletheia.kernel.split.ShareSeal;
import org.aletheia.kernel.split.SplitSecret;
import org.aletheia.kernel.split.SplitSecret.Share;
import org.aletheia.platform.keys.BrokenSealException;
import org.aletheia.platform.keys.UnitKey;
import org.aletheia.platform.keys.UnitKeys;
import org.aletheia.testing.AdminDatabase;
import org.aletheia.testing.Approving;
import org.aletheia.testing.Database;
import org.aletheia.testing.Enrolment;
import org.aletheia.testing.LogLines;
import org.aletheia.testing.Records;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Of three custodians of three organisations two are needed, and whoever has the server and one of them has no name. */
@QuarkusTest
@Tag("it")
class CustodiansIT {

    @Inject
    Vault vault;

    @Inject
    UnitKeys unitKeys;

    private Keeper first = new Keeper("documenter", Hpke.generate());
    private Keeper second = new Keeper("documenter2", Hpke.generate());
    private Keeper third = new Keeper("victims-org", Hpke.generate());

    @BeforeEach
    void setUp() {
        first = Keeper.registered("documenter");
        second = Keeper.registered("documenter2");
        third = Keeper.registered("victims-org");
        Approving.approved("admin2", ask("admin", 2, first, second, third));
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
    void twoOfThreeOrganisationsRevealAndOneDoesNot() throws Exception {
        String canary = canary();
        String victim = victim(canary);
        JsonPath asked = asked(victim);
        String reveal = asked.getString("id");
        assertThat(asked.getInt("custodians.needed")).isEqualTo(2);

        approve(reveal).statusCode(409).body("code", equalTo("custodians-required"));
        first.give(reveal).statusCode(200).body("share", equalTo("given"));
        first.give(reveal).statusCode(200);
        get("investigator", "identity-reveals/" + reveal)
                .body("custodians.given", equalTo(1))
                .body("key", nullValue())
                .body("reason", equalTo(REASON));
        approve(reveal).statusCode(409).body("given", equalTo(1)).body("needed", equalTo(2));
        third.give(reveal).statusCode(200);
        open(reveal, asked.getString("key")).statusCode(409).body("code", equalTo("state-refused"));
        approve(reveal).statusCode(200).body("state", equalTo("approved"));

        post("investigator", "identity-reveals/" + reveal + "/identity", Map.of())
                .statusCode(409)
                .body("code", equalTo("custodians-required"));
        open(reveal, StrictBase64.encode(Hpke.generate().privateKey()))
                .statusCode(400)
                .body("findings.code", equalTo(List.of("not-the-key-of-this-reveal")));
        Records.post("case-team", "identity-reveals/" + reveal + "/opening", Map.of("key", asked.getString("key")))
                .statusCode(404);
        open(reveal, asked.getString("key"))
                .statusCode(200)
                .header("Cache-Control", "no-store")
                .header("Aletheia-Watermark", containsString(reveal))
                .body("names[0].text", equalTo(canary));
        assertThat(AdminDatabase.eventsOf(UUID.fromString(victim)))
                .containsSubsequence(
                        "CE-IDENTITY-STORED",
                        "CE-IDENTITY-REVEAL-REQUESTED",
                        "CE-CUSTODIAN-SHARE-GIVEN",
                        "CE-CUSTODIAN-SHARE-GIVEN",
                        "CE-CUSTODIAN-SHARE-GIVEN",
                        "CE-IDENTITY-REVEAL-APPROVED",
                        "CE-IDENTITY-REVEALED");
        Database.owner(
                "update identity_reveal set expires_at = now() - interval '1 second' where id = '" + reveal + "'");
        open(reveal, asked.getString("key")).statusCode(409);
        second.give(reveal).statusCode(409);
    }

    @Test
    void aWrongShareIsFoundAndToldAndEndsNothing() throws Exception {
        String canary = canary();
        String victim = victim(canary);
        JsonPath asked = asked(victim);
        String reveal = asked.getString("id");
        first.send(reveal, new byte[7]).statusCode(400).body("findings.code", equalTo(List.of("not-a-sealed-share")));
        first.give(reveal, new Share(1, new byte[32])).statusCode(200);
        second.send(reveal, new byte[ShareSeal.SEALED_LENGTH]).statusCode(200);
        approve(reveal).statusCode(200);
        open(reveal, asked.getString("key"))
                .statusCode(409)
                .body("code", equalTo("custodians-required"))
                .body("given", equalTo(0))
                .body("wrong", equalTo(List.of(first.member(), second.member())));
        get(first.user(), "custodian-requests/" + reveal).body("request.share", equalTo("wrong"));
        get("investigator", "identity-reveals/" + reveal)
                .body("custodians.given", equalTo(0))
                .body("custodians.wrong", equalTo(List.of(first.member(), second.member())));
        assertThat(AdminDatabase.eventsOf(UUID.fromString(victim))).contains("CE-CUSTODIAN-SHARE-WRONG");

        first.give(reveal).statusCode(200).body("share", equalTo("given"));
        open(reveal, asked.getString("key")).statusCode(409).body("given", equalTo(1));
        third.give(reveal).statusCode(200);
        open(reveal, asked.getString("key")).statusCode(200).body("names[0].text", equalTo(canary));
    }

    /** Whoever has database, key-encryption key and one custodian's key has all that this test uses. */
    @Test
    void theServerAndOneCustodianOpenNothing() throws Exception {
        String victim = victim(canary());
        JsonPath asked = asked(victim);
        SealedIdentity held = held(victim);
        UnitKey person = unitKeys.open(held.unitKey());
        SealedIdentity asBefore =
                new SealedIdentity(held.subject(), held.version(), held.unitKey(), held.sealed(), null);
        assertThatThrownBy(() -> IdentitySeal.open(person, asBefore)).isInstanceOf(BrokenSealException.class);

        Share own = first.share(asked.getString("id"));
        Share guessed = new Share(2, new byte[own.bytes().length]);
        SealedIdentity.Split split = Objects.requireNonNull(held.split());
        assertThatThrownBy(() -> SplitSeal.open(person, held, split, new ArrayList<>(List.of(own, guessed))))
                .isInstanceOf(BrokenSealException.class);
        for (Keeper other : List.of(second, third)) {
            CustodianPart part = vault.part(split.id(), other == second ? 2 : 3).orElseThrow();
            assertThat(new ShareSeal(split.id(), part.number())
                            .openKept(first.keys().privateKey(), part.sealed()))
                    .isEmpty();
        }
        assertThat(AdminDatabase.column("select 1 from vault.prior_mark where subject_id = ?", UUID.fromString(victim)))
                .isEmpty();
        post("investigator", "urgent-reveals", Map.of("subject", subject(victim), "reason", "They are at her door."))
                .statusCode(409)
                .body("code", equalTo("custodians-required"));
        assertThat(AdminDatabase.eventsOf(UUID.fromString(victim))).doesNotContain("CE-IDENTITY-REVEALED-URGENTLY");
    }

    @Test
    void noShareAndNoKeyIsLeftAnywhere() throws Exception {
        List<byte[]> secrets = new ArrayList<>();
        String canary = canary();
        try (LogLines log = LogLines.capture()) {
            String victim = victim(canary);
            JsonPath asked = asked(victim);
            String reveal = asked.getString("id");
            Share one = first.share(reveal);
            Share other = second.share(reveal);
            secrets.add(one.bytes());
            secrets.add(other.bytes());
            secrets.add(SplitSecret.combine(List.of(one, other)));
            secrets.add(first.keys().privateKey());
            secrets.add(StrictBase64.decode(asked.getString("key")));
            first.give(reveal).statusCode(200);
            second.give(reveal).statusCode(200);
            approve(reveal).statusCode(200);
            open(reveal, asked.getString("key")).statusCode(200).body("names[0].text", equalTo(canary));
            open(reveal, asked.getString("key") + "x")
                    .statusCode(400)
                    .body(not(containsString(asked.getString("key"))));
            for (byte[] secret : secrets) {
                assertThat(log.text())
                        .doesNotContain(StrictBase64.encode(secret))
                        .doesNotContain(HexFormat.of().formatHex(secret));
            }
            assertThat(log.text()).doesNotContain(canary);
        }
        for (byte[] secret : secrets) {
            assertThat(Database.tablesHolding(HexFormat.of().formatHex(secret))).isEmpty();
            assertThat(Database.tablesHolding(StrictBase64.encode(secret))).isEmpty();
        }
        assertThat(Database.tablesHolding(canary)).isEmpty();
    }

    @Test
    void custodiansSeeThatSomebodyAsksAndNotForWhom() throws Exception {
        String victim = victim(canary());
        String reveal = asked(victim).getString("id");
        Records.listedEntry(first.user(), "custodian-requests", "reveal", reveal);
        get(first.user(), "custodian-requests/" + reveal)
                .statusCode(200)
                .body("request.purpose", equalTo("victim-contact"))
                .body(
                        "request.requester",
                        equalTo(Enrolment.member("investigator").toString()))
                .body("request.share", equalTo("waiting"))
                .body(not(containsString(victim)))
                .body(not(containsString(REASON)));
        get(first.user(), "identity-reveals/" + reveal).statusCode(404);
        get(first.user(), "victims/" + victim).statusCode(404);
        for (String user : List.of("investigator", "case-team", "counsel2", "admin", "auditor")) {
            get(user, "custodian-requests/" + reveal).statusCode(404);
            get(user, "custodian-requests").statusCode(200).body("items.reveal", not(hasItem(reveal)));
            Records.put(
                            user,
                            "custodian-requests/" + reveal + "/share",
                            null,
                            Map.of("share", StrictBase64.encode(new byte[ShareSeal.SEALED_LENGTH])))
                    .statusCode(404);
        }
    }

    @Test
    void whoAsksGivesNoShareOfTheirOwn() throws Exception {
        Keeper investigator = Keeper.registered("investigator");
        Approving.approved("admin2", ask("admin", 2, first, investigator));
        JsonPath asked = asked(victim(canary()));
        String reveal = asked.getString("id");
        investigator.give(reveal).statusCode(403).body("code", equalTo("second-person-required"));
        get("investigator", "custodian-requests").body("items.reveal", not(hasItem(reveal)));
    }

    @Test
    void custodiansAreOfDifferentOrganisationsAndTwoDecideWhoTheyAre() {
        Keeper colleague = Keeper.registered("counsel2");
        findings(ask("admin", 2, first, colleague), "/custodians/1 organisation-repeated");
        findings(
                ask("admin", 2, first, new Keeper("case-team2", Hpke.generate())),
                "/custodians/1 no-possible-custodian");
        findings(ask("admin", 2, first, Keeper.registered("admin2")), "/custodians/1 no-possible-custodian");
        Keeper sameKey = new Keeper("victims-org", first.keys());
        sameKey.register().statusCode(200);
        findings(ask("admin", 2, first, sameKey), "/custodians/1 key-repeated");
        findings(ask("admin", 1, first, second), "/needed number-needed");
        findings(ask("admin", 3, first, second), "/needed number-needed");
        findings(ask("admin", 2, first), "/custodians number-of-custodians", "/needed number-needed");
        findings(ask("admin", 2, first, first), "/custodians/1 repeated");
        for (String user : List.of("investigator", "protection-officer", "documenter")) {
            ask(user, 2, first, second).statusCode(403);
        }
        Records.put("documenter", "me/custodian-key", null, Map.of("key", StrictBase64.encode(new byte[32])))
                .statusCode(400)
                .body("findings.code", equalTo(List.of("not-a-public-key")));

        String asked = Approving.asked(ask("admin", 2, first, second));
        Approving.decide("admin", asked, "approved").statusCode(403);
        Approving.decide("investigator", asked, "approved").statusCode(404);
        Keeper.registered("documenter2");
        Approving.decide("admin2", asked, "approved").statusCode(409);
        assertThat(AdminDatabase.eventsOf(UUID.fromString(asked))).doesNotContain("GOV-CUSTODIANS-SET-UP");
        Approving.decide("admin", asked, "withdrawn").statusCode(200);
    }

    @Test
    void aSchemeIsSeenByAdministratorsAndItsCustodiansAndChangesByTwoAlone() throws SQLException {
        String scheme = standing();
        for (String user : List.of("admin", "admin2", first.user())) {
            get(user, "custodian-schemes/" + scheme)
                    .statusCode(200)
                    .body("needed", equalTo(2))
                    .body("custodians.member", equalTo(List.of(first.member(), second.member(), third.member())));
            assertThat(Records.listed(user, "custodian-schemes")).contains(scheme);
        }
        get("investigator", "custodian-schemes/" + scheme).statusCode(404);
        assertThat(Records.listed("investigator", "custodian-schemes")).doesNotContain(scheme);
        for (String change : List.of(
                "update custodian_scheme set ended_at = now(), ended_by = approval where ended_at is null",
                "update custodian_scheme set needed = 3 where ended_at is null",
                "insert into custodian select '" + scheme + "', 4, member, organisation, '\\x"
                        + HexFormat.of().formatHex(Hpke.generate().publicKey()) + "' from custodian where number = 1",
                "update custodian set key = key",
                "delete from custodian")) {
            assertThatThrownBy(() -> Database.as("aletheia_app", change))
                    .as(change)
                    .isInstanceOf(SQLException.class);
        }
        assertThat(standing()).isEqualTo(scheme);
        Approving.approved("admin2", ask("admin", 2, third, second));
        assertThat(standing()).isNotEqualTo(scheme);
        get("admin", "custodian-schemes/" + scheme).body("endedAt", not(nullValue()));
        post("admin", "custodian-schemes/" + scheme + "/end", Map.of("reason", "Again"))
                .statusCode(409);
        assertThat(AdminDatabase.column("select event_type from journal where event_type like 'GOV-CUSTODIAN%'"
                        + " union select event_type from journal_pending where event_type like 'GOV-CUSTODIAN%'"))
                .contains("GOV-CUSTODIAN-KEY-REGISTERED", "GOV-CUSTODIANS-SET-UP");
    }

    @Test
    void whatWasStoredKeepsItsCustodiansAndWhatIsStoredAnewHasThoseOfNow() throws Exception {
        String canary = canary();
        String victim = victim(canary);
        JsonPath before = asked(victim);
        Approving.approved("admin2", ask("admin", 2, second, third));
        first.give(before.getString("id")).statusCode(200);
        second.give(before.getString("id")).statusCode(200);
        approve(before.getString("id")).statusCode(200);
        open(before.getString("id"), before.getString("key")).statusCode(200).body("names[0].text", equalTo(canary));

        store(victim, canary());
        open(before.getString("id"), before.getString("key")).statusCode(409).body("state", equalTo("stored-anew"));
        get(first.user(), "custodian-requests/" + asked(victim).getString("id")).statusCode(404);

        end();
        store(victim, canary);
        JsonPath after = asked(victim);
        assertThat(after.getMap("custodians")).isNull();
        approve(after.getString("id")).statusCode(200);
        post("investigator", "identity-reveals/" + after.getString("id") + "/identity", Map.of())
                .statusCode(200)
                .body("names[0].text", equalTo(canary));
    }

    private static ValidatableResponse ask(String user, int needed, Keeper... custodians) {
        List<String> members = new ArrayList<>();
        for (Keeper custodian : custodians) {
            members.add(custodian.member());
        }
        return post(
                user,
                "custodian-schemes",
                Map.of("needed", needed, "custodians", members, "reason", "Nobody alone is to read names"));
    }

    private static void findings(ValidatableResponse answer, String... expected) {
        JsonPath problem = answer.statusCode(400).extract().jsonPath();
        List<String> found = new ArrayList<>();
        for (Object finding : problem.getList("findings")) {
            Map<?, ?> one = new HashMap<>((Map<?, ?>) finding);
            found.add(one.get("pointer") + " " + one.get("code"));
        }
        assertThat(found).containsExactly(expected);
    }

    private static String standing() {
        return AdminDatabase.column("select id from custodian_scheme where ended_at is null")
                .getFirst();
    }

    private SealedIdentity held(String victim) {
        return vault.latest(new VaultSubject(RecordKind.VICTIM, UUID.fromString(victim)))
                .orElseThrow();
    }

    private static ValidatableResponse open(String reveal, String key) {
        return post("investigator", "identity-reveals/" + reveal + "/opening", Map.of("key", key));
    }
}
