package org.aletheia.evidence.handling.rest;

import static org.aletheia.evidence.handling.rest.Custody.record;
import static org.aletheia.testing.Enrolment.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.aletheia.testing.AdminDatabase;
import org.aletheia.testing.Approving;
import org.aletheia.testing.Database;
import org.aletheia.testing.Items;
import org.aletheia.testing.Records;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@QuarkusTest
@Tag("it")
class HoldsIT {
    private static final Map<String, Object> ORDER =
            Map.of("reason", "proceedings", "authority", "prosecutor", "reference", "ICC-01/26-7");
    private static final Map<String, Object> LIFTED = Map.of("reason", "order-lifted", "authority", "prosecutor");

    @Test
    void aHoldIsPlacedAndLiftedByEventsWithReasonAndAuthority() {
        String item = Items.of("documenter").id();
        Custody.shareWithCommission(item);
        String hold = Records.post("case-team", "items/" + item + "/holds", ORDER)
                .statusCode(201)
                .body("step.document.promise", notNullValue())
                .extract()
                .path("id");
        as("documenter")
                .get("/api/v1/items/" + item + "/holds")
                .then()
                .statusCode(200)
                .body("items", hasSize(1))
                .body("items[0].organisation", equalTo(Custody.commission()))
                .body("items[0].placed", equalTo(ORDER));
        Approving.liftHold("case-team", "case-team2", hold, LIFTED);
        as("documenter")
                .get("/api/v1/items/" + item + "/holds")
                .then()
                .body("items[0].released.reason", equalTo("order-lifted"));
        Records.post("case-team", "holds/" + hold + "/release", LIFTED)
                .statusCode(409)
                .body("code", equalTo("state-refused"));
        Response chain = Custody.chain("documenter", item, "CE-HOLD-RELEASED");
        assertThat(Custody.detail(chain, "CE-HOLD-SET"))
                .isEqualTo(Map.of("hold", hold, "authority", "prosecutor", "reference", "ICC-01/26-7"));
        assertThat(Custody.<String>values(chain, "reason")).contains("proceedings", "order-lifted");
    }

    @Test
    void onlyWhoPlacedAHoldLiftsItAlsoWhenTheItemIsNotSharedAnyMore() {
        String item = Items.of("documenter").id();
        String share = Records.create(
                "documenter", "shares", Map.of("kind", "item", "record", item, "grantee", Custody.commission()));
        String hold = Records.create("case-team", "items/" + item + "/holds", ORDER);
        Records.post("documenter", "holds/" + hold + "/release", LIFTED).statusCode(404);
        Records.post("investigator", "holds/" + hold + "/release", LIFTED).statusCode(404);
        as("documenter").delete("/api/v1/shares/" + share).then().statusCode(204);
        as("case-team").get("/api/v1/items/" + item + "/holds").then().statusCode(404);
        Approving.liftHold("case-team", "counsel", hold, LIFTED);
    }

    @Test
    void oneAloneLiftsNothing() throws SQLException {
        String item = Items.of("documenter").id();
        Custody.shareWithCommission(item);
        String hold = Records.create("case-team", "items/" + item + "/holds", ORDER);
        String asked = Approving.asked(Records.post("case-team", "holds/" + hold + "/release", LIFTED));
        Approving.decide("case-team", asked, "approved")
                .statusCode(403)
                .body("code", equalTo("second-person-required"));
        for (String other : List.of("documenter", "counsel2", "investigator", "auditor", "admin", "admin2")) {
            Records.get(other, "approvals/" + asked).statusCode(404);
            Approving.decide(other, asked, "approved").statusCode(404);
        }
        for (String user : List.of("case-team", "case-team2")) {
            Approving.widened(user, "now() + interval '1 hour'");
            Approving.decide("case-team2", asked, "approved").statusCode(403);
            Approving.widened(user, "now() - interval '1 hour'");
        }
        Approving.expire(asked);
        Approving.decide("case-team2", asked, "approved").statusCode(409);
        stands(item);

        String again = Approving.asked(Records.post("case-team", "holds/" + hold + "/release", LIFTED));
        Approving.decide("case-team2", again, "approved").statusCode(200);
        Approving.decide("case-team2", again, "approved").statusCode(409);
        assertThat(AdminDatabase.eventsOf(UUID.fromString(again)))
                .containsSequence("GOV-APPROVAL-REQUESTED", "GOV-APPROVAL-GIVEN");
    }

    /** What was asked of it beside is not done a second time. */
    @Test
    void aHoldIsLiftedOnceWhateverWasAsked() {
        String item = Items.of("documenter").id();
        String hold = Records.create("documenter", "items/" + item + "/holds", ORDER);
        String one = Approving.asked(Records.post("documenter", "holds/" + hold + "/release", LIFTED));
        String other = Approving.asked(Records.post("counsel2", "holds/" + hold + "/release", LIFTED));
        Approving.decide("counsel2", one, "approved").statusCode(200);
        Approving.decide("documenter", other, "approved").statusCode(409);
        Response chain = Custody.chain("documenter", item, "CE-HOLD-RELEASED");
        assertThat(Custody.types(chain)).containsOnlyOnce("CE-HOLD-RELEASED");
    }

