package org.aletheia.evidence.handling.rest;

import static org.aletheia.evidence.handling.rest.Custody.SEAL;
import static org.aletheia.evidence.handling.rest.Custody.record;
import static org.aletheia.testing.Enrolment.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.aletheia.testing.AdminDatabase;
import org.aletheia.testing.Enrolment;
import org.aletheia.testing.Items;
import org.aletheia.testing.Records;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@QuarkusTest
@Tag("it")
class TransfersIT {
    private static final Map<String, Object> ACCEPTED =
            Map.of("state", "accepted", "happened", "2026-03-08", "seal", SEAL);
    private static final Map<String, Object> OTHER_SEAL = Map.of("number", "AB-000124", "condition", "intact");

    @Test
    void possessionMovesWithTheAcceptanceAndTheItemIsOpenFromThen() {
        String item = Custody.sealed();
        String transfer = offer(item);
        as("investigator").get("/api/v1/items/" + item).then().statusCode(404);
        as("investigator").get("/api/v1/items/" + item + "/custody").then().statusCode(404);
        as("investigator")
                .get("/api/v1/transfers/" + transfer)
                .then()
                .statusCode(200)
                .body("from", equalTo(Custody.fieldTeam()))
                .body("purpose", equalTo("examination"))
                .body("seal", equalTo(SEAL))
                .body("itemKind", equalTo("document"))
                .body("state", equalTo("offered"));
        assertThat(as("investigator")
                        .get("/api/v1/transfers?state=offered&limit=200")
                        .asString())
                .contains(transfer)
                .doesNotContain("Note");
        possession("documenter", item)
                .body("custodian.organisation", equalTo(Custody.fieldTeam()))
                .body("openTransfer", equalTo(transfer));

        decide("case-team", transfer, ACCEPTED)
                .statusCode(201)
                .body("state", equalTo("accepted"))
                .body("step.document.promise", notNullValue());
        possession("investigator", item)
                .body("custodian.organisation", equalTo(Custody.commission()))
                .body("openTransfer", nullValue());
        as("investigator").get("/api/v1/items/" + item).then().statusCode(200);

        Response chain = Custody.chain("documenter", item, "CE-TRANSFER-ACCEPTED");
        assertThat(Custody.types(chain))
                .containsSubsequence("CE-SEALED", "CE-TRANSFER-OFFERED", "CE-TRANSFER-ACCEPTED")
                .doesNotContain("CE-SEAL-MISMATCHED");
        assertThat(signedBy(chain, "CE-TRANSFER-OFFERED")).isEqualTo(Custody.fieldTeam());
        assertThat(signedBy(chain, "CE-TRANSFER-ACCEPTED")).isEqualTo(Custody.commission());
        assertThat(Custody.<String>values(chain, "actor"))
                .contains(Enrolment.member("case-team").toString());
        assertThat(Custody.detail(chain, "CE-TRANSFER-ACCEPTED"))
                .containsEntry("transfer", transfer)
                .containsEntry("happened", "2026-03-08")
                .containsEntry("custodianAfter", Map.of("organisation", Custody.commission()));

        Map<String, Object> sampled = Map.of("type", "CE-SAMPLED", "happened", "2026-03-09", "reason", "testing");
        record("documenter", item, sampled).statusCode(409).body("discrepancies", equalTo(List.of("not-in-custody")));
        record("case-team", item, sampled).statusCode(201);
        String others = Items.of("documenter").id();
        Custody.shareWithCommission(others);
        record(
                        "case-team",
                        item,
                        Map.of(
                                "type", "CE-JOINED",
                                "happened", "2026-03-09",
                                "reason", "repacking",
                                "related", List.of(others)))
                .statusCode(400)
                .body("findings.pointer", equalTo(List.of("/related/0")));
        assertThat(AdminDatabase.column(
                        "select 'same' from transfer t where id = ? and revision ="
                                + " (select max(number) from revision where subject_kind = 'transfer' and subject_id = t.id)",
                        UUID.fromString(transfer)))
                .containsExactly("same");
    }

    @Test
    void aSealThatIsNotAsOfferedIsToldWhateverIsDecided() {
        String taken = Custody.sealed();
        decide("investigator", offer(taken), Map.of("state", "accepted", "happened", "2026-03-08", "seal", OTHER_SEAL))
                .statusCode(201);
        Response chain = Custody.chain("investigator", taken, "CE-SEAL-MISMATCHED");
        assertThat(Custody.types(chain)).containsSubsequence("CE-TRANSFER-ACCEPTED", "CE-SEAL-MISMATCHED");
        assertThat(Custody.detail(chain, "CE-SEAL-MISMATCHED"))
                .containsEntry("seal", OTHER_SEAL)
                .containsEntry("sealBefore", SEAL);
        possession("investigator", taken).body("seal", equalTo(OTHER_SEAL));

        String left = Custody.sealed();
        Map<String, Object> broken = Map.of("number", "AB-000123", "condition", "broken");
        decide("investigator", offer(left), Map.of("state", "refused", "reason", "seal-mismatch", "seal", broken))
                .statusCode(201)
                .body("reason", equalTo("seal-mismatch"));
        assertThat(Custody.types(Custody.chain("documenter", left, "CE-SEAL-MISMATCHED")))
                .containsSubsequence("CE-TRANSFER-REFUSED", "CE-SEAL-MISMATCHED");
        as("investigator").get("/api/v1/items/" + left).then().statusCode(404);
        possession("documenter", left)
                .body("custodian.organisation", equalTo(Custody.fieldTeam()))
                .body("seal", equalTo(broken));
    }

