package org.aletheia.access.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.aletheia.testing.AdminDatabase;
import org.aletheia.testing.Enrolment;
import org.aletheia.testing.Tokens;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@QuarkusTest
@Tag("it")
class MembersTest {
    private static final String ORGANISATIONS = "/api/v1/member-organisations";

    @Test
    void anEnrolmentOpensAndItsEndCloses() {
        String organisation = organise();
        Response enrolled = enrol(organisation, Tokens.subject("outsider"), List.of("case-team"));
        assertThat(enrolled.statusCode()).isEqualTo(201);
        Enrolment.as("outsider").get("/api/v1/me").then().statusCode(200).body("roles", contains("case-team"));

        String member = enrolled.path("id");
        revise(member, "\"r1\"", "documenter").then().statusCode(200).header("ETag", equalTo("\"r2\""));
        Enrolment.as("outsider").get("/api/v1/me").then().body("roles", contains("documenter"));

        Enrolment.as("admin")
                .header("If-Match", "\"r2\"")
                .delete("/api/v1/members/" + member)
                .then()
                .statusCode(200);
        Enrolment.as("outsider").get("/api/v1/me").then().statusCode(403).body("code", equalTo("not-enrolled"));
        revise(member, "\"r3\"", "case-team").then().statusCode(409).body("code", equalTo("state-refused"));
        assertThat(AdminDatabase.eventsOf(UUID.fromString(member)))
                .containsExactly("GOV-MEMBER-ENROLLED", "GOV-MEMBER-CHANGED", "GOV-MEMBER-CHANGED");
    }

    @Test
    void aRevisionNamesTheOneItIsBasedOn() {
        String member = enrol(organise(), UUID.randomUUID().toString(), List.of("case-team"))
                .path("id");
        revise(member, null, "documenter").then().statusCode(428);
        revise(member, "\"r7\"", "documenter").then().statusCode(412).body("current", equalTo("\"r1\""));
    }

    @Test
    void aTokenIsEnrolledOnce() {
        String organisation = organise();
        String subject = UUID.randomUUID().toString();
        enrol(organisation, subject, List.of("case-team")).then().statusCode(201);
        enrol(organisation, subject, List.of("case-team"))
                .then()
                .statusCode(409)
                .body("findings.pointer", contains("/subject"));
    }

    @Test
    void somebodyMustBeLeftToAdminister() {
        String admin = Enrolment.member("admin").toString();
        Enrolment.as("admin")
                .header("If-Match", "\"r1\"")
                .delete("/api/v1/members/" + admin)
                .then()
                .statusCode(409);
        Enrolment.as("admin").get("/api/v1/me").then().body("roles", contains("administrator"));
    }

    @Test
    void nobodyRevisesTheirOwnStanding() {
        String admin = Enrolment.member("admin").toString();
        revise(admin, "\"r1\"", "administrator").then().statusCode(403).body("code", equalTo("second-person-required"));
    }

    @Test
    void whoGivesAccessUsesNone() {
        String organisation = organise();
        List<String> both = List.of("administrator", "investigator");
        enrol(organisation, UUID.randomUUID().toString(), both)
                .then()
                .statusCode(400)
                .body("findings.code", contains("administrator-alone"))
                .body("findings.pointer", contains("/roles"));
        String member = enrol(organisation, UUID.randomUUID().toString(), List.of("investigator"))
                .path("id");
        Enrolment.as("admin")
                .header("If-Match", "\"r1\"")
                .body(Map.of("roles", both, "clearance", "TLP:GREEN"))
                .put("/api/v1/members/" + member)
                .then()
                .statusCode(400);
    }

    /** What a reveal's wait is counted from. */
    @Test
    void onlyMoreThanBeforeMakesAStandingNew() {
        String member = enrol(organise(), UUID.randomUUID().toString(), List.of("case-team", "documenter"))
                .path("id");
        String enrolled = widened(member);
        revise(member, "\"r1\"", "documenter").then().statusCode(200);
        assertThat(widened(member)).isEqualTo(enrolled);
        revise(member, "\"r2\"", "case-team").then().statusCode(200);
        assertThat(widened(member)).isGreaterThan(enrolled);
    }

