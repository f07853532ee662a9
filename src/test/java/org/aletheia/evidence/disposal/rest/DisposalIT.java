package org.aletheia.evidence.disposal.rest;

import static org.aletheia.testing.Disposing.body;
import static org.aletheia.testing.Disposing.decide;
import static org.aletheia.testing.Records.create;
import static org.aletheia.testing.Records.get;
import static org.aletheia.testing.Records.post;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.aletheia.evidence.retention.ContentClearing;
import org.aletheia.testing.AdminDatabase;
import org.aletheia.testing.Approving;
import org.aletheia.testing.Database;
import org.aletheia.testing.Disposing;
import org.aletheia.testing.Enrolment;
import org.aletheia.testing.Items;
import org.aletheia.testing.Records;
import org.aletheia.testing.Testimony;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Nothing goes but by decision of two, one of them counsel; what goes leaves its tombstone and its chain. */
@QuarkusTest
@Tag("it")
class DisposalIT {
    @Inject
    ContentClearing clearing;

    @Test
    void aRecordGoesByDecisionOfTwoAndLeavesItsTombstone() throws Exception {
        String words = "Strike" + UUID.randomUUID().toString().replace("-", "");
        Map<String, Object> said = new HashMap<>(Records.incident());
        said.put("title", words);
        String incident = create("investigator", "incidents", said);
        String act = Records.act("investigator", incident);
        String involvement = Records.involvement("investigator", act, Map.of("perpetratorType", "01"));
        assertThat(Database.tablesHolding(words)).isNotEmpty();

        String disposal = create(
                "investigator",
                "disposals",
                body("recorded-in-error", "incident/" + incident, "act/" + act, "involvement/" + involvement));
        get("investigator", "disposals/" + disposal)
                .statusCode(200)
                .body("state", equalTo("requested"))
                .body("expiresAt", notNullValue());
        for (String user : List.of("investigator", "case-team")) {
            decide(user, disposal, "approved").statusCode(403).body("code", equalTo("second-person-required"));
        }
        for (String user : List.of("documenter", "counsel2", "auditor")) {
            decide(user, disposal, "approved").statusCode(404);
        }
        decide("counsel", disposal, "withdrawn").statusCode(403);
        get("investigator", "incidents/" + incident).statusCode(200);

        decide("counsel", disposal, "approved").statusCode(200).body("state", equalTo("approved"));
        get("investigator", "incidents/" + incident)
                .statusCode(410)
                .body("code", equalTo("disposed-of"))
                .body("tombstone", equalTo("/api/v1/tombstones/incident/" + incident));
        get("documenter", "incidents/" + incident).statusCode(404);
        assertThat(Records.listed("investigator", "incidents")).doesNotContain(incident);
        get("investigator", "incidents/" + incident + "/revisions").statusCode(410);
        assertThat(Database.tablesHolding(words)).isEmpty();

        get("investigator", "tombstones/incident/" + incident)
                .statusCode(200)
                .body("ground", equalTo("recorded-in-error"))
                .body("disposal", equalTo(disposal))
                .body("requestedBy", equalTo(Enrolment.member("investigator").toString()))
                .body("approvedBy", equalTo(Enrolment.member("counsel").toString()))
                .body("revisions", hasSize(1))
                .body("revisions[0].digest", notNullValue());
        get("documenter", "tombstones/incident/" + incident).statusCode(404);
        get("investigator", "tombstones/incident/" + UUID.randomUUID()).statusCode(404);
        get("investigator", "tombstones/planet/" + incident).statusCode(404);
        decide("counsel", disposal, "approved").statusCode(409).body("code", equalTo("state-refused"));
        decide("investigator", disposal, "withdrawn").statusCode(409);
    }

