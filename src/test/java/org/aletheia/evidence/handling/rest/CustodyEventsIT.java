package org.aletheia.evidence.handling.rest;

import static org.aletheia.evidence.handling.rest.Custody.SEAL;
import static org.aletheia.evidence.handling.rest.Custody.record;
import static org.aletheia.testing.Enrolment.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.aletheia.custody.format.CanonicalJson;
import org.aletheia.custody.format.EventField;
import org.aletheia.custody.format.Receipt;
import org.aletheia.testing.AdminDatabase;
import org.aletheia.testing.Items;
import org.aletheia.testing.Records;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@QuarkusTest
@Tag("it")
class CustodyEventsIT {
    private static final Map<String, Object> DESTROYED =
            Map.of("type", "CE-DESTROYED", "happened", "2026-03-06", "reason", "disaster");

    @Test
    void anEventSaysWhenItHappenedAndTheLogWhenItWasTold() {
        String item = Custody.sealed();
        Response chain = Custody.chain("documenter", item, "CE-SEALED");
        assertThat(Custody.types(chain)).containsExactly("CE-RECEIVED", "CE-SEALED");
        assertThat(Custody.detail(chain, "CE-SEALED")).isEqualTo(Map.of("happened", "2026-03-05", "seal", SEAL));
        as("documenter")
                .get("/api/v1/items/" + item + "/possession")
                .then()
                .statusCode(200)
                .body("custodian.organisation", equalTo(Custody.fieldTeam()))
                .body("standing", equalTo("present"))
                .body("seal", equalTo(SEAL))
                .body("openTransfer", nullValue());
    }

    @Test
    void eachStepGetsItsReceipt() {
        String item = Custody.sealed();
        var answer = record(
                        "documenter", item, Map.of("type", "CE-SEAL-CHECKED", "happened", "2026-03-06", "seal", SEAL))
                .statusCode(201)
                .body("document.promise", notNullValue());
        Map<?, ?> document = (Map<?, ?>) Objects.requireNonNull(((Map<?, ?>) Objects.requireNonNull(
                        CanonicalJson.parse(answer.extract().asByteArray())))
                .get("document"));
        Receipt receipt = Receipt.parse(CanonicalJson.write(document));
        assertThat(receipt.event().value(EventField.TYPE)).contains("CE-SEAL-CHECKED");
        assertThat(receipt.event().entry().toString())
                .isEqualTo(answer.extract().path("entry"));
    }

    @Test
    void aGapIsDeclaredWithItsRiskAndStands() {
        String item = Items.of("documenter").id();
        record(
                        "documenter",
                        item,
                        Map.of(
                                "type", "CE-GAP-DECLARED",
                                "period", "2026-03-05/2026-03-07",
                                "reason", "records-lost",
                                "risk", "moderate"))
                .statusCode(201);
        Response chain = Custody.chain("documenter", item, "CE-GAP-DECLARED");
        assertThat(Custody.detail(chain, "CE-GAP-DECLARED"))
                .isEqualTo(Map.of("period", "2026-03-05/2026-03-07", "risk", "moderate"));
        assertThat(Custody.<String>values(chain, "reason")).contains("records-lost");
        assertThat(Custody.<Integer>values(chain, "schema").getLast()).isEqualTo(2);
        record(
                        "documenter",
                        item,
                        Map.of(
                                "type", "CE-GAP-DECLARED",
                                "happened", "2026-03-08",
                                "period", "2026-03-05/2026-03-07",
                                "reason", "records-lost",
                                "risk", "moderate"))
                .statusCode(400)
                .body("findings.pointer", equalTo(List.of("/happened")));
    }

    @Test
    void whatContradictsTheChainIsRefusedUnlessItIsStatedAsADiscrepancy() {
        String item = Custody.sealed();
        record("documenter", item, DESTROYED).statusCode(201);
        Map<String, Object> seen = Map.of("type", "CE-SEAL-CHECKED", "happened", "2026-03-07", "seal", SEAL);
        record("documenter", item, seen)
                .statusCode(409)
                .body("code", equalTo("custody-refused"))
                .body("discrepancies", equalTo(List.of("custody-over")));
        record(
                        "documenter",
                        item,
                        Map.of("type", "CE-SEAL-CHECKED", "happened", "2026-03-07", "seal", SEAL, "discrepancy", true))
                .statusCode(201);
        Response chain = Custody.chain("documenter", item, "CE-SEAL-CHECKED");
        assertThat(Custody.types(chain)).containsExactly("CE-RECEIVED", "CE-SEALED", "CE-DESTROYED", "CE-SEAL-CHECKED");
        assertThat(Custody.detail(chain, "CE-SEAL-CHECKED")).containsEntry("discrepancies", List.of("custody-over"));
    }

