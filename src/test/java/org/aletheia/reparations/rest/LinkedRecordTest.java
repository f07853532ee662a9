package org.aletheia.reparations.rest;

import static org.aletheia.testing.Records.create;
import static org.aletheia.testing.Records.get;
import static org.aletheia.testing.Records.post;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.aletheia.testing.Enrolment;
import org.aletheia.testing.Records;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Who did what to whom, from the incident to the claim. */
@QuarkusTest
@Tag("it")
class LinkedRecordTest {
    private static final String PSEUDONYM = "[VP]-[0-9A-HJKMNP-TV-Z]{5}-[0-9A-HJKMNP-TV-Z]{5}";

    @Test
    void anAllegationIsLinkedFromIncidentToUnit() {
        String state = create("documenter", "states", Map.of("country", "RU"));
        String brigade = unit(Map.of("names", names("uk", "бригада"), "state", state));
        String battalion = unit(Map.of("names", names("en", "1st battalion")));
        create(
                "documenter",
                "affiliations",
                Map.of(
                        "relation", "part-of",
                        "subject", Map.of("kind", "unit", "id", battalion),
                        "object", Map.of("kind", "unit", "id", brigade),
                        "period", Map.of("during", "2023/2024-06")));
        String victim = Records.victim("documenter");
        String incident = Records.incident("documenter");
        String act = create(
                "documenter",
                "incidents/" + incident + "/acts",
                Map.of(
                        "type", "01",
                        "methods", List.of("artillery"),
                        "victims", List.of(victim),
                        "harms", List.of("death", "loss-of-family-member"),
                        "qualifications",
                                List.of(
                                        Map.of(
                                                "list",
                                                "icc-crime",
                                                "code",
                                                "RS-8(2)(b)(i)",
                                                "date",
                                                "2024-05",
                                                "conflict",
                                                Map.of(
                                                        "classification", "international",
                                                        "authority", "un-body",
                                                        "reference", "report of a commission of inquiry")),
                                        Map.of("list", "icc-crime", "code", "RS-7(1)(a)", "version", "2019"))));
        String involvement = Records.involvement(
                "documenter",
                act,
                Map.of(
                        "party", Map.of("kind", "unit", "id", battalion),
                        "perpetratorType", "010103",
                        "degree", "0101",
                        "liability", List.of("RS-25(3)(a)"),
                        "attributions", List.of(Map.of("state", state, "basis", "ARS-4"))));

        get("documenter", "involvements/" + involvement)
                .statusCode(200)
                .body("alleged", equalTo(true))
                .body("party.id", equalTo(battalion))
                .body("degree", equalTo("010100000000"))
                .body("attributions[0].basis", equalTo("ARS-4"));
        get("documenter", "acts/" + act + "/involvements")
                .statusCode(200)
                .body("items.id", contains(involvement))
                .body("items.alleged", contains(true));
        get("documenter", "incidents/" + incident + "/acts")
                .body("items.id", contains(act))
                .body("items[0].qualifications.code", contains("RS-8(2)(b)(i)", "RS-7(1)(a)"))
                .body("items[0].qualifications.version", contains("2019", "2019"));
        get("documenter", "affiliations?subject=" + battalion).body("items.object.id", contains(brigade));
    }

    @Test
    void anActAndAClaimNeedNoPerpetrator() {
        String victim = Records.victim("victims-org");
        String claim = create(
                "victims-org",
                "reparation-claims",
                Map.of(
                        "claimant", victim,
                        "capacity", "own-behalf",
                        "categories",
                                List.of(Map.of("list", "rd4u", "code", "A2.1"), Map.of("list", "uncc", "code", "B")),
                        "harms", List.of("loss-of-family-member"),
                        "forms", List.of("REP-COMPENSATION(d)", "REP-SATISFACTION(e)")));
        get("victims-org", "reparation-claims/" + claim)
                .statusCode(200)
                .body("status", equalTo("draft"))
                .body("categories.version", contains("2024-03", "1991"));
        get("victims-org", "reparation-claims?claimant=" + victim).body("items.id", contains(claim));
        get("victims-org", "reparation-claims?claimant=" + UUID.randomUUID()).body("items", hasSize(0));
        String act = Records.act("documenter", Records.incident("documenter"));
        get("documenter", "acts/" + act + "/involvements").body("items", hasSize(0));
        post(
                        "documenter",
                        "acts/" + act + "/involvements",
                        Records.sourced("documenter", Map.of("perpetratorType", "99")))
                .statusCode(201);
        post("documenter", "acts/" + act + "/involvements", Records.sourced("documenter", Map.of("degree", "0106")))
                .statusCode(400)
                .body("findings.code", contains("party-or-type"));
    }

