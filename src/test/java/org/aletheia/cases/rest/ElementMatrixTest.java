package org.aletheia.cases.rest;

import static org.aletheia.cases.rest.Cases.SECOND;
import static org.aletheia.cases.rest.Cases.TEAM;
import static org.aletheia.testing.Records.create;
import static org.aletheia.testing.Records.get;
import static org.aletheia.testing.Records.post;
import static org.aletheia.testing.Records.put;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.aletheia.testing.Enrolment;
import org.aletheia.testing.Records;
import org.aletheia.testing.Testimony;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@QuarkusTest
@Tag("it")
class ElementMatrixTest {
    @Test
    void anElementIsToldByCodeOrInWords() {
        Cases.Made made = Cases.file();
        String coded = create(
                TEAM,
                made.path() + "/elements",
                Map.of("charge", made.charge(), "code", "EL-7.C1", "standard", Cases.STANDARD, "state", "partly"));
        get(TEAM, "case-elements/" + coded)
                .statusCode(200)
                .body("kind", equalTo("case-element"))
                .body("elementKind", equalTo("contextual"))
                .body("code", equalTo("EL-7.C1"))
                .body("standard", equalTo(Cases.STANDARD))
                .body("state", equalTo("partly"))
                .body("authors", contains(Cases.member(TEAM)))
                .body("reviewer", nullValue());
        String told = Cases.element(made, "not-yet");
        get(TEAM, made.path() + "/elements?charge=" + made.charge()).body("items.id", contains(coded, told));
        get(TEAM, made.path() + "/elements?charge=" + UUID.randomUUID()).body("items", empty());
    }

    @Test
    void whatIsWrongWithAnElementIsFound() {
        Cases.Made made = Cases.file();
        post(TEAM, made.path() + "/elements", Map.of())
                .statusCode(400)
                .body("findings.pointer", contains("/charge", "/elementKind", "/text", "/standard", "/state"))
                .body("findings.code", contains("required", "required", "code-or-text", "required", "required"));
        post(
                        TEAM,
                        made.path() + "/elements",
                        Map.of(
                                "charge", UUID.randomUUID(),
                                "code", "EL-7.C1",
                                "elementKind", "mental",
                                "text", "the attack was widespread",
                                "standard", "certain",
                                "state", "proven"))
                .statusCode(400)
                .body(
                        "findings.pointer",
                        contains("/charge", "/elementKind", "/text", "/language", "/standard", "/state"))
                .body(
                        "findings.code",
                        contains(
                                "charge-unknown",
                                "kind-differs",
                                "code-or-text",
                                "required",
                                "code-unknown",
                                "code-unknown"));
        String element = Cases.element(made, "not-yet");
        Map<String, Object> elsewhere = Cases.words(UUID.randomUUID().toString(), "material", "partly");
        put(TEAM, "case-elements/" + element, "\"r1\"", elsewhere)
                .statusCode(400)
                .body("findings.pointer", contains("/charge"))
                .body("findings.code", contains("charge-fixed"));
    }

    @Test
    void whoWroteAnElementDoesNotReviewIt() {
        Cases.Made made = Cases.file();
        String element = Cases.element(made, "supported");
        String review = "case-elements/" + element + "/review";
        review(TEAM, review, "\"r1\"", "supported").statusCode(403).body("code", equalTo("second-person-required"));
        review(SECOND, review, null, "supported").statusCode(428);
        review(SECOND, review, "\"r1\"", "partly")
                .statusCode(400)
                .body("findings.pointer", contains("/state"))
                .body("findings.code", contains("state-differs"));
        review(SECOND, review, "\"r1\"", "supported").statusCode(200).body("reviewer", equalTo(Cases.member(SECOND)));

        put(SECOND, "case-elements/" + element, "\"r2\"", Cases.words(made.charge(), "material", "partly"))
                .statusCode(200)
                .body("reviewer", nullValue())
                .body("authors", contains(Cases.member(SECOND)));
        review(SECOND, review, "\"r3\"", "partly").statusCode(403);
        put(TEAM, "case-elements/" + element, "\"r3\"", Cases.words(made.charge(), "material", "contradicted"))
                .statusCode(200)
                .body("authors", contains(Cases.member(SECOND), Cases.member(TEAM)));
        review(TEAM, review, "\"r4\"", "contradicted").statusCode(403);
        review("investigator", review, "\"r4\"", "contradicted").statusCode(404);
    }

    private static ValidatableResponse review(String user, String path, @Nullable String tag, String state) {
        RequestSpecification request = Enrolment.as(user).body(Map.of("state", state));
        return (tag == null ? request : request.header("If-Match", tag))
                .post("/api/v1/" + path)
                .then();
    }

