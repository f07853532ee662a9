package org.aletheia.cases.rest;

import static org.aletheia.cases.rest.Cases.OFFICER;
import static org.aletheia.cases.rest.Cases.SECOND;
import static org.aletheia.cases.rest.Cases.TEAM;
import static org.aletheia.testing.Records.create;
import static org.aletheia.testing.Records.get;
import static org.aletheia.testing.Records.post;
import static org.aletheia.testing.Records.put;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.junit.QuarkusTest;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.aletheia.testing.AdminDatabase;
import org.aletheia.testing.Enrolment;
import org.aletheia.testing.Records;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@QuarkusTest
@Tag("it")
class CaseFilesTest {
    @Test
    void aCaseSaysWhoIsAllegedToHaveDoneWhichCrime() {
        Cases.Made made = Cases.file();
        get(TEAM, made.path())
                .statusCode(200)
                .header("ETag", "\"r1\"")
                .body("alleged", equalTo(true))
                .body("members", containsInAnyOrder(Cases.member(TEAM), Cases.member(SECOND)))
                .body("charges.alleged.id", contains(made.unit()))
                .body("charges.crime.code", contains("RS-7(1)(a)"))
                .body("charges[0].liability", contains("RS-28(a)"))
                .body("charges[0].acts", contains(made.act()));
        Map<String, Object> kept = Cases.charge(made.unit(), List.of(), List.of(made.incident()));
        kept.put("id", made.charge());
        Map<String, Object> next = Cases.body(made.unit(), List.of(), List.of());
        next.put("charges", List.of(kept, Cases.charge(made.unit(), List.of(), List.of())));
        next.put("scope", "the attack on the market and what led to it");
        put(SECOND, made.path(), "\"r1\"", next)
                .statusCode(200)
                .body("charges", hasSize(2))
                .body("charges[0].id", equalTo(made.charge()));
        get(TEAM, made.path() + "/revisions").body("items.number", contains(1, 2));
        assertThat(AdminDatabase.eventsOf(UUID.fromString(made.id())))
                .contains("RECORD-CREATED", "RECORD-REVISED", "CE-ACCESS-VIEW");
    }

    @Test
    void whoeverNamesNobodyIsAlone() {
        String id = create(TEAM, "case-files", Map.of("title", "Preliminary look", "language", "en"));
        get(TEAM, "case-files/" + id).body("members", contains(Cases.member(TEAM)));
        get(SECOND, "case-files/" + id).statusCode(404);
    }

    @Test
    void everythingWrongIsFoundAtOnce() {
        String stranger = Enrolment.member("documenter").toString();
        String absent = UUID.randomUUID().toString();
        post(
                        TEAM,
                        "case-files",
                        Map.of(
                                "members", List.of(stranger),
                                "charges",
                                        List.of(Map.of(
                                                "id",
                                                absent,
                                                "alleged",
                                                Map.of("kind", "victim", "id", absent),
                                                "crime",
                                                Map.of("list", "harm", "code", "death"),
                                                "acts",
                                                List.of(absent))),
                                "material", List.of(absent),
                                "witnesses", List.of(Map.of("kind", "person", "id", absent))))
                .statusCode(400)
                .body(
                        "findings.pointer",
                        contains(
                                "/title",
                                "/language",
                                "/members/0",
                                "/members",
                                "/charges/0/id",
                                "/charges/0/alleged/kind",
                                "/charges/0/crime/list",
                                "/charges/0/acts/0",
                                "/material/0",
                                "/witnesses/0/id"))
                .body(
                        "findings.code",
                        contains(
                                "required",
                                "required",
                                "member-unknown",
                                "member-self",
                                "charge-unknown",
                                "kind-unknown",
                                "list-unknown",
                                "reference-unknown",
                                "reference-unknown",
                                "reference-unknown"));
    }

    @Test
    void nobodyWritesThemselvesOutOfACase() {
        Cases.Made made = Cases.file();
        Map<String, Object> next = Cases.body(made.unit(), List.of(), List.of());
        next.put("members", List.of(Cases.member(SECOND)));
        next.put("charges", List.of());
        put(TEAM, made.path(), "\"r1\"", next)
                .statusCode(400)
                .body("findings.pointer", contains("/members"))
                .body("findings.code", contains("member-self"));
        put(SECOND, made.path(), "\"r1\"", next).statusCode(200);
        get(TEAM, made.path()).statusCode(404);
    }

    @Test
    void aChargeWithElementsStays() {
        Cases.Made made = Cases.file();
        Cases.element(made, "not-yet");
        Map<String, Object> next = Cases.body(made.unit(), List.of(), List.of());
        put(TEAM, made.path(), "\"r1\"", next)
                .statusCode(400)
                .body("findings.pointer", contains("/charges"))
                .body("findings.code", contains("charge-in-use"))
                .body("findings[0].charge", equalTo(made.charge()));
    }

