package org.aletheia.testimony.protection.rest;

import static org.aletheia.testing.Records.create;
import static org.aletheia.testing.Records.get;
import static org.aletheia.testing.Records.listed;
import static org.aletheia.testing.Records.post;
import static org.aletheia.testing.Records.put;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.aletheia.access.RecordKind;
import org.aletheia.evidence.record.ExportBars;
import org.aletheia.evidence.record.ExportForm;
import org.aletheia.testing.Approving;
import org.aletheia.testing.Database;
import org.aletheia.testing.Enrolment;
import org.aletheia.testing.Records;
import org.aletheia.testing.Testimony;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Protection notes hold codes, are closed to all but protection staff and counsel, and leave only by counsel's decision. */
@QuarkusTest
@Tag("it")
class ProtectionNotesTest {
    private static final String USER = "protection-officer";

    @Inject
    ExportBars bars;

    @Test
    void eachTypeSaysWhatItIsFor() {
        String victim = Records.victim("investigator");
        List<Map<String, Object>> bodies = List.of(
                note(
                        "risk-assessment",
                        victim,
                        Map.of(
                                "level",
                                "high",
                                "threats",
                                List.of("online"),
                                "measures",
                                List.of("relocation"),
                                "reviewOn",
                                "2024-09")),
                note(
                        "safe-contact-plan",
                        victim,
                        Map.of(
                                "channels",
                                List.of("intermediary"),
                                "limits",
                                List.of("no-written", "no-family"),
                                "languages",
                                List.of("uk"))),
                note("referral", victim, Map.of("service", "psychosocial", "outcome", "taken-up")),
                note("security-incident", victim, Map.of("incident", "surveillance", "level", "extreme")),
                note(
                        "contact-log",
                        victim,
                        Map.of(
                                "channels",
                                List.of("voice-call"),
                                "purpose",
                                "safety-check",
                                "outcome",
                                "reached",
                                "by",
                                "P-12")));
        List<String> made = bodies.stream()
                .map(body -> create(USER, "protection-notes", body))
                .toList();

        assertThat(listed(USER, "protection-notes?about=" + victim)).containsExactlyInAnyOrderElementsOf(made);
        assertThat(listed(USER, "protection-notes?type=referral&about=" + victim))
                .containsExactly(made.get(2));
        get(USER, "protection-notes/" + made.get(1))
                .statusCode(200)
                .body("limits", contains("no-written", "no-family"))
                .body("barredFrom", contains("dossier", "package"));
        get(USER, "protection-notes/" + made.get(4))
                .body("outcome", equalTo("reached"))
                .body("by", equalTo("P-12"));
    }

    @Test
    void onlyProtectionStaffAndCounselSeeThem() {
        String victim = Records.victim("investigator");
        String id = risk(victim);
        get("counsel", "protection-notes/" + id).statusCode(200);
        for (String user : List.of(
                "investigator", "case-team", "claims-officer", "auditor", "documenter", "victims-org", "admin")) {
            get(user, "protection-notes/" + id).statusCode(404);
            get(user, "protection-notes/" + id + "/revisions").statusCode(404);
            get(user, "protection-notes/" + id + "/counsel-decisions").statusCode(404);
            assertThat(listed(user, "protection-notes")).as(user).isEmpty();
            post(user, "protection-notes", note("referral", victim, Map.of("service", "legal")))
                    .statusCode(403);
            put(user, "protection-notes/" + id, "\"r1\"", note("risk-assessment", victim, Map.of("level", "low")))
                    .statusCode(404);
        }
        post("counsel", "protection-notes", note("referral", victim, Map.of("service", "legal")))
                .statusCode(403);
        put("counsel", "protection-notes/" + id, "\"r1\"", note("risk-assessment", victim, Map.of("level", "low")))
                .statusCode(404);
    }

    @Test
    void nobodySharesThem() {
        String id = risk(Records.victim("investigator"));
        String grantee = Enrolment.organisation("Field Team").toString();
        for (String user : List.of(USER, "counsel", "investigator", "case-team")) {
            post(user, "shares", Map.of("kind", "protection-note", "record", id, "grantee", grantee))
                    .statusCode(404);
        }
    }

    @Test
    void theWallHidesThemFromWhoeverWorksWithoutTheRole() throws SQLException {
        String id = risk(Records.victim("investigator"));
        assertThatThrownBy(() -> Database.as("aletheia_app", lookFor(id, "open")))
                .isInstanceOfSatisfying(
                        SQLException.class, e -> assertThat(e.getSQLState()).isEqualTo("P0002"));
        Database.as("aletheia_app", lookFor(id, "apart"));
        Database.as("aletheia_app", lookFor(id, ""));
    }