    @Test
    void gapsAreWhatIsNotSupportedContradictedOrUnreviewed() {
        Cases.Made made = Cases.file();
        String element = Cases.element(made, "supported");
        assertThat(ofElement(made, element)).containsExactly("no-supporting-source", "not-reviewed");
        String path = "case-elements/" + element;
        create(
                TEAM,
                path + "/sources",
                Map.of("item", Cases.item(), "support", "supports", "anchor", Map.of("page", 2)));
        get(TEAM, path + "/sources").body("items[0].anchor.page", equalTo(2));
        review(SECOND, path + "/review", "\"r1\"", "supported").statusCode(200);
        assertThat(ofElement(made, element)).isEmpty();
        Cases.cite(SECOND, path, Cases.item(), "contradicts");
        assertThat(ofElement(made, element)).containsExactly("contradicting-source", "source-since-review");
    }

    private static List<String> ofElement(Cases.Made made, String element) {
        return get(TEAM, made.path() + "/gaps")
                .statusCode(200)
                .extract()
                .path("gaps.findAll { it.element == '" + element + "' }.code");
    }

    @Test
    void whatTheListsHaveAndTheMatrixLacksIsAGapInTheReadersLanguage() {
        Cases.Made made = Cases.file(); // RS-7(1)(a) by RS-28(a)
        List<String> all = get(TEAM, made.path() + "/gaps")
                .statusCode(200)
                .header("Vary", containsString("Accept-Language"))
                .body("gaps[0].code", equalTo("no-elements"))
                .extract()
                .path("gaps.findAll { it.code == 'no-cell' }.listed");
        assertThat(all)
                .contains("EL-30.intent", "EL-7.C1", "EL-7(1)(a).M1", "EL-28(a).L4")
                .doesNotContain("EL-30", "EL-7(1)(b).M1", "EL-8.I1", "EL-28(b).L1");
        Map<String, Object> cell =
                Map.of("charge", made.charge(), "code", "EL-7.C1", "standard", Cases.STANDARD, "state", "not-yet");
        create(TEAM, made.path() + "/elements", cell);
        Enrolment.as(TEAM)
                .header("Accept-Language", "fr")
                .get("/api/v1/" + made.path() + "/gaps")
                .then()
                .statusCode(200)
                .body("gaps.code", not(hasItem("no-elements")))
                .body("gaps.findAll { it.code == 'no-cell' }.listed", not(hasItem("EL-7.C1")))
                .body("gaps.find { it.code == 'not-yet' }.listed", equalTo("EL-7.C1"))
                .body("gaps.find { it.code == 'not-yet' }.kind", equalTo("contextual"))
                .body("gaps.find { it.code == 'not-yet' }.label.text", containsString("civilian population"))
                .body("gaps.find { it.code == 'not-yet' }.label.language", equalTo("en"))
                .body("gaps.find { it.code == 'not-yet' }.explanation", containsString("pas encore"))
                .body("gaps.find { it.code == 'no-cell' }.explanation", containsString("matrice"));
    }

    @Test
    void witnessesAreListedByPseudonymOnly() {
        String known = create(
                TEAM,
                "persons",
                Map.of(
                        "protectedIdentity",
                        false,
                        "names",
                        List.of(Map.of("language", "en", "text", "Canary Canaryson"))));
        String pseudonym = get(TEAM, "persons/" + known).extract().path("pseudonym");
        String victim = get(TEAM, "victims/" + Records.victim(TEAM)).extract().path("id");
        Map<String, Object> witnesses = new HashMap<>();
        witnesses.put(
                "witnesses", List.of(Map.of("kind", "person", "id", known), Map.of("kind", "victim", "id", victim)));
        Cases.Made made = Cases.file(witnesses);
        String list = get(TEAM, made.path() + "/witnesses")
                .statusCode(200)
                .body("witnesses.kind", contains("person", "victim"))
                .extract()
                .asString();
        assertThat(list).doesNotContain("Canary", pseudonym, known, victim);
        get(TEAM, made.path() + "/witnesses?linked=true")
                .body("witnesses.record.id", contains(known, victim))
                .body("witnesses[0].record.pseudonym", equalTo(pseudonym))
                .body("witnesses[0].pseudonym", matchesPattern("W(-[0-9A-HJKMNP-TV-Z]{5}){2}"));
    }

    @Test
    void aWitnessHasOnePseudonymInACaseAndAnotherInTheNext() {
        Map<String, Object> witnesses = Map.of(
                "witnesses", List.of(Testimony.victim(Records.victim(TEAM)), Testimony.victim(Records.victim(TEAM))));
        Cases.Made one = Cases.file(witnesses);
        Cases.Made other = Cases.file(witnesses);
        List<String> first = pseudonyms(one);
        assertThat(first)
                .doesNotHaveDuplicates()
                .isEqualTo(pseudonyms(one))
                .doesNotContainAnyElementsOf(pseudonyms(other));
        get(Cases.SECOND, one.path() + "/witnesses").body("witnesses.pseudonym", equalTo(first));
    }