    @Test
    void onlyMembersOfACaseAndTheDisclosureOfficerFindIt() {
        Cases.Made made = Cases.file();
        String element = Cases.element(made, "not-yet");
        for (String other : List.of("investigator", "claims-officer", "auditor", "documenter", "victims-org")) {
            for (String path : List.of(
                    made.path(),
                    made.path() + "/revisions",
                    made.path() + "/elements",
                    made.path() + "/gaps",
                    made.path() + "/witnesses",
                    made.path() + "/chronology",
                    made.path() + "/disclosure",
                    made.path() + "/disclosure-decisions",
                    made.path() + "/disclosure-certificate",
                    "case-elements/" + element,
                    "case-elements/" + element + "/revisions",
                    "case-elements/" + element + "/sources")) {
                get(other, path).statusCode(404).body("code", equalTo("not-found"));
            }
        }
        String absent = get("investigator", "case-files/" + UUID.randomUUID())
                .statusCode(404)
                .extract()
                .path("code");
        assertThat(absent).isEqualTo("not-found");
        put("investigator", made.path(), "\"r1\"", Cases.body(made.unit(), List.of(), List.of()))
                .statusCode(404);
        put("investigator", "case-elements/" + element, "\"r1\"", Cases.words(made.charge(), "material", "partly"))
                .statusCode(404);
        post("investigator", made.path() + "/elements", Cases.words(made.charge(), "material", "partly"))
                .statusCode(404);
        assertThat(Records.listed("investigator", "case-files")).doesNotContain(made.id());
        assertThat(Records.listed(TEAM, "case-files")).contains(made.id());
        get(OFFICER, made.path()).statusCode(200);
        assertThat(Records.listed(OFFICER, "case-files")).contains(made.id());
        get(OFFICER, made.path() + "/gaps").statusCode(404);
        put(OFFICER, made.path(), "\"r1\"", Cases.body(made.unit(), List.of(), List.of()))
                .statusCode(404);
        assertThat(AdminDatabase.eventsOf(UUID.fromString(made.id()))).contains("CE-ACCESS-DENIED");
    }

    @Test
    void whoeverIsTakenIntoACaseFindsIt() {
        Cases.Made made = Cases.file(Map.of("members", List.of(Cases.member(TEAM), Cases.member("investigator"))));
        get("investigator", made.path()).statusCode(200);
        get(SECOND, made.path()).statusCode(404);
        put("investigator", made.path(), "\"r1\"", Cases.body(made.unit(), List.of(), List.of()))
                .statusCode(404);
        post("investigator", made.path() + "/elements", Cases.words(made.charge(), "material", "partly"))
                .statusCode(201);
    }

    @Test
    void aCaseIsNotMadeByOthersAndNotShared() {
        for (String other :
                List.of("documenter", "victims-org", "claims-officer", "auditor", OFFICER, "investigator")) {
            post(other, "case-files", Map.of("title", "A case", "language", "en"))
                    .statusCode(403);
        }
        post(
                        TEAM,
                        "shares",
                        Map.of(
                                "kind",
                                "case-file",
                                "record",
                                Cases.file().id(),
                                "grantee",
                                Enrolment.organisation("Field Team")))
                .statusCode(404);
    }

    /** Past every service: what the application's role is shown as one member of the body or another. */
    @Test
    void theWallAloneKeepsACaseToItsMembersAndTheOfficer() throws SQLException {
        Cases.Made made = Cases.file();
        Cases.element(made, "not-yet");
        for (String table : List.of("case_file where id", "case_element where case_id")) {
            assertThat(rows(table, made.id(), TEAM, "case-team")).isEqualTo(1);
            assertThat(rows(table, made.id(), "investigator", "investigator")).isZero();
            assertThat(rows(table, made.id(), OFFICER, "disclosure-officer")).isEqualTo(1);
        }
        assertThat(rows("revision where subject_id", made.id(), TEAM, "case-team"))
                .isEqualTo(1);
        assertThat(rows("revision where subject_id", made.id(), "investigator", "investigator"))
                .isZero();
    }

    private static long rows(String table, String id, String user, String role) throws SQLException {
        try (Connection admin = AdminDatabase.connect()) {
            admin.setAutoCommit(false);
            try (Statement become = admin.createStatement();
                    PreparedStatement settings = admin.prepareStatement("""
                            select set_config('aletheia.orgs', ?, true), set_config('aletheia.member', ?, true),
                                   set_config('aletheia.roles', ?, true),
                                   set_config('aletheia.clearance', '{TLP:AMBER}', true)""");
                    PreparedStatement count = admin.prepareStatement("select count(*) from " + table + " = ?")) {
                settings.setString(1, "{" + Enrolment.organisation("Commission") + "}");
                settings.setString(2, Cases.member(user));
                settings.setString(3, "{" + role + "}");
                settings.execute();
                become.execute("set local role aletheia_app");
                count.setObject(1, UUID.fromString(id));
                try (ResultSet row = count.executeQuery()) {
                    row.next();
                    return row.getLong(1);
                }
            } finally {
                admin.rollback();
            }
        }
    }
}