    private static String widened(String member) {
        return AdminDatabase.column("select widened_at::text from member where id = ?", UUID.fromString(member))
                .getFirst();
    }

    @Test
    void onlyAdministratorsSeeMembers() {
        String members = ORGANISATIONS + "/" + Enrolment.organisation("Commission") + "/members";
        Enrolment.as("investigator").get(members).then().statusCode(403);
        Enrolment.as("admin").get(members).then().statusCode(200).body("items", hasSize(8));
    }

    @Test
    void pagesGoThroughAllWithoutRepeating() {
        String organisation = organise();
        for (int i = 0; i < 5; i++) {
            enrol(organisation, UUID.randomUUID().toString(), List.of("case-team"));
        }
        Set<String> seen = new HashSet<>();
        String cursor = null;
        int pages = 0;
        do {
            var request = Enrolment.as("admin").queryParam("limit", 2);
            if (cursor != null) {
                request.queryParam("cursor", cursor);
            }
            Response page = request.get(ORGANISATIONS + "/" + organisation + "/members");
            List<String> ids = page.path("items.id");
            ids.forEach(id -> assertThat(seen.add(id)).isTrue());
            cursor = page.path("next");
            pages++;
        } while (cursor != null);
        assertThat(seen).hasSize(5);
        assertThat(pages).isEqualTo(3);
    }

    @Test
    void aCursorOfAnotherListIsRefused() {
        String cursor =
                Enrolment.as("admin").queryParam("limit", 1).get(ORGANISATIONS).path("next");
        Enrolment.as("admin")
                .queryParam("cursor", cursor)
                .get(ORGANISATIONS + "/" + Enrolment.organisation("Commission") + "/members")
                .then()
                .statusCode(400)
                .body("code", equalTo("cursor-invalid"));
        Enrolment.as("investigator")
                .queryParam("cursor", cursor)
                .get(ORGANISATIONS)
                .then()
                .statusCode(400)
                .body("code", equalTo("cursor-invalid"));
    }

    @Test
    void bootstrapHappensOnce() {
        String code = org.eclipse.microprofile.config.ConfigProvider.getConfig()
                .getValue("aletheia.bootstrap.code", String.class);
        for (String heard : List.of(code, "wrong-" + code)) {
            Enrolment.as("outsider")
                    .body(Map.of("code", heard, "organisation", Map.of("name", "Usurpers " + heard.length())))
                    .post("/api/v1/bootstrap")
                    .then()
                    .statusCode(403)
                    .body("code", equalTo("bootstrap-refused"));
        }
        Enrolment.as("outsider").get("/api/v1/me").then().statusCode(403);
    }

    @Test
    void anOrganisationIsRenamed() {
        String organisation = organise();
        String name = "Renamed " + UUID.randomUUID();
        Enrolment.as("admin")
                .header("If-Match", "\"r1\"")
                .body(Map.of("name", name))
                .put(ORGANISATIONS + "/" + organisation)
                .then()
                .statusCode(200)
                .header("ETag", equalTo("\"r2\""))
                .body("name", equalTo(name));
        Enrolment.as("admin")
                .body(Map.of("name", name.toUpperCase(java.util.Locale.ROOT)))
                .post(ORGANISATIONS)
                .then()
                .statusCode(409)
                .body("findings.code", contains("taken"));
    }

    private static String organise() {
        return Enrolment.as("admin")
                .body(Map.of("name", "Organisation " + UUID.randomUUID()))
                .post(ORGANISATIONS)
                .path("id");
    }

    private static Response enrol(String organisation, String subject, List<String> roles) {
        return Enrolment.as("admin")
                .body(Map.of(
                        "issuer",
                        Tokens.issuer("outsider"),
                        "subject",
                        subject,
                        "roles",
                        roles,
                        "clearance",
                        "TLP:GREEN"))
                .post(ORGANISATIONS + "/" + organisation + "/members");
    }

    private static Response revise(String member, @org.jspecify.annotations.Nullable String ifMatch, String role) {
        var request = Enrolment.as("admin").body(Map.of("roles", List.of(role), "clearance", "TLP:GREEN"));
        if (ifMatch != null) {
            request.header("If-Match", ifMatch);
        }
        return request.put("/api/v1/members/" + member);
    }
}
