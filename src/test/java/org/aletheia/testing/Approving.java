package org.aletheia.testing;

import static org.hamcrest.Matchers.anyOf;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.is;

import io.restassured.response.ValidatableResponse;
import java.sql.SQLException;
import java.util.Map;
import java.util.UUID;

/** Decides by two through the API. */
public final class Approving {
    private static final int ACCEPTED = 202;

    private Approving() {}

    /** The id of the request that an answer tells of. */
    public static String asked(ValidatableResponse answer) {
        return answer.statusCode(ACCEPTED)
                .body("state", equalTo("requested"))
                .extract()
                .path("id");
    }

    /** Decides about a request. */
    public static ValidatableResponse decide(String user, String approval, String outcome) {
        return Records.post(
                user, "approvals/" + approval + "/decisions", Map.of("outcome", outcome, "reason", "Looked at"));
    }

    /** What was asked is done. */
    public static String approved(String user, ValidatableResponse asked) {
        String approval = asked(asked);
        decide(user, approval, "approved").statusCode(200).body("state", equalTo("approved"));
        return approval;
    }

    /** What needs another administrator is approved by one; what does not was done. */
    public static void byTwo(ValidatableResponse answer) {
        if (answer.extract().statusCode() == ACCEPTED) {
            approved("admin2", answer);
        } else {
            answer.statusCode(anyOf(is(200), is(201)));
        }
    }

    /** A hold is lifted, as one asks and another approves. */
    public static void liftHold(String asks, String approves, String hold, Map<String, ?> why) {
        approved(approves, Records.post(asks, "holds/" + hold + "/release", why));
    }

    /** A member's standing begins at this SQL time. */
    public static void widened(String user, String when) throws SQLException {
        Database.owner("update member set widened_at = " + when + " where id = '" + Enrolment.member(user) + "'");
    }

    /** Nobody decided about a request in time. */
    public static void expire(String approval) throws SQLException {
        Database.owner("alter table approval_request disable trigger guard, no force row level security;"
                + " update approval_request set requested_at = now() - interval '2 days',"
                + " expires_at = now() - interval '1 day' where id = '" + UUID.fromString(approval) + "';"
                + " alter table approval_request enable trigger guard, force row level security");
    }
}