    @Test
    void theDatabaseLiftsNoHoldByOne() {
        String item = Items.of("documenter").id();
        String hold = Records.create("documenter", "items/" + item + "/holds", ORDER);
        Approving.asked(Records.post("documenter", "holds/" + hold + "/release", LIFTED));
        assertThatThrownBy(() -> Database.owner("update legal_hold set released_by = member,"
                        + " release_reason = 'order-lifted', release_authority = 'court' where id = '" + hold + "'"))
                .isInstanceOf(SQLException.class)
                .hasMessageContaining("a hold is lifted by two");
        stands(item);
    }

    private static void stands(String item) {
        assertThat(AdminDatabase.column(
                        "select 1 from legal_hold where item = ? and released_by is null", UUID.fromString(item)))
                .hasSize(1);
    }

    @Test
    void holdBeatsRetention() {
        String item = Items.of("documenter").id();
        Custody.shareWithCommission(item);
        decide(item, 1, "in-triage", "assigned").statusCode(200);
        String hold = Records.create("documenter", "items/" + item + "/holds", ORDER);
        for (Map.Entry<String, String> ending : Map.of("returned", "sender-request", "not-retained", "outside-mandate")
                .entrySet()) {
            decide(item, 2, ending.getKey(), ending.getValue())
                    .statusCode(409)
                    .body("code", equalTo("custody-refused"))
                    .body("discrepancies", equalTo(List.of("under-hold")));
        }
        record("documenter", item, Map.of("type", "CE-DESTROYED", "happened", "2026-03-06", "reason", "disaster"))
                .statusCode(409)
                .body("discrepancies", equalTo(List.of("under-hold")));
        Approving.liftHold("documenter", "counsel2", hold, LIFTED);
        decide(item, 2, "returned", "sender-request").statusCode(200);
    }

    /** Which body keeps what for which proceedings is an inquiry in progress. */
    @Test
    void whoHoldsAnItemIsShownToItsOwnerAndToWhoPlacedTheHold() {
        String item = Items.of("documenter").id();
        Custody.shareWithCommission(item);
        Records.create("documenter", "items/" + item + "/holds", ORDER);
        Records.create("case-team", "items/" + item + "/holds", ORDER);
        as("documenter").get("/api/v1/items/" + item + "/holds").then().body("items", hasSize(2));
        as("investigator")
                .get("/api/v1/items/" + item + "/holds")
                .then()
                .body("items", hasSize(1))
                .body("items[0].organisation", equalTo(Custody.commission()));
        Response chain = Custody.until(
                () -> as("investigator").get("/api/v1/items/" + item + "/custody"),
                answer -> Custody.types(answer).stream()
                                .filter("CE-HOLD-SET"::equals)
                                .count()
                        == 2);
        int owners = Custody.types(chain).indexOf("CE-HOLD-SET");
        assertThat(Custody.<Object>values(chain, "organisation").get(owners)).isNull();
        assertThat(Custody.<Object>values(chain, "reason").get(owners)).isNull();
        assertThat(Custody.<Object>values(chain, "detail").get(owners)).isNull();
        int own = Custody.types(chain).lastIndexOf("CE-HOLD-SET");
        assertThat(Custody.<Object>values(chain, "organisation").get(own)).isEqualTo(Custody.commission());
    }

    @Test
    void whoMayNotPlaceHoldsDoesNot() {
        String item = Items.of("documenter").id();
        Records.post("case-team", "items/" + item + "/holds", ORDER).statusCode(404);
        Custody.shareWithCommission(item);
        Records.post("investigator", "items/" + item + "/holds", ORDER).statusCode(404);
        Records.post("auditor", "items/" + item + "/holds", ORDER).statusCode(404);
        Records.post("case-team", "items/" + item + "/holds", Map.of("reason", "because", "reference", "Olena"))
                .statusCode(400)
                .body("findings.pointer", equalTo(List.of("/reason", "/authority", "/reference")));
        Records.post("case-team", "holds/" + UUID.randomUUID() + "/release", LIFTED)
                .statusCode(404);
    }

    @Test
    void nobodyChangesWhatAHoldSays() {
        String item = Items.of("documenter").id();
        String hold = Records.create("documenter", "items/" + item + "/holds", ORDER);
        assertThatThrownBy(() -> Database.owner("update legal_hold set reason = 'other' where id = '" + hold + "'"))
                .isInstanceOf(SQLException.class)
                .hasMessageContaining("a hold is lifted once and never changed");
    }

    private static ValidatableResponse decide(String item, int basedOn, String state, String reason) {
        return as("investigator")
                .header("If-Match", "\"r" + basedOn + "\"")
                .body(Map.of("state", state, "reason", reason))
                .post("/api/v1/items/" + item + "/decisions")
                .then();
    }
}
