package org.aletheia.evidence.disposal.rest;

import static org.aletheia.testing.Disposing.body;
import static org.aletheia.testing.Disposing.decide;
import static org.aletheia.testing.Records.create;
import static org.aletheia.testing.Records.get;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import java.sql.SQLException;
import java.util.List;
import org.aletheia.testing.Approving;
import org.aletheia.testing.Database;
import org.aletheia.testing.Enrolment;
import org.aletheia.testing.Records;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A disposal is decided under the rules of every decision of two. */
@QuarkusTest
@Tag("it")
class DisposalOfTwoIT {
    @Test
    void whoWasMadeUpThisMinuteIsNoSecondPerson() throws SQLException {
        String disposal = asked();
        for (String user : List.of("investigator", "counsel")) {
            Approving.widened(user, "now() + interval '1 hour'");
            refused(disposal);
            Approving.widened(user, "now() - interval '2 days'");
        }
        decide("counsel", disposal, "approved").statusCode(200);
    }

    @Test
    void whatSomebodyAskedWhoMayAskNoMoreIsNotApproved() throws SQLException {
        String disposal = asked();
        roles("auditor");
        try {
            refused(disposal);
        } finally {
            roles("investigator");
        }
        decide("counsel", disposal, "approved").statusCode(200);
    }

    @Test
    void whatNobodyDecidedInTimeIsDecidedNoMore() throws SQLException {
        String disposal = asked();
        Database.owner("update disposal set created_at = now() - interval '15 days' where id = '" + disposal + "'");
        get("investigator", "disposals/" + disposal).statusCode(200).body("state", equalTo("expired"));
        decide("counsel", disposal, "approved").statusCode(409).body("code", equalTo("state-refused"));
    }

    private static String asked() {
        String incident = Records.incident("investigator");
        return create("investigator", "disposals", body("recorded-in-error", "incident/" + incident));
    }

    private static void refused(String disposal) {
        decide("counsel", disposal, "approved").statusCode(403).body("code", equalTo("second-person-required"));
    }

    private static void roles(String role) throws SQLException {
        Database.owner(
                "update member set roles = '{" + role + "}' where id = '" + Enrolment.member("investigator") + "'");
    }
}