    @Test
    void anUnknownCodeComesBackWithSuggestions() {
        post(
                        "documenter",
                        "incidents/" + Records.incident("documenter") + "/acts",
                        Map.of(
                                "type", "1",
                                "harms", List.of("deth"),
                                "qualifications", List.of(Map.of("list", "icc-crime", "code", "RS-7(1)(g)"))))
                .statusCode(400)
                .body("findings.pointer", contains("/type", "/harms/0", "/qualifications/0/code"))
                .body("findings.code", contains("code-unknown", "code-unknown", "code-unknown"))
                .body("findings[1].suggestions", hasItem("death"))
                .body("findings[2].suggestions", hasItem("RS-7(1)(g)-1"));
    }

    @Test
    void whatBelongsToOthersCannotBeLinked() {
        String theirs = Records.victim("documenter2");
        String incident = Records.incident("documenter");
        for (String victim : List.of(theirs, UUID.randomUUID().toString())) {
            post("documenter", "incidents/" + incident + "/acts", Map.of("type", "01", "victims", List.of(victim)))
                    .statusCode(400)
                    .body("findings", hasSize(1))
                    .body("findings[0].pointer", equalTo("/victims/0"))
                    .body("findings[0].code", equalTo("reference-unknown"));
        }
    }

    @Test
    void aVictimHasAPseudonymForEverAndNoPlaceForAName() {
        String id = Records.victim("documenter");
        String pseudonym = get("documenter", "victims/" + id)
                .statusCode(200)
                .body("pseudonym", matchesPattern(PSEUDONYM))
                .body("name", nullValue())
                .extract()
                .path("pseudonym");
        Enrolment.as("documenter")
                .header("If-Match", "\"r1\"")
                .body(Map.of(
                        "type", "individual",
                        "ageBand", "18-59",
                        "ageBasis", "stated",
                        "characteristics", List.of("health-worker"),
                        "bases", List.of(Map.of("of", "health-worker", "by", "self"))))
                .put("/api/v1/victims/" + id)
                .then()
                .statusCode(200)
                .body("pseudonym", equalTo(pseudonym));
        get("documenter", "victims?pseudonym=" + pseudonym).body("items.id", contains(id));
        for (String field : List.of("name", "names", "description", "pseudonym", "note")) {
            post("documenter", "victims", Map.of("type", "individual", field, "canary"))
                    .statusCode(400)
                    .body("code", equalTo("unknown-property"));
        }
    }

    @Test
    void aProtectedPersonsNameIsSentToTheVault() {
        post("documenter", "persons", Map.of("names", names("uk", "канарка"), "nationalities", List.of("UA")))
                .statusCode(400)
                .body("findings.pointer", contains("/names", "/nationalities"))
                .body("findings[0].code", equalTo("protected-name"))
                .body("findings[0].vault", equalTo("PUT /api/v1/persons/{id}/identity"));
        String hidden = create("documenter", "persons", Map.of());
        get("documenter", "persons/" + hidden)
                .body("protectedIdentity", equalTo(true))
                .body("pseudonym", matchesPattern(PSEUDONYM));
        String commander = create(
                "documenter",
                "persons",
                Map.of(
                        "protectedIdentity",
                        false,
                        "names",
                        List.of(
                                Map.of("language", "ru", "text", "Генерал"),
                                Map.of("language", "en", "text", "General"))));
        get("documenter", "persons/" + commander).body("names.text", contains("Генерал", "General"));
        Enrolment.as("documenter")
                .header("If-Match", "\"r1\"")
                .body(Map.of("protectedIdentity", true))
                .put("/api/v1/persons/" + commander)
                .then()
                .statusCode(400)
                .body("findings.code", hasItem("protection-fixed"));
    }

    @Test
    void groupsOrganisationsAndStatesAreRecorded() {
        String group =
                create("documenter", "groups", Map.of("names", names("ar", "مجموعة"), "countries", List.of("SY")));
        String organisation = create("documenter", "organisations", Map.of("names", names("zh", "公司")));
        get("documenter", "groups/" + group).body("names.text", contains("مجموعة"));
        get("documenter", "organisations/" + organisation).body("kind", equalTo("organisation"));
        post("documenter", "states", Map.of("country", "XX"))
                .statusCode(400)
                .body("findings.code", contains("country-code"));
        post("documenter", "groups", Map.of()).statusCode(400).body("findings.code", hasItems("required"));
    }

    private static String unit(Map<String, Object> body) {
        return create("documenter", "units", body);
    }

    private static List<Map<String, String>> names(String language, String text) {
        return List.of(Map.of("language", language, "text", text));
    }
}
