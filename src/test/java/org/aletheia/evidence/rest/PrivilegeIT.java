package org.aletheia.evidence.rest;

import static org.aletheia.evidence.rest.Evidence.bytes;
import static org.aletheia.testing.Enrolment.as;
import static org.aletheia.testing.Enrolment.member;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.Map;
import java.util.UUID;
import org.aletheia.testing.AdminDatabase;
import org.aletheia.testing.Database;
import org.aletheia.testing.Enrolment;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What is claimed to be privileged is closed as it is received, until counsel rules. */
@QuarkusTest
@Tag("it")
class PrivilegeIT {
    private static final Map<String, Object> CLAIMED = Map.of("privilege", Map.of("kind", "journalist-source"));

    @Test
    void whatIsClaimedIsForCounselAndThoseWhoHandItInUntilCounselRules() {
        String submission = Evidence.submission("documenter", CLAIMED);
        share(submission);
        String item = item(submission);
        as("documenter").get("/api/v1/items/" + item).then().statusCode(200);
        as("counsel2").get("/api/v1/items/" + item).then().statusCode(200);
        as("counsel2").get("/api/v1/items/" + item + "/content").then().statusCode(200);
        for (String closed : new String[] {"investigator", "auditor", "counsel", "documenter2"}) {
            as(closed).get("/api/v1/items/" + item).then().statusCode(404);
            as(closed).get("/api/v1/items/" + item + "/custody").then().statusCode(404);
        }
        as("investigator")
                .queryParam("submission", submission)
                .get("/api/v1/items")
                .then()
                .body("items", empty());

        rule("counsel2", submission, "upheld")
                .statusCode(201)
                .body("member", equalTo(member("counsel2").toString()));
        as("investigator").get("/api/v1/items/" + item).then().statusCode(404);
        rule("counsel2", submission, "waived").statusCode(201);
        as("investigator").get("/api/v1/items/" + item).then().statusCode(200);
        as("counsel2").get("/api/v1/items/" + item).then().statusCode(404);
        as("investigator").get("/api/v1/items/" + item(submission)).then().statusCode(200);
        as("documenter")
                .get("/api/v1/submissions/" + submission + "/privilege-rulings")
                .then()
                .statusCode(200)
                .body("items.ruling", contains("upheld", "waived"));
        assertThat(AdminDatabase.eventsOf(UUID.fromString(submission))).contains("CE-PRIVILEGE-RULED");
    }

    @Test
    void counselAssertsForItemsThatAreThereAndThoseToCome() throws Exception {
        String submission = Evidence.submission("documenter");
        share(submission);
        String there = item(submission);
        String hidden = item(submission);
        Database.owner("update item set classification = 'TLP:RED' where id = '" + hidden + "'");
        as("investigator").get("/api/v1/items/" + there).then().statusCode(200);

        rule("counsel2", submission, "asserted").statusCode(201);
        for (String item : new String[] {there, item(submission)}) {
            as("investigator").get("/api/v1/items/" + item).then().statusCode(404);
        }
        assertThat(AdminDatabase.column(
                        "select ground from closure where record_id = ? and ended_at is null", UUID.fromString(hidden)))
                .as("closed to counsel, too")
                .containsExactly("privilege");
        rule("counsel2", submission, "not-privileged").statusCode(201);
        as("investigator").get("/api/v1/items/" + there).then().statusCode(200);
    }

    @Test
    void whatIsPrivilegedGoesToNobody() {
        String submission = Evidence.submission("documenter", CLAIMED);
        String item = item(submission);
        as("documenter")
                .body(Map.of("kind", "item", "record", item, "grantee", Enrolment.organisation("Commission")))
                .post("/api/v1/shares")
                .then()
                .statusCode(404);
    }

    @Test
    void onlyCounselOfTheOwnerRulesAndOnlyOnWhatIsOpenToARuling() {
        String submission = Evidence.submission("documenter", CLAIMED);
        share(submission);
        for (String other : new String[] {"documenter", "investigator", "counsel", "auditor", "admin"}) {
            rule(other, submission, "waived").statusCode(404);
        }
        rule("counsel2", submission, "asserted").statusCode(409).body("code", equalTo("state-refused"));
        rule("counsel2", submission, "whatever").statusCode(400).body("findings.code", contains("ruling-unknown"));
        rule("counsel2", UUID.randomUUID().toString(), "waived").statusCode(404);
        rule("counsel2", submission, "not-privileged").statusCode(201);
        rule("counsel2", submission, "waived").statusCode(409);
    }

    private static ValidatableResponse rule(String user, String submission, String ruling) {
        return as(user).body(Map.of("ruling", ruling))
                .post("/api/v1/submissions/" + submission + "/privilege-rulings")
                .then();
    }

    private static void share(String submission) {
        as("documenter")
                .body(Map.of(
                        "kind", "submission", "record", submission, "grantee", Enrolment.organisation("Commission")))
                .post("/api/v1/shares")
                .then()
                .statusCode(201);
    }

    private static String item(String submission) {
        String deposit = Evidence.deposit("documenter", submission, Map.of());
        return Evidence.fill("documenter", deposit, bytes("item " + UUID.randomUUID()));
    }
}