    @Test
    void theSealOfASealedItemIsLookedAtBeforeItIsTaken() {
        String transfer = offer(Custody.sealed());
        decide("investigator", transfer, Map.of("state", "accepted", "happened", "2026-03-08"))
                .statusCode(400)
                .body("findings.pointer", equalTo(List.of("/seal")));
        decide("investigator", transfer, Map.of("state", "refused"))
                .statusCode(400)
                .body("findings.pointer", equalTo(List.of("/reason")));
    }

    @Test
    void eachSideDecidesWhatIsItsOwn() {
        String item = Custody.sealed();
        String transfer = offer(item);
        decide("documenter", transfer, ACCEPTED).statusCode(403);
        decide("investigator", transfer, Map.of("state", "withdrawn", "reason", "mistake"))
                .statusCode(403);
        decide("documenter2", transfer, ACCEPTED).statusCode(404);
        decide("claims-officer", transfer, ACCEPTED).statusCode(404);
        as("documenter2").get("/api/v1/transfers/" + transfer).then().statusCode(404);
        as("documenter2").get("/api/v1/transfers").then().body("items.id", not(hasItem(transfer)));
        decide("documenter", transfer, Map.of("state", "withdrawn", "reason", "mistake"))
                .statusCode(201);
        decide("investigator", transfer, ACCEPTED).statusCode(409).body("code", equalTo("state-refused"));
        possession("documenter", item).body("openTransfer", nullValue());
        assertThat(Custody.types(Custody.chain("documenter", item, "CE-TRANSFER-WITHDRAWN")))
                .doesNotContain("CE-TRANSFER-ACCEPTED");
    }

    @Test
    void whatIsOfferedIsHereAndAsTheChainSays() {
        String item = Custody.sealed();
        refused(item, Map.of("receiver", Custody.commission(), "purpose", "storage"), "seal-differs");
        refused(item, body(OTHER_SEAL), "seal-differs");
        offer(item);
        refused(item, body(SEAL), "offer-open");
        String lost = Custody.sealed();
        record("documenter", lost, Map.of("type", "CE-LOST", "happened", "2026-03-06", "reason", "theft"))
                .statusCode(201);
        refused(lost, body(SEAL), "missing");
        String plain = Items.of("documenter").id();
        refused(plain, body(SEAL), "no-seal");
        Records.post("documenter2", "items/" + plain + "/transfers", body(SEAL)).statusCode(404);
        Records.post(
                        "documenter",
                        "items/" + plain + "/transfers",
                        Map.of("receiver", Custody.fieldTeam(), "purpose", "storage"))
                .statusCode(400)
                .body("findings.code", equalTo(List.of("not-another-member-organisation")));
    }

    @Test
    void itGoesBackToItsOwnerAndNowhereElse() {
        String item = Custody.sealed();
        decide("investigator", offer(item), ACCEPTED).statusCode(201);
        Records.post(
                        "investigator",
                        "items/" + item + "/transfers",
                        Map.of(
                                "receiver",
                                Enrolment.organisation("Field Team Two").toString(),
                                "purpose",
                                "analysis",
                                "seal",
                                SEAL))
                .statusCode(400)
                .body("findings.code", equalTo(List.of("only-the-owner")));
        refused("documenter", item, body(SEAL), "not-in-custody");
        String back = Records.create(
                "investigator",
                "items/" + item + "/transfers",
                Map.of("receiver", Custody.fieldTeam(), "purpose", "return", "seal", SEAL));
        decide("documenter", back, ACCEPTED).statusCode(201);
        possession("documenter", item).body("custodian.organisation", equalTo(Custody.fieldTeam()));
    }

    @Test
    void theTermsOfReceiptBindTransfersToo() {
        String submission = Records.create(
                "documenter",
                "submissions",
                Map.of(
                        "title", "Delivery",
                        "controller", "Field Team",
                        "legalBasis", "consent of the data subjects",
                        "retentionRule", "until-proceedings-end",
                        "conditions",
                                Map.of(
                                        "embargoUntil",
                                        LocalDate.now().plusYears(1).toString())));
        String deposit = Records.create(
                "documenter",
                "submissions/" + submission + "/deposits",
                Map.of("title", "Jacket", "kind", "physical-exhibit"));
        String item = as("documenter")
                .contentType("application/octet-stream")
                .body(new byte[] {1})
                .put("/api/v1/deposits/" + deposit + "/content")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        Records.post(
                        "documenter",
                        "items/" + item + "/transfers",
                        Map.of("receiver", Custody.commission(), "purpose", "storage"))
                .statusCode(400)
                .body("findings.pointer", equalTo(List.of("/receiver")))
                .body("findings.code", equalTo(List.of("under-embargo")));
    }