    @Test
    void theTableTakesNoTextOfItsOwn() {
        String id = risk(Records.victim("investigator"));
        assertThatThrownBy(() -> Database.owner("update protection_note set content = content || "
                        + "'{\"note\": \"canary\"}' where id = '" + id + "'"))
                .isInstanceOfSatisfying(
                        SQLException.class, e -> assertThat(e.getSQLState()).isEqualTo("23514"));
    }

    @Test
    void whatChangesIsInTheRevisions() {
        String victim = Records.victim("investigator");
        String id = risk(victim);
        put(USER, "protection-notes/" + id, "\"r1\"", note("risk-assessment", victim, Map.of("level", "medium")))
                .statusCode(200)
                .header("ETag", "\"r2\"");
        get(USER, "protection-notes/" + id + "/revisions")
                .body("items.number", contains(1, 2))
                .body("items.content.level", contains("high", "medium"));
    }

    @Test
    void findingsSayWhatATypeTakes() {
        String victim = Records.victim("investigator");
        refused(
                note("risk-assessment", victim, Map.of("channels", List.of("post"), "service", "legal")),
                Map.of("/level", "required", "/channels", "not-of-type", "/service", "not-of-type"));
        refused(
                note("contact-log", victim, Map.of("threats", List.of("family"))),
                Map.of("/channels", "required", "/purpose", "required", "/threats", "not-of-type"));
        refused(
                note("referral", victim, Map.of("service", "hugs", "outcome", "reached", "by", "Olga Petrova")),
                Map.of("/service", "code-unknown", "/outcome", "code-unknown", "/by", "not-a-pseudonym"));
        refused(Map.of(), Map.of("/type", "required", "/about", "required", "/date", "required"));
        Map<String, Object> elsewhere = note("referral", Records.victim("documenter"), Map.of("service", "legal"));
        elsewhere.put("statement", UUID.randomUUID().toString());
        refused(elsewhere, Map.of("/about/id", "reference-unknown", "/statement", "reference-unknown"));
        post(USER, "protection-notes", note("referral", victim, Map.of("service", "legal", "text", "call Olga")))
                .statusCode(400)
                .body("code", equalTo("unknown-property"));
    }

    @Test
    void typeAndPersonStay() {
        String id = risk(Records.victim("investigator"));
        ValidatableResponse answer = put(
                USER,
                "protection-notes/" + id,
                "\"r1\"",
                note("referral", Records.victim("investigator"), Map.of("service", "legal")));
        assertThat(findings(answer)).isEqualTo(Map.of("/type", "kind-fixed", "/about", "person-fixed"));
    }

    @Test
    void counselDecidesWhatLeavesAndTheLatestDecisionHolds() {
        String id = risk(Records.victim("investigator"));
        String path = "protection-notes/" + id + "/counsel-decisions";
        Map<String, Object> release = Map.of(
                "revision",
                1,
                "decision",
                "release",
                "forms",
                List.of("dossier"),
                "reason",
                "court-order",
                "order",
                "ICC-01/24");
        post(USER, path, release).statusCode(403);
        post("case-team", path, release).statusCode(404);

        String first = post("counsel", path, release)
                .statusCode(201)
                .body("decidedBy", equalTo(Enrolment.member("counsel").toString()))
                .body("reason", equalTo("court-order"))
                .extract()
                .path("id");
        get(USER, "protection-notes/" + id).body("barredFrom", contains("package"));
        post("counsel", path, Map.of("revision", 1, "decision", "keep-closed", "reason", "danger"))
                .statusCode(201);
        get(USER, "protection-notes/" + id).body("barredFrom", contains("dossier", "package"));
        get(USER, path).body("items", hasSize(2)).body("items.decision", contains("release", "keep-closed"));
        get("counsel", path + "/" + first).statusCode(200);
        String other = risk(Records.victim("investigator"));
        get("counsel", "protection-notes/" + other + "/counsel-decisions/" + first)
                .statusCode(404);
        post(
                        "counsel",
                        path,
                        Map.of(
                                "revision",
                                1,
                                "decision",
                                "release",
                                "forms",
                                List.of("dossier", "package"),
                                "reason",
                                "wish-of-person"))
                .statusCode(201);
        get(USER, "protection-notes/" + id).body("barredFrom", empty());
    }