    /** The sources, reviews and opinions that the same organisation gave go along. */
    @Test
    void whatWasSaidOnARecordGoesWithIt() throws Exception {
        String incident = Records.incident("investigator");
        String act = Records.act("investigator", incident);
        String involvement = Records.involvement("investigator", act, Map.of("perpetratorType", "01"));
        String source = AdminDatabase.column(
                        "select id::text from source where subject_id = ?", UUID.fromString(involvement))
                .getFirst();
        post("investigator", "disposals", body("recorded-in-error", "source/" + source))
                .statusCode(409)
                .body("reasons.code", equalTo(List.of("only-source")));
        Disposing.ofCommission("involvement/" + involvement);
        assertThat(AdminDatabase.column("select id::text from source where id = ?", UUID.fromString(source)))
                .isEmpty();
        get("investigator", "involvements/" + involvement).statusCode(410);
        get("investigator", "tombstones/source/" + source).statusCode(200);
        get("investigator", "acts/" + act).statusCode(200);
    }

    @Test
    void itIsRefusedWithAllThatStandsAgainstIt() {
        String incident = Records.incident("investigator");
        String act = Records.act("investigator", incident);
        String grantee = Enrolment.organisation("Field Team").toString();
        String share =
                create("investigator", "shares", Map.of("kind", "incident", "record", incident, "grantee", grantee));
        post("investigator", "disposals", body("recorded-in-error", "incident/" + incident))
                .statusCode(409)
                .body("code", equalTo("disposal-refused"))
                .body("reasons.code", containsInAnyOrder("has-parts", "shared"))
                .body("reasons.id", hasItem(incident));
        Enrolment.as("investigator").delete("/api/v1/shares/" + share).then().statusCode(204);

        String disposal =
                create("investigator", "disposals", body("recorded-in-error", "incident/" + incident, "act/" + act));
        Records.act("investigator", incident);
        decide("counsel", disposal, "approved").statusCode(409).body("reasons.code", equalTo(List.of("has-parts")));
        get("investigator", "disposals/" + disposal).body("state", equalTo("requested"));
        get("investigator", "acts/" + act).statusCode(200);
        decide("counsel", disposal, "refused").statusCode(200).body("state", equalTo("refused"));
        decide("counsel", disposal, "approved").statusCode(409);
    }

    @Test
    void whatAClaimRestsOnStaysWhileItIsInProcess() throws Exception {
        String victim = Records.victim("claims-officer");
        String claim =
                create("claims-officer", "reparation-claims", Map.of("claimant", victim, "capacity", "own-behalf"));
        post("claims-officer", "disposals", body("erasure-request", "victim/" + victim))
                .statusCode(409)
                .body("reasons.code", equalTo(List.of("has-parts")));
        String status = "update reparation_claim set content = jsonb_set(content, '{status}', '\"%s\"') where id = '"
                + claim + "'";
        Database.owner(status.formatted("submitted"));
        post("claims-officer", "disposals", body("erasure-request", "victim/" + victim, "reparation-claim/" + claim))
                .statusCode(409)
                .body("reasons.code", equalTo(List.of("claim-in-process", "claim-in-process")));
        Database.owner(status.formatted("withdrawn"));
        String disposal = create(
                "claims-officer",
                "disposals",
                body("erasure-request", "victim/" + victim, "reparation-claim/" + claim));
        decide("counsel", disposal, "approved").statusCode(200);
        get("claims-officer", "victims/" + victim).statusCode(410);
    }

    /** An item that holds a claimant's own account is kept from prosecution by what is said of it. */
    @Test
    void aNarrativeStaysAsLongAsItsWordsAreThere() {
        String victim = Records.victim("victims-org");
        String item = Testimony.item("victims-org");
        Map<String, Object> said = new HashMap<>(Testimony.body("claim-narrative", victim));
        said.put("items", List.of(Map.of("item", item, "role", "recording")));
        String statement = create("victims-org", "statements", said);
        post("victims-org", "disposals", body("erasure-request", "statement/" + statement))
                .statusCode(409)
                .body("reasons.code", hasItem("has-parts"));
    }

