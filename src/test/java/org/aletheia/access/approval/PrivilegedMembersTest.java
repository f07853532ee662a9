package org.aletheia.access.approval;

import static org.aletheia.testing.Approving.asked;
import static org.aletheia.testing.Approving.decide;
import static org.aletheia.testing.Approving.expire;
import static org.aletheia.testing.Approving.widened;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;

import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.test.junit.QuarkusMock;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.aletheia.custody.Chains;
import org.aletheia.custody.Subject;
import org.aletheia.custody.format.EventField;
import org.aletheia.testing.AdminDatabase;
import org.aletheia.testing.Approving;
import org.aletheia.testing.Database;
import org.aletheia.testing.Enrolment;
import org.aletheia.testing.Records;
import org.aletheia.testing.Tokens;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Privileged roles are given, changed and taken by two administrators; one alone finds no way. */
@QuarkusTest
@Tag("it")
class PrivilegedMembersTest {
    @Inject
    Chains chains;

    @Inject
    SecurityIdentity identity;

    @ParameterizedTest
    @ValueSource(strings = {"administrator", "counsel", "disclosure-officer", "auditor", "protection-officer"})
    void oneAdministratorAloneGivesNone(String role) {
        String organisation = organise();
        String subject = UUID.randomUUID().toString();
        String approval = asked(enrol("admin", organisation, subject, role));
        decide("admin", approval, "approved").statusCode(403).body("code", equalTo("second-person-required"));
        assertThat(enrolled(subject)).isEmpty();

        String member = enrol("admin", organisation, subject, "documenter")
                .statusCode(201)
                .extract()
                .path("id");
        asked(revise("admin", member, 1, role));
        Records.get("admin", "members/" + member).body("roles", contains("documenter"));
    }

    @Test
    void norDoesOneWidenOrEndWhoHoldsOne() {
        String member = enrolByTwo(organise(), UUID.randomUUID().toString(), "auditor");
        asked(revise("admin", member, 1, "counsel"));
        asked(revise("admin", member, 1, "documenter"));
        asked(end("admin", member, 1));
        Records.get("admin", "members/" + member)
                .body("roles", contains("auditor"))
                .body("revision", equalTo(1))
                .body("endedAt", equalTo(null));
        assertThat(AdminDatabase.eventsOf(UUID.fromString(member))).containsExactly("GOV-MEMBER-ENROLLED");
    }

    @Test
    void anotherApprovesAndItIsDoneOnceWithBothInTheLog() {
        String subject = UUID.randomUUID().toString();
        String approval = asked(enrol("admin", organise(), subject, "auditor"));
        for (String other : List.of("investigator", "auditor", "documenter", "outsider")) {
            if (!other.equals("outsider")) {
                Records.get(other, "approvals/" + approval).statusCode(404);
            }
            decide(other, approval, "approved").statusCode(other.equals("outsider") ? 403 : 404);
        }
        assertThat(enrolled(subject)).isEmpty();
        decide("admin2", approval, "approved")
                .statusCode(200)
                .body("state", equalTo("approved"))
                .body("requester", equalTo(Enrolment.member("admin").toString()))
                .body("decidedBy", equalTo(Enrolment.member("admin2").toString()));
        assertThat(enrolled(subject)).hasSize(1);

        decide("admin2", approval, "approved").statusCode(409).body("code", equalTo("state-refused"));
        decide("admin", approval, "withdrawn").statusCode(409);
        assertThat(enrolled(subject)).hasSize(1);
        assertThat(logged(approval, 2))
                .containsExactly(
                        "GOV-APPROVAL-REQUESTED by " + Enrolment.member("admin"),
                        "GOV-APPROVAL-GIVEN by " + Enrolment.member("admin2"));
    }

    @Test
    void aChangeIsTheOneThatWasApproved() {
        String member = enrolByTwo(organise(), UUID.randomUUID().toString(), "auditor");
        String toCounsel = asked(revise("admin", member, 1, "counsel"));
        String toDocumenter = asked(revise("admin", member, 1, "documenter"));
        decide("admin2", toDocumenter, "approved").statusCode(200);
        decide("admin2", toCounsel, "approved").statusCode(412);
        Records.get("admin", "members/" + member).body("roles", contains("documenter"));
        Records.get("admin", "approvals/" + toCounsel).body("state", equalTo("requested"));
    }

