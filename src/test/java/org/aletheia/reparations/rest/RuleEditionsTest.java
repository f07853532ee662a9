package org.aletheia.reparations.rest;

import static org.aletheia.reparations.rest.ClaimFiles.CLAIMS;
import static org.aletheia.reparations.rest.ClaimFiles.FILER;
import static org.aletheia.reparations.rest.ClaimFiles.OFFICER;
import static org.aletheia.reparations.rest.ClaimFiles.shared;
import static org.aletheia.reparations.rest.ClaimFiles.step;
import static org.aletheia.testing.Records.get;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.aletheia.platform.http.AnswerTexts;
import org.aletheia.testing.AdminDatabase;
import org.aletheia.testing.Database;
import org.aletheia.testing.Enrolment;
import org.aletheia.testing.Records;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Rules of sufficiency that an operator gives; those of the release stay as they are but for one category of this test. */
@QuarkusTest
@Tag("it")
class RuleEditionsTest {
    private static final String EDITIONS = "/api/v1/reparation-rules/sufficiency/editions";
    /** A beginning that no other test uses. */
    private static final String CATEGORY = "F4";

    @Test
    void anEditionIsInForceAtOnceAndAClaimSaysWhichOneJudgedIt() {
        String special = "special-" + UUID.randomUUID().toString().substring(0, 8);
        int asked = give(with(special)).statusCode(201).extract().path("edition");
        String claim = shared(claim());
        get(OFFICER, CLAIMS + claim + "/sufficiency")
                .body("edition", equalTo(asked))
                .body("rules", equalTo(special))
                .body("categories[0].requirements.id", hasItem(special))
                .body("complete", equalTo(false));
        step(FILER, claim, "submit").statusCode(200);
        step(OFFICER, claim, "acknowledge").statusCode(200);
        String deadline = LocalDate.now(ZoneOffset.UTC).plusDays(30).toString();
        step(OFFICER, claim, "ask-to-cure", Map.of("missing", List.of(special), "deadline", deadline))
                .statusCode(200)
                .body("proceedings.deficiencies[0].rules.edition", equalTo(asked))
                .body("proceedings.deficiencies[0].rules.version", equalTo(special));

        String plain = "plain-" + UUID.randomUUID();
        int later = give(with(null, plain)).statusCode(201).extract().path("edition");
        assertThat(later).isEqualTo(asked + 1);
        get(OFFICER, CLAIMS + claim + "/sufficiency")
                .body("edition", equalTo(later))
                .body("categories[0].requirements.id", not(hasItem(special)));
        Enrolment.as(FILER)
                .header("Accept-Language", "fr")
                .get("/api/v1/" + CLAIMS + claim + "/letters/deficiency")
                .then()
                .statusCode(200)
                .body(containsString("texte de " + special));
        get(OFFICER, EDITIONS.substring("/api/v1/".length()) + "/" + asked)
                .statusCode(200)
                .body("version", equalTo(special))
                .body("requirements.id", hasItem(special));
    }

    @Test
    void aDecisionNamesTheRulesInForce() {
        int edition = give(with(null, "ruling-" + UUID.randomUUID()))
                .statusCode(201)
                .extract()
                .path("edition");
        String claim = ClaimFiles.underDecision(claim());
        step(OFFICER, claim, "decide", Map.of("outcome", "recorded", "reasons", List.of("requirements-met")))
                .statusCode(200)
                .body("proceedings.rulings[0].rules.edition", equalTo(edition))
                .body("proceedings.rulings[0].rules.version", startsWith("ruling-"));
    }