    @Test
    void whatItWasComparedByGoesWithIt() throws Exception {
        Map<String, String> name = Map.of("language", "en", "text", "Zebulon Quintrell");
        String person = create("investigator", "persons", Map.of("names", List.of(name), "protectedIdentity", false));
        String keys = "select key from match_key where record_id = ?";
        Awaitility.await().atMost(Duration.ofMinutes(1)).untilAsserted(() -> assertThat(
                        AdminDatabase.column(keys, UUID.fromString(person)))
                .isNotEmpty());
        Disposing.ofCommission("person/" + person);
        // Whoever was just reading the record writes them once more, and takes them back when it comes to the disposal.
        Awaitility.await().atMost(Duration.ofMinutes(1)).untilAsserted(() -> assertThat(
                        AdminDatabase.column(keys, UUID.fromString(person)))
                .isEmpty());
    }

    @Test
    void anItemUnderHoldStays() {
        String item = Items.of("documenter").id();
        String hold = create(
                "documenter", "items/" + item + "/holds", Map.of("reason", "proceedings", "authority", "prosecutor"));
        post("documenter", "disposals", body("outside-mandate", "item/" + item))
                .statusCode(409)
                .body("reasons.code", containsInAnyOrder("legal-hold", "not-decided"));
        Approving.liftHold("documenter", "counsel2", hold, Map.of("reason", "order-lifted", "authority", "prosecutor"));
        post("documenter", "disposals", body("outside-mandate", "item/" + item))
                .statusCode(409)
                .body("reasons.code", equalTo(List.of("not-decided")));
    }

    /** The field team's item is the only source of what the Commission says; and then it is not. */
    @Test
    void whatAnotherOrganisationReliesOnStays() {
        Items.Made made = Items.readableBy("investigator");
        String incident = Records.incident("investigator");
        String source = create(
                "investigator", "incidents/" + incident + "/sources", Map.of("item", made.id(), "support", "supports"));
        post("documenter", "disposals", body("outside-mandate", "item/" + made.id()))
                .statusCode(409)
                .body("reasons.code", containsInAnyOrder("not-decided", "shared", "needed-elsewhere"));
        Disposing.ofCommission("source/" + source);
        post("documenter", "disposals", body("outside-mandate", "item/" + made.id()))
                .statusCode(409)
                .body("reasons.code", containsInAnyOrder("not-decided", "shared"));
    }

    @Test
    void anItemLosesItsKeyAndKeepsItsChain() throws Exception {
        String item = Disposing.notRetained();
        String receipt = AdminDatabase.column(
                        "select receipt_event::text from item where id = ?", UUID.fromString(item))
                .getFirst();
        String disposal = create("documenter", "disposals", body("outside-mandate", "item/" + item));
        decide("documenter", disposal, "approved").statusCode(403);
        decide("counsel2", disposal, "approved").statusCode(200);

        get("documenter", "items/" + item).statusCode(410).body("code", equalTo("disposed-of"));
        get("documenter", "items/" + item + "/content").statusCode(410);
        get("investigator", "items/" + item).statusCode(404);
        get("documenter", "tombstones/item/" + item)
                .statusCode(200)
                .body("item.receiptEvent", equalTo(receipt))
                .body("item.digest", notNullValue())
                .body("revisions", hasSize(3));
        assertThat(AdminDatabase.column(
                        "select (wrapped is null)::text from unit_key where subject = ?", UUID.fromString(item)))
                .containsExactly("true");
        Awaitility.await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> get(
                        "documenter", "tombstones/item/" + item + "/events?limit=50")
                .statusCode(200)
                .body("items.id", hasItem(receipt)));
        get("documenter", "events/" + receipt).statusCode(200);
        get("documenter", "events/" + receipt + "/receipt").statusCode(200);
        get("investigator", "events/" + receipt).statusCode(404);