    @Test
    void whoWasMadeUpThisMinuteIsNoSecondPerson() throws SQLException {
        String subject = UUID.randomUUID().toString();
        String approval = asked(enrol("admin", organise(), subject, "auditor"));
        for (String user : List.of("admin", "admin2")) {
            widened(user, "now() + interval '1 hour'");
            decide("admin2", approval, "approved").statusCode(403).body("code", equalTo("second-person-required"));
            widened(user, "now() - interval '1 hour'");
        }
        assertThat(enrolled(subject)).isEmpty();
        decide("admin2", approval, "approved").statusCode(200);
    }

    @Test
    void aRequestExpires() throws SQLException {
        String subject = UUID.randomUUID().toString();
        String approval = asked(enrol("admin", organise(), subject, "auditor"));
        expire(approval);
        Records.get("admin2", "approvals/" + approval).body("state", equalTo("expired"));
        decide("admin2", approval, "approved").statusCode(409).body("state", equalTo("expired"));
        decide("admin2", approval, "refused").statusCode(409);
        assertThat(enrolled(subject)).isEmpty();
    }

    /** Real tokens of the stack, whose users sign in with passwords: {@code acr} is 1 and there is no {@code amr}. */
    @Test
    void whoeverSignedInWithAPasswordApprovesNothing() {
        String subject = UUID.randomUUID().toString();
        String approval = asked(enrol("admin", organise(), subject, "auditor"));
        require(Rules.DEFAULT);
        decide("admin2", approval, "approved").statusCode(403).body("code", equalTo("strong-authentication-required"));
        require(Rules.DEFAULT.acr("gold"));
        decide("admin2", approval, "approved").statusCode(403);
        assertThat(enrolled(subject)).isEmpty();
        decide("admin2", approval, "refused").statusCode(200);

        String again = asked(enrol("admin", organise(), subject, "auditor"));
        require(Rules.DEFAULT.acr("1"));
        decide("admin2", again, "approved").statusCode(200);
        assertThat(enrolled(subject)).hasSize(1);
    }

    @Test
    void theMemberConcernedDecidesNothing() {
        String admin2 = Enrolment.member("admin2").toString();
        String approval = asked(end("admin", admin2, 1));
        Records.get("admin2", "approvals/" + approval).statusCode(404);
        decide("admin2", approval, "approved").statusCode(404);
        decide("admin2", approval, "refused").statusCode(404);
        decide("admin", approval, "withdrawn").statusCode(200);
    }

    /** Who would be left could have nothing approved. */
    @Test
    void twoAdministratorsStay() {
        end("admin", Enrolment.member("admin").toString(), 1).statusCode(409).body("code", equalTo("state-refused"));
        Records.get("admin", "me").statusCode(200);
    }

    @Test
    void whoAskedMustStillBeOneWhoMight() {
        String member = enrolByTwo(organise(), Tokens.subject("outsider"), "administrator");
        String subject = UUID.randomUUID().toString();
        String approval = asked(enrol("outsider", organise(), subject, "auditor"));
        Approving.approved("admin2", end("admin", member, 1));
        decide("admin2", approval, "approved").statusCode(403).body("code", equalTo("second-person-required"));
        assertThat(enrolled(subject)).isEmpty();
    }

    @Test
    void aRequestIsRefusedOrTakenBack() {
        String subject = UUID.randomUUID().toString();
        String approval = asked(enrol("admin", organise(), subject, "auditor"));
        decide("admin2", approval, "withdrawn").statusCode(403);
        Records.post("admin2", "approvals/" + approval + "/decisions", Map.of("outcome", "refused"))
                .statusCode(400)
                .body("findings.pointer", contains("/reason"));
        Records.post("admin2", "approvals/" + approval + "/decisions", Map.of("outcome", "perhaps"))
                .statusCode(400)
                .body("findings.code", contains("outcome-unknown"));
        decide("admin", approval, "refused").statusCode(403);
        decide("admin2", approval, "refused").statusCode(200).body("state", equalTo("refused"));
        decide("admin2", approval, "approved").statusCode(409);
        assertThat(logged(approval, 2).getLast()).startsWith("GOV-APPROVAL-REFUSED");

        String other = asked(enrol("admin", organise(), subject, "auditor"));
        decide("admin", other, "withdrawn").statusCode(200).body("state", equalTo("withdrawn"));
        decide("admin2", other, "approved").statusCode(409);
        assertThat(enrolled(subject)).isEmpty();
    }