    @Test
    void aSealThatIsNotAsKnownIsTold() {
        String item = Custody.sealed();
        Map<String, Object> other = Map.of("number", "AB-000124", "condition", "intact");
        record("documenter", item, Map.of("type", "CE-SEAL-CHECKED", "happened", "2026-03-07", "seal", other))
                .statusCode(409)
                .body("discrepancies", equalTo(List.of("seal-differs")));
        record("documenter", item, Map.of("type", "CE-SEAL-MISMATCHED", "happened", "2026-03-07", "seal", other))
                .statusCode(201);
        Response chain = Custody.chain("documenter", item, "CE-SEAL-MISMATCHED");
        assertThat(Custody.detail(chain, "CE-SEAL-MISMATCHED"))
                .containsEntry("seal", other)
                .containsEntry("sealBefore", SEAL);
    }

    @Test
    void partsAndTheirWholeTellOfEachOther() {
        String whole = Items.of("documenter").id();
        String part = Items.of("documenter").id();
        record(
                        "documenter",
                        whole,
                        Map.of(
                                "type", "CE-SPLIT",
                                "happened", "2026-03-06",
                                "reason", "examination",
                                "related", List.of(part)))
                .statusCode(201);
        assertThat(Custody.detail(Custody.chain("documenter", whole, "CE-SPLIT"), "CE-SPLIT"))
                .containsEntry("related", List.of(part));
        assertThat(Custody.detail(Custody.chain("documenter", part, "CE-SPLIT"), "CE-SPLIT"))
                .containsEntry("of", whole);
        record(
                        "documenter",
                        whole,
                        Map.of(
                                "type", "CE-JOINED",
                                "happened", "2026-03-07",
                                "reason", "repacking",
                                "related", List.of(part)))
                .statusCode(201);
        as("documenter").get("/api/v1/items/" + part + "/possession").then().body("standing", equalTo("joined"));
    }

    /** What ends the custody of a part is judged by the chain of the part as well. */
    @Test
    void aPartIsNotJoinedAgainstItsOwnChain() {
        String whole = Items.of("documenter").id();
        String destroyed = Items.of("documenter").id();
        record("documenter", destroyed, Map.of("type", "CE-DESTROYED", "happened", "2026-03-06", "reason", "disaster"))
                .statusCode(201);
        String held = Items.of("documenter").id();
        Records.create(
                "documenter",
                "items/" + held + "/holds",
                Map.of("reason", "proceedings", "authority", "prosecutor", "reference", "ICC-01/26-7"));
        String offered = Items.of("documenter").id();
        Records.create(
                "documenter",
                "items/" + offered + "/transfers",
                Map.of("receiver", Custody.commission(), "purpose", "examination"));
        Map.of(destroyed, "custody-over", held, "under-hold", offered, "offer-open")
                .forEach((part, code) -> record("documenter", whole, joined(List.of(part), false))
                        .statusCode(409)
                        .body("code", equalTo("custody-refused"))
                        .body("discrepancies", equalTo(List.of(code))));
        as("documenter").get("/api/v1/items/" + held + "/possession").then().body("standing", equalTo("present"));

        String sound = Items.of("documenter").id();
        record("documenter", whole, joined(List.of(destroyed, sound), true)).statusCode(201);
        assertThat(Custody.detail(Custody.chain("documenter", destroyed, "CE-JOINED"), "CE-JOINED"))
                .containsEntry("of", whole)
                .containsEntry("discrepancies", List.of("custody-over"));
        assertThat(Custody.detail(Custody.chain("documenter", sound, "CE-JOINED"), "CE-JOINED"))
                .as("what others contradict is told in their chains")
                .doesNotContainKey("discrepancies");
        assertThat(Custody.detail(Custody.chain("documenter", whole, "CE-JOINED"), "CE-JOINED"))
                .doesNotContainKey("discrepancies");
    }

    private static Map<String, Object> joined(List<String> parts, boolean discrepancy) {
        return Map.of(
                "type", "CE-JOINED",
                "happened", "2026-03-07",
                "reason", "repacking",
                "related", parts,
                "discrepancy", discrepancy);
    }