        ContentClearing.Cleared done = clearing.clear();
        assertThat(done.removed() + done.locked()).isPositive();
        get("documenter", "items/" + item + "/content").statusCode(410);
    }

    /** The database refuses what was not decided so, and nothing of the approval stays. */
    @Test
    void aFailureInTheMiddleLeavesEverything() throws Exception {
        String incident = Records.incident("investigator");
        String disposal = create("investigator", "disposals", body("recorded-in-error", "incident/" + incident));
        Database.owner("alter table disposal disable trigger guard;"
                + " update disposal set expires_at = now() - interval '1 day' where id = '" + disposal + "';"
                + " alter table disposal enable trigger guard");
        decide("counsel", disposal, "approved").statusCode(not(200));
        get("investigator", "incidents/" + incident).statusCode(200);
        get("investigator", "disposals/" + disposal)
                .body("state", equalTo("requested"))
                .body("revision", equalTo(1));
        assertThat(AdminDatabase.column("select kind from disposed_record where id = ?", UUID.fromString(incident)))
                .isEmpty();
    }

    @Test
    void noRoleOfTheServerRemovesAnythingItself() throws Exception {
        String incident = Records.incident("investigator");
        for (String role : List.of("aletheia_app", "aletheia_follower")) {
            assertThatThrownBy(() -> Database.as(role, "delete from incident where id = '" + incident + "'"))
                    .isInstanceOf(SQLException.class);
            assertThatThrownBy(() -> Database.as(role, "insert into disposed_record (kind) values ('incident')"))
                    .isInstanceOf(SQLException.class);
            assertThatThrownBy(() -> Database.as(role, "select * from aletheia_dispose('" + incident + "')"))
                    .isInstanceOf(SQLException.class);
        }
        assertThatThrownBy(() -> Database.owner(
                        "update revision set content = null, salt = null where subject_id = '" + incident + "'"))
                .isInstanceOf(SQLException.class)
                .hasMessageContaining("never changed");
    }

    @Test
    void everythingThatIsWrongIsFoundAtOnce() {
        post("investigator", "disposals", Map.of())
                .statusCode(400)
                .body("findings.pointer", containsInAnyOrder("/records", "/ground", "/reason"));
        String foreign = Records.incident("documenter");
        post(
                        "investigator",
                        "disposals",
                        Map.of(
                                "records",
                                List.of(
                                        Map.of("kind", "incident", "id", foreign),
                                        Map.of("kind", "share", "id", foreign),
                                        Map.of("kind", "incident", "id", "x")),
                                "ground",
                                "because",
                                "reason",
                                "r"))
                .statusCode(400)
                .body(
                        "findings.pointer",
                        containsInAnyOrder("/records/0/id", "/records/1/kind", "/records/2/id", "/ground"))
                .body("findings.code", hasItem("reference-unknown"))
                .body("findings.code", hasItem("kind-unknown"));
        post("auditor", "disposals", body("danger", "incident/" + foreign)).statusCode(403);
        String own = Records.incident("investigator");
        String disposal = create("investigator", "disposals", body("danger", "incident/" + own));
        post("counsel", "disposals/" + disposal + "/decisions", Map.of("outcome", "perhaps"))
                .statusCode(400)
                .body("findings.code", equalTo(List.of("outcome-unknown")));
        post("counsel", "disposals/" + disposal + "/decisions", Map.of("outcome", "refused"))
                .statusCode(400)
                .body("findings.pointer", equalTo(List.of("/reason")));
        decide("investigator", disposal, "withdrawn").statusCode(200).body("state", equalTo("withdrawn"));
    }

    @Test
    void aRequestThatIsSentAgainAsksOnce() {
        String incident = Records.incident("investigator");
        Map<String, Object> asked = body("danger", "incident/" + incident);
        String key = UUID.randomUUID().toString();
        List<String> ids = List.of(sent(key, asked), sent(key, asked));
        assertThat(ids.getFirst()).isEqualTo(ids.getLast());
    }

    private static String sent(String key, Map<String, Object> asked) {
        return Enrolment.as("investigator")
                .header("Idempotency-Key", key)
                .body(asked)
                .post("/api/v1/disposals")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }
}