    @Test
    void theSameAskedAgainIsTheSameRequest() {
        String organisation = organise();
        String subject = UUID.randomUUID().toString();
        String approval = asked(enrol("admin", organisation, subject, "auditor"));
        assertThat(asked(enrol("admin", organisation, subject, "auditor"))).isEqualTo(approval);
        assertThat(asked(enrol("admin", organisation, subject, "counsel"))).isNotEqualTo(approval);
        assertThat(asked(enrol("admin2", organisation, subject, "auditor"))).isNotEqualTo(approval);
    }

    @Test
    void whatNeedsTwoNeedsAReason() {
        Enrolment.as("admin")
                .body(Map.of(
                        "issuer", Tokens.issuer("outsider"),
                        "subject", UUID.randomUUID().toString(),
                        "roles", List.of("auditor"),
                        "clearance", "TLP:GREEN"))
                .post("/api/v1/member-organisations/" + organise() + "/members")
                .then()
                .statusCode(400)
                .body("findings.pointer", contains("/reason"));
    }

    @Test
    void theListShowsWhatOneAskedOrMayDecide() {
        String approval = asked(enrol("admin", organise(), UUID.randomUUID().toString(), "auditor"));
        for (String user : List.of("admin", "admin2")) {
            assertThat(Records.listed(user, "approvals")).contains(approval).doesNotHaveDuplicates();
        }
        Records.get("investigator", "approvals?limit=200").statusCode(200).body("items.id", not(hasItem(approval)));
    }

    @Test
    void nobodyChangesWhatWasAskedOrDecidesItTwice() {
        String approval = asked(enrol("admin", organise(), UUID.randomUUID().toString(), "auditor"));
        refusedByTheDatabase("update approval_request set payload = '{}' where id = '" + approval + "'");
        refusedByTheDatabase("delete from approval_request where id = '" + approval + "'");
        refusedByTheDatabase("update approval_request set state = 'approved', decider = requester, decided_at = now()"
                + " where id = '" + approval + "'");
        decide("admin2", approval, "refused").statusCode(200);
        refusedByTheDatabase("update approval_request set state = 'approved' where id = '" + approval + "'");
        refusedByTheDatabase("update bootstrap set closed_at = null");
    }

    private static void refusedByTheDatabase(String sql) {
        assertThatThrownBy(() -> Database.owner(sql)).as(sql).isInstanceOf(SQLException.class);
    }

    /** The founding ended when the second administrator of the cast was enrolled, and that is in the log. */
    @Test
    void theFoundingHasEnded() {
        Enrolment.as("admin");
        assertThat(AdminDatabase.eventsOf(Enrolment.member("admin2")))
                .startsWith("GOV-MEMBER-ENROLLED", "GOV-FOUNDING-ENDED");
    }

    private void require(Rules rules) {
        QuarkusMock.installMockForType(
                new StrongAuthentication(identity, rules.standing(Duration.ZERO)), StrongAuthentication.class);
    }

    private List<String> logged(String approval, int events) {
        Subject subject = new Subject("approval", UUID.fromString(approval));
        return Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .until(() -> chains.custody(subject, 0, 100), found -> found.size() == events)
                .stream()
                .map(entry -> entry.event().value(EventField.TYPE).orElse("") + " by "
                        + entry.event().value(EventField.ACTOR).orElse(""))
                .toList();
    }

    private static List<String> enrolled(String subject) {
        return AdminDatabase.column("select id from member where subject = ? and ended_at is null", subject);
    }

    private static String enrolByTwo(String organisation, String subject, String role) {
        Approving.approved("admin2", enrol("admin", organisation, subject, role));
        return enrolled(subject).getFirst();
    }

    private static String organise() {
        return Records.create("admin", "member-organisations", Map.of("name", "Organisation " + UUID.randomUUID()));
    }

    private static ValidatableResponse enrol(String as, String organisation, String subject, String role) {
        return Records.post(
                as,
                "member-organisations/" + organisation + "/members",
                Map.of(
                        "issuer",
                        Tokens.issuer("outsider"),
                        "subject",
                        subject,
                        "roles",
                        List.of(role),
                        "clearance",
                        "TLP:GREEN",
                        "reason",
                        "Somebody has to"));
    }

    private static ValidatableResponse revise(String as, String member, int basedOn, String role) {
        return Records.put(
                as,
                "members/" + member,
                "\"r" + basedOn + "\"",
                Map.of("roles", List.of(role), "clearance", "TLP:GREEN", "reason", "Somebody has to"));
    }

    private static ValidatableResponse end(String as, String member, int basedOn) {
        return Enrolment.as(as)
                .header("If-Match", "\"r" + basedOn + "\"")
                .queryParam("reason", "Has left")
                .delete("/api/v1/members/" + member)
                .then();
    }
}