    @Test
    void ofOffersMadeAtOnceOneStands() throws Exception {
        String item = Custody.sealed();
        assertThat(atOnce(Collections.nCopies(
                        8, () -> Records.post("documenter", "items/" + item + "/transfers", body(SEAL))
                                .extract()
                                .statusCode())))
                .containsOnlyOnce(201)
                .containsOnly(201, 409);
    }

    @Test
    void ofDecisionsMadeAtOnceOneStands() throws Exception {
        String item = Custody.sealed();
        String transfer = offer(item);
        List<Callable<Integer>> decisions = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            decisions.add(
                    () -> decide("investigator", transfer, ACCEPTED).extract().statusCode());
            decisions.add(() -> decide("documenter", transfer, Map.of("state", "withdrawn", "reason", "mistake"))
                    .extract()
                    .statusCode());
        }
        assertThat(atOnce(decisions)).containsOnlyOnce(201).containsOnly(201, 409);
        Custody.until(
                () -> as("documenter").get("/api/v1/items/" + item + "/custody"),
                chain -> Custody.types(chain).stream()
                                .filter(type -> type.matches("CE-TRANSFER-(ACCEPTED|WITHDRAWN)"))
                                .count()
                        == 1);
    }

    /** A statement writes back where the item stands; an offer that was closed meanwhile stays closed. */
    @Test
    void aStatementMadeMeanwhileBringsNoOfferBack() throws Exception {
        String item = Custody.sealed();
        for (int round = 0; round < 6; round++) {
            String transfer = offer(item);
            List<Callable<Integer>> requests = new ArrayList<>();
            requests.add(() -> decide("investigator", transfer, Map.of("state", "refused", "reason", "not-received"))
                    .extract()
                    .statusCode());
            for (int i = 0; i < 4; i++) {
                requests.add(() -> record(
                                "documenter",
                                item,
                                Map.of("type", "CE-SEAL-CHECKED", "happened", "2026-03-08", "seal", SEAL))
                        .extract()
                        .statusCode());
            }
            assertThat(atOnce(requests)).containsOnly(201);
            possession("documenter", item).body("openTransfer", nullValue());
        }
    }

    @Test
    void aRepeatedStepIsTakenOnce() {
        String item = Custody.sealed();
        String key = UUID.randomUUID().toString();
        String path = "/api/v1/items/" + item + "/transfers";
        String first = as("documenter")
                .header("Idempotency-Key", key)
                .body(body(SEAL))
                .post(path)
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        as("documenter")
                .header("Idempotency-Key", key)
                .body(body(SEAL))
                .post(path)
                .then()
                .statusCode(200)
                .body("id", equalTo(first));
        for (int status : new int[] {201, 200}) {
            as("investigator")
                    .header("Idempotency-Key", key)
                    .body(ACCEPTED)
                    .post("/api/v1/transfers/" + first + "/decisions")
                    .then()
                    .statusCode(status)
                    .body("state", equalTo("accepted"));
        }
    }

    private static List<Integer> atOnce(List<Callable<Integer>> requests) throws Exception {
        Enrolment.organisation("Commission");
        try (ExecutorService threads = Executors.newFixedThreadPool(requests.size())) {
            List<Integer> found = new ArrayList<>();
            for (Future<Integer> each : threads.invokeAll(requests)) {
                found.add(each.get());
            }
            return found;
        }
    }

    private static Map<String, Object> body(Map<String, Object> seal) {
        return new HashMap<>(Map.of("receiver", Custody.commission(), "purpose", "examination", "seal", seal));
    }

    private static String offer(String item) {
        return Records.create("documenter", "items/" + item + "/transfers", body(SEAL));
    }

    private static void refused(String item, Map<String, Object> body, String code) {
        refused("documenter", item, body, code);
    }

    private static void refused(String user, String item, Map<String, Object> body, String code) {
        Records.post(user, "items/" + item + "/transfers", body)
                .statusCode(409)
                .body("discrepancies", equalTo(List.of(code)));
    }

    private static ValidatableResponse decide(String user, String transfer, Map<String, Object> body) {
        return Records.post(user, "transfers/" + transfer + "/decisions", body);
    }

    private static ValidatableResponse possession(String user, String item) {
        return as(user).get("/api/v1/items/" + item + "/possession").then().statusCode(200);
    }

    private static String signedBy(Response chain, String type) {
        return Custody.<String>values(chain, "organisation")
                .get(Custody.types(chain).indexOf(type));
    }
}