    @Test
    void eachEditionIsARowThatStaysAndAnEvent() {
        String version = "event-" + UUID.randomUUID();
        String digest = give(with(null, version))
                .statusCode(201)
                .header("Location", containsString(EDITIONS))
                .extract()
                .path("digest");
        Enrolment.as("documenter")
                .get(EDITIONS)
                .then()
                .statusCode(200)
                .body("version", hasItem(version))
                .body("digest", hasItem(digest));
        String subject = AdminDatabase.column("select subject::text from claim_rule_edition where version = ?", version)
                .getFirst();
        assertThat(AdminDatabase.eventsOf(UUID.fromString(subject)))
                .isNotEmpty()
                .containsOnly("GOV-RULES-CHANGED");
        assertThatThrownBy(() -> Database.owner(
                        "update claim_rule_edition set content = '{}' where version = '" + version + "'"))
                .isInstanceOf(SQLException.class);
        get("documenter", EDITIONS.substring("/api/v1/".length()) + "/100000").statusCode(404);
    }

    @Test
    void administratorsAloneGiveEditionsAndOnWhatIsInForce() {
        Map<String, Object> rules = with(null, "refused-" + UUID.randomUUID());
        for (String user : List.of("claims-officer", "victims-org", "auditor")) {
            post(user, tag(), rules).statusCode(403);
        }
        post("admin", null, rules).statusCode(428);
        post("admin", "\"r99999\"", rules).statusCode(412);
        Enrolment.as("admin")
                .queryParam("dryRun", true)
                .body(rules)
                .post(EDITIONS)
                .then()
                .statusCode(200)
                .body("dryRun", equalTo(true));
        get("documenter", "reparation-rules").body("sufficiency.version", not(equalTo(rules.get("version"))));
    }

    @Test
    void allFindingsComeAtOnce() {
        Map<String, Object> rules = with(null, "1");
        rules.put("neverAsked", List.of());
        rules.remove("source");
        post("admin", tag(), rules)
                .statusCode(400)
                .body("findings.pointer", hasItems("/version", "/source", "/neverAsked"))
                .body("findings.code", hasItems("version-used", "required", "never-asked-missing"));
    }

    private static Map<String, Object> claim() {
        Map<String, Object> body = ClaimFiles.body(Records.victim(FILER));
        body.put("categories", List.of(Map.of("list", "uncc", "code", CATEGORY)));
        body.remove("facts");
        return body;
    }

    private static Map<String, Object> with(String requirement) {
        return with(requirement, requirement);
    }

    /** The rules in force, where the category of this test needs an account and the given requirement. */
    private static Map<String, Object> with(@Nullable String requirement, String version) {
        Map<String, Object> rules =
                new HashMap<>(get("documenter", "reparation-rules").extract().<Map<String, Object>>path("sufficiency"));
        rules.put("version", version);
        List<Map<String, Object>> categories = rows(rules, "categories");
        categories.removeIf(row -> CATEGORY.equals(row.get("code")));
        List<Map<String, Object>> requirements = rows(rules, "requirements");
        requirements.removeIf(row -> String.valueOf(row.get("id")).startsWith("special-"));
        if (requirement != null) {
            Map<String, String> texts = new HashMap<>();
            AnswerTexts.LANGUAGES.forEach(language -> texts.put(language, language + ": text of " + requirement));
            texts.put("fr", "texte de " + requirement);
            requirements.add(Map.of("id", requirement, "anyOf", List.of("proof:enterprise-record"), "texts", texts));
            categories.add(Map.of("list", "uncc", "code", CATEGORY, "needs", List.of("account", requirement)));
        }
        return rules;
    }

    private static List<Map<String, Object>> rows(Map<String, Object> rules, String member) {
        @SuppressWarnings("unchecked")
        List<Map<String, Object>> rows = new ArrayList<>((List<Map<String, Object>>) rules.get(member));
        rules.put(member, rows);
        return rows;
    }

    private static ValidatableResponse give(Map<String, Object> rules) {
        return post("admin", tag(), rules);
    }

    private static String tag() {
        return get("documenter", "reparation-rules").extract().header("ETag");
    }

    private static ValidatableResponse post(String user, @Nullable String tag, Map<String, Object> rules) {
        RequestSpecification request = Enrolment.as(user).body(rules);
        return (tag == null ? request : request.header("If-Match", tag))
                .post(EDITIONS)
                .then();
    }
}