    @Test
    void whatIsWrittenAfterADecisionIsNotReleasedByIt() {
        String victim = Records.victim("investigator");
        String id = risk(victim);
        String path = "protection-notes/" + id + "/counsel-decisions";
        Map<String, Object> release = new HashMap<>(
                Map.of("revision", 1, "decision", "release", "forms", List.of("package"), "reason", "wish-of-person"));
        post("counsel", path, release).statusCode(201);
        get(USER, "protection-notes/" + id).body("barredFrom", contains("dossier"));
        put(USER, "protection-notes/" + id, "\"r1\"", note("risk-assessment", victim, Map.of("level", "extreme")))
                .statusCode(200)
                .body("barredFrom", contains("dossier", "package"));
        post("counsel", path, release).statusCode(409).body("code", equalTo("state-refused"));
        release.put("revision", 2);
        post("counsel", path, release).statusCode(201);
        get(USER, "protection-notes/" + id).body("barredFrom", contains("dossier"));
    }

    @Test
    void findingsOfADecision() {
        String id = risk(Records.victim("investigator"));
        String path = "protection-notes/" + id + "/counsel-decisions";
        assertThat(findings(post("counsel", path, Map.of())))
                .isEqualTo(Map.of("/revision", "required", "/decision", "required", "/reason", "required"));
        assertThat(findings(
                        post("counsel", path, Map.of("revision", 1, "decision", "release", "reason", "court-order"))))
                .isEqualTo(Map.of("/forms", "required", "/order", "required"));
        assertThat(findings(post(
                        "counsel",
                        path,
                        Map.of(
                                "revision",
                                1,
                                "decision",
                                "keep-closed",
                                "forms",
                                List.of("fax"),
                                "reason",
                                "danger",
                                "order",
                                "of Judge Li"))))
                .isEqualTo(Map.of("/forms", "not-of-decision", "/forms/0", "code-unknown", "/order", "not-a-number"));
    }

    @Test
    void nobodyDecidesOnANoteOfTheirOwn() {
        String member = Enrolment.member("counsel").toString();
        String victim = Records.victim("investigator");
        roles(member, List.of("counsel", "protection-officer"));
        String id = create("counsel", "protection-notes", note("risk-assessment", victim, Map.of("level", "low")));
        Map<String, Object> release =
                Map.of("revision", 1, "decision", "release", "forms", List.of("package"), "reason", "wish-of-person");
        post("counsel", "protection-notes/" + id + "/counsel-decisions", release)
                .statusCode(403)
                .body("code", equalTo("second-person-required"));
        roles(member, List.of("counsel"));
        post("counsel", "protection-notes/" + id + "/counsel-decisions", release)
                .statusCode(403);
    }

    /** Without a caller nothing is seen behind the wall: what cannot be asked stays inside. */
    @Test
    void othersAskWhatLeaves() {
        for (ExportForm form : ExportForm.values()) {
            assertThat(bars.barred(RecordKind.COUNSEL_DECISION, UUID.randomUUID(), form))
                    .isTrue();
            assertThat(bars.barred(RecordKind.PROTECTION_NOTE, UUID.randomUUID(), form))
                    .isTrue();
            assertThat(bars.barred(RecordKind.STATEMENT, UUID.randomUUID(), form))
                    .isFalse();
        }
    }

    /** Fails with P0002 where somebody of the owner sees the note with that setting. */
    private static String lookFor(String id, String protection) {
        return """
                do $$ begin
                    perform set_config('aletheia.orgs', '{%s}', true), set_config('aletheia.clearance', '{TLP:AMBER}', true),
                            set_config('aletheia.protection', '%s', true);
                    if exists (select from protection_note where id = '%s') then
                        raise exception 'seen' using errcode = 'P0002';
                    end if;
                end $$""".formatted(Enrolment.organisation("Commission"), protection, id);
    }

    private static void roles(String member, List<String> roles) {
        String tag = get("admin", "members/" + member).statusCode(200).extract().header("ETag");
        Approving.byTwo(put(
                "admin",
                "members/" + member,
                tag,
                Map.of("roles", roles, "clearance", "TLP:AMBER+STRICT", "reason", "Somebody has to")));
    }

    private static String risk(String victim) {
        return create(USER, "protection-notes", note("risk-assessment", victim, Map.of("level", "high")));
    }

    private static Map<String, Object> note(String type, String victim, Map<String, Object> more) {
        Map<String, Object> body = new HashMap<>(more);
        body.put("type", type);
        body.put("about", Testimony.victim(victim));
        body.put("date", "2024-03-05");
        return body;
    }

    private static void refused(Map<String, Object> body, Map<String, String> expected) {
        assertThat(findings(post(USER, "protection-notes", body))).isEqualTo(expected);
    }

    private static Map<String, String> findings(ValidatableResponse answer) {
        List<Map<String, Object>> found =
                answer.statusCode(400).extract().jsonPath().getList("findings");
        Map<String, String> said = new HashMap<>();
        found.forEach(each -> said.put(String.valueOf(each.get("pointer")), String.valueOf(each.get("code"))));
        assertThat(found).hasSameSizeAs(said.keySet());
        return said;
    }
}