    @Test
    void whatAPartyOutsideHasComesBackByOneSidesWord() {
        String item = Items.of("documenter").id();
        Map<String, Object> laboratory = Map.of("party", "laboratory");
        record(
                        "documenter",
                        item,
                        Map.of(
                                "type", "CE-HANDED-OVER",
                                "happened", "2026-03-06",
                                "reason", "testing",
                                "custodianAfter", laboratory))
                .statusCode(201);
        as("documenter").get("/api/v1/items/" + item + "/possession").then().body("custodian", equalTo(laboratory));
        record(
                        "documenter",
                        item,
                        Map.of(
                                "type", "CE-HANDED-OVER",
                                "happened", "2026-03-08",
                                "reason", "storage",
                                "custodianBefore", laboratory,
                                "custodianAfter", Map.of("organisation", Custody.fieldTeam())))
                .statusCode(201);
        as("documenter")
                .get("/api/v1/items/" + item + "/possession")
                .then()
                .body("custodian.organisation", equalTo(Custody.fieldTeam()));
    }

    @Test
    void allThatIsWrongIsToldAtOnce() {
        String item = Items.of("documenter").id();
        record(
                        "documenter",
                        item,
                        Map.of(
                                "type", "CE-HANDED-OVER",
                                "happened", "2999-01-01",
                                "custodianAfter", Map.of("organisation", Custody.commission()),
                                "risk", "low",
                                "seal", Map.of("number", "Olena Kovalenko", "condition", "fine"),
                                "by", "me"))
                .statusCode(400)
                .body("findings.pointer", hasItems("/happened", "/reason", "/custodianAfter", "/risk", "/seal/number"))
                .body(
                        "findings.code",
                        hasItems(
                                "in-the-future",
                                "required",
                                "transfer-needed",
                                "not-for-this-type",
                                "not-a-number",
                                "code-unknown",
                                "unknown-property"));
        record("documenter", item, Map.of("type", "CE-ACCESS-VIEW"))
                .statusCode(400)
                .body("findings.code", equalTo(List.of("custody-event-unknown")));
        record(
                        "documenter",
                        item,
                        Map.of(
                                "type", "CE-SPLIT",
                                "happened", "2026",
                                "reason", "other",
                                "related", List.of(UUID.randomUUID().toString()),
                                "support", List.of(Items.of("documenter2").id())))
                .statusCode(400)
                .body("findings.pointer", equalTo(List.of("/related/0", "/support/0")))
                .body("findings.code", equalTo(List.of("not-found", "not-found")));
        record(
                        "documenter",
                        item,
                        Map.of(
                                "type", "CE-SPLIT",
                                "happened", "2026",
                                "reason", "other",
                                "related", List.of(Items.of("documenter2").id())))
                .statusCode(400)
                .body("findings.pointer", equalTo(List.of("/related/0")));
        record(
                        "documenter",
                        item,
                        Map.of(
                                "type",
                                "CE-INCIDENT",
                                "happened",
                                "2026",
                                "reason",
                                "theft",
                                "custodianBefore",
                                Map.of("party", "courier")))
                .statusCode(400)
                .body("findings.code", containsInAnyOrder("not-for-this-type"));
    }

    @Test
    void nobodyElseRecordsAnything() {
        String item = Items.of("documenter").id();
        record("documenter2", item, DESTROYED).statusCode(404);
        record("investigator", item, DESTROYED).statusCode(404);
        Custody.shareWithCommission(item);
        // who only works with an item does not say what becomes of the object
        record("investigator", item, DESTROYED).statusCode(403);
        record("auditor", item, DESTROYED).statusCode(404);
        record("claims-officer", item, DESTROYED).statusCode(404);
        as("auditor").get("/api/v1/items/" + item + "/possession").then().statusCode(200);
        as("documenter2").get("/api/v1/items/" + item + "/possession").then().statusCode(404);
        assertThat(AdminDatabase.column(
                        "select event_type from journal_pending where event_type = 'CE-DESTROYED' and ?::uuid = any (subject_ids)"
                                + " union all select event_type from journal where event_type = 'CE-DESTROYED' and ?::uuid = any (subject_ids)",
                        UUID.fromString(item),
                        UUID.fromString(item)))
                .isEmpty();
    }

    @Test
    void aRepeatedRequestRecordsNothingTwice() {
        String item = Items.of("documenter").id();
        String key = UUID.randomUUID().toString();
        String first = as("documenter")
                .header("Idempotency-Key", key)
                .body(DESTROYED)
                .post("/api/v1/items/" + item + "/custody-events")
                .then()
                .statusCode(201)
                .extract()
                .path("event");
        as("documenter")
                .header("Idempotency-Key", key)
                .body(DESTROYED)
                .post("/api/v1/items/" + item + "/custody-events")
                .then()
                .statusCode(200)
                .body("event", equalTo(first));
        Response chain = Custody.chain("documenter", item, "CE-DESTROYED");
        assertThat(Custody.types(chain)).containsOnlyOnce("CE-DESTROYED");
    }
}
