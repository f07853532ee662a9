package org.aletheia.insight.sheet;

import static org.aletheia.testing.Approving.asked;
import static org.aletheia.testing.Approving.decide;
import static org.aletheia.testing.Enrolment.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.junit.QuarkusMock;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.aletheia.access.AccessGuard;
import org.aletheia.access.AccessPolicy;
import org.aletheia.access.approval.Approvals;
import org.aletheia.testing.AdminDatabase;
import org.aletheia.testing.Approving;
import org.aletheia.testing.Database;
import org.aletheia.testing.Items;
import org.aletheia.testing.Records;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A sheet of many items leaves once, as another approved exactly these items. */
@QuarkusTest
@Tag("it")
class BulkSheetsIT {
    @Inject
    AccessGuard guard;

    @Inject
    AccessPolicy policy;

    @Inject
    Approvals approvals;

    private List<String> three = List.of();

    /** As with the real limit of 100, which would cost a hundred uploads. */
    @BeforeEach
    void twoAreMany() {
        QuarkusMock.installMockForType(new BulkSheets(guard, policy, approvals, () -> 2), BulkSheets.class);
        three = List.of(
                Items.readableBy("investigator").id(),
                Items.readableBy("investigator").id(),
                Items.readableBy("investigator").id());
    }

    @Test
    void oneAloneFetchesNothing() throws SQLException {
        sheet("investigator", three, null).statusCode(403).body("code", equalTo("approval-required"));
        sheet("investigator", three, UUID.randomUUID().toString()).statusCode(403);
        String approval = asked(ask("investigator", three));
        sheet("investigator", three, approval).statusCode(403);
        decide("investigator", approval, "approved").statusCode(403).body("code", equalTo("second-person-required"));
        for (String other : List.of("documenter", "admin", "victims-org", "counsel2")) {
            decide(other, approval, "approved").statusCode(404);
        }
        for (String user : List.of("investigator", "case-team")) {
            Approving.widened(user, "now() + interval '1 hour'");
            decide("case-team", approval, "approved").statusCode(403);
            Approving.widened(user, "now() - interval '1 hour'");
        }
        Approving.expire(approval);
        decide("case-team", approval, "approved").statusCode(409);
        sheet("investigator", three, approval).statusCode(403);
        sheet("investigator", three.subList(0, 2), null).statusCode(200).body("items", hasSize(2));
    }

    @Test
    void withAnApprovalWhoAskedFetchesOnceWhatWasApproved() {
        String approval = asked(ask("investigator", three));
        decide("case-team", approval, "approved").statusCode(200);
        String fourth = Items.readableBy("investigator").id();
        sheet("investigator", List.of(three.get(0), three.get(1), fourth), approval)
                .statusCode(403);
        sheet("case-team", three, approval).statusCode(403);
        sheet("investigator", three.reversed(), approval).statusCode(200).body("items", hasSize(3));
        sheet("investigator", three, approval).statusCode(403).body("code", equalTo("approval-required"));
        assertThat(AdminDatabase.eventsOf(UUID.fromString(approval)))
                .containsSubsequence("GOV-APPROVAL-REQUESTED", "GOV-APPROVAL-GIVEN", "GOV-APPROVAL-USED");
    }

    @Test
    void anApprovalHoldsForADay() throws SQLException {
        String approval = asked(ask("investigator", three));
        decide("counsel", approval, "approved").statusCode(200);
        Database.owner("alter table approval_request disable trigger guard, no force row level security;"
                + " update approval_request set requested_at = now() - interval '2 days',"
                + " decided_at = now() - interval '25 hours' where id = '" + approval + "';"
                + " alter table approval_request enable trigger guard, force row level security");
        sheet("investigator", three, approval).statusCode(403);
    }

    @Test
    void whatIsWrongWithARequestIsSaidAtOnce() {
        Records.post("investigator", "item-sheet/approvals", Map.of())
                .statusCode(400)
                .body("findings.pointer", contains("/reason", ""));
        Records.post(
                        "investigator",
                        "item-sheet/approvals",
                        Map.of("items", List.of(UUID.randomUUID().toString()), "reason", "x"))
                .statusCode(400)
                .body("findings.code", contains("reference-unknown"));
        sheet("investigator", three, "nonsense").statusCode(400).body("findings.pointer", contains("?approval"));
    }

    private static ValidatableResponse ask(String user, List<String> items) {
        return Records.post(user, "item-sheet/approvals", Map.of("items", items, "reason", "For the trial chamber"));
    }

    private static ValidatableResponse sheet(String user, List<String> items, @Nullable String approval) {
        var request = as(user).body(Map.of("items", items));
        return (approval == null ? request : request.queryParam("approval", approval))
                .post("/api/v1/item-sheet")
                .then();
    }
}