    private static List<String> pseudonyms(Cases.Made made) {
        return get(TEAM, made.path() + "/witnesses").statusCode(200).extract().path("witnesses.pseudonym");
    }

    @Test
    void whoGaveAStatementThatTheCaseRestsOnIsAWitnessInCodes() {
        String account = Testimony.item("documenter");
        Cases.share(account);
        String witness = Records.victim("investigator");
        Map<String, Object> said = Testimony.body("first-account", witness);
        said.put("protectionNeeds", List.of("bereaved"));
        said.put("items", List.of(Map.of("item", account, "role", "recording")));
        String statement = create("investigator", "statements", said);
        String capacity = create("investigator", "capacities", Map.of("capacity", "witness"));
        Map<String, Object> named = Map.of(
                "kind",
                "capacity",
                "id",
                capacity,
                "availability",
                "available-with-measures",
                "measures",
                List.of("accompaniment"));
        Cases.Made made = Cases.file(Map.of("witnesses", List.of(named)));
        String element = Cases.element(made, "partly");
        get(TEAM, made.path() + "/witnesses?linked=true").body("witnesses.record.id", contains(capacity));

        Cases.cite(TEAM, "case-elements/" + element, account, "supports");
        Map<String, Object> charged = Testimony.body("contact-note", witness);
        charged.put("acts", List.of(made.act()));
        String note = create("investigator", "statements", charged);

        get(TEAM, made.path() + "/witnesses")
                .statusCode(200)
                .body("witnesses.record", everyItem(nullValue()))
                .body("witnesses[1].statements.kind", containsInAnyOrder("first-account", "contact-note"))
                .body("witnesses[1].statements.id", everyItem(nullValue()));
        get(TEAM, made.path() + "/witnesses?linked=true")
                .statusCode(200)
                .body("truncated", equalTo(false))
                .body("witnesses.record.id", contains(capacity, witness))
                .body("witnesses.named", contains(true, false))
                .body("witnesses[0].capacity", equalTo("witness"))
                .body("witnesses[0].availability", equalTo("available-with-measures"))
                .body("witnesses[0].measures", contains("accompaniment"))
                .body("witnesses[0].statements", empty())
                .body("witnesses[1].protectionNeeds", contains("bereaved"))
                .body("witnesses[1].statements.id", containsInAnyOrder(statement, note))
                .body("witnesses[1].statements.find { it.id == '" + statement + "' }.elements", contains(element))
                .body("witnesses[1].statements.find { it.id == '" + note + "' }.acts", contains(made.act()));
        get("investigator", made.path() + "/witnesses").statusCode(404);
        get(Cases.OFFICER, made.path() + "/witnesses").statusCode(404);
    }

    @Test
    void aClaimNarrativeMakesNoWitnessOfACase() {
        Cases.Made made = Cases.file();
        Map<String, Object> told = Testimony.body("claim-narrative", Records.victim("claims-officer"));
        told.put("acts", List.of(made.act()));
        create("claims-officer", "statements", told);
        get(TEAM, made.path() + "/witnesses").statusCode(200).body("witnesses", empty());
    }

    @Test
    void whatIsWrongWithAWitnessIsFound() {
        Map<String, Object> body = Cases.body(Cases.unit(), List.of(), List.of());
        body.put(
                "witnesses",
                List.of(Map.of(
                        "kind", "unit", "id", UUID.randomUUID(), "availability", "soon", "measures", List.of("x"))));
        post(TEAM, "case-files", body)
                .statusCode(400)
                .body(
                        "findings.pointer",
                        contains("/witnesses/0/kind", "/witnesses/0/availability", "/witnesses/0/measures/0"))
                .body("findings.code", contains("kind-unknown", "code-unknown", "code-unknown"));
    }

    @Test
    void theChronologyGoesByTheEarliestThatDatesCanMean() {
        String item = Cases.openItem(); // 2024-03-04
        Cases.Made made = Cases.file(Map.of("material", List.of(item, Cases.item()))); // 2024-03-05
        get(TEAM, made.path() + "/chronology")
                .statusCode(200)
                .body("entries.kind", hasItem("act"))
                .body("entries[0].id", equalTo(item))
                .body("entries[0].date", equalTo("2024-03-04"))
                .body("entries[0].earliest", equalTo("2024-03-04T00:00:00Z"))
                .body("entries.find { it.kind == 'act' }.ofIncident", equalTo(true))
                .body("entries.find { it.kind == 'incident' }.date", equalTo("2024-03-05"))
                .body("undated.kind", contains("item"));
    }
}
