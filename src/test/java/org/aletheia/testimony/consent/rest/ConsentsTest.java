package org.aletheia.testimony.consent.rest;

import static org.aletheia.testimony.consent.rest.SomeConsent.USER;
import static org.aletheia.testimony.consent.rest.SomeConsent.body;
import static org.aletheia.testimony.consent.rest.SomeConsent.country;
import static org.aletheia.testimony.consent.rest.SomeConsent.record;
import static org.aletheia.testimony.consent.rest.SomeConsent.scope;
import static org.aletheia.testimony.consent.rest.SomeConsent.tag;
import static org.aletheia.testimony.consent.rest.SomeConsent.with;
import static org.aletheia.testing.Records.create;
import static org.aletheia.testing.Records.get;
import static org.aletheia.testing.Records.listed;
import static org.aletheia.testing.Records.post;
import static org.aletheia.testing.Records.put;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.aletheia.testimony.consent.rest.SomeConsent.Told;
import org.aletheia.testing.Enrolment;
import org.aletheia.testing.Items;
import org.aletheia.testing.Records;
import org.aletheia.testing.Testimony;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a consent must say to be one, and how it changes. */
@QuarkusTest
@Tag("it")
class ConsentsTest {
    @Test
    void everythingThatIsSaidOfAConsentIsKept() {
        Told told = Told.of();
        Map<String, Object> body = told.body(
                scope("CS-STORE", "yes"),
                scope("CS-SHARE-ICC", "yes"),
                scope("CS-MEDIA", "no"),
                scope("CS-TESTIFY", "ask-again"),
                country("CH", "no"));
        body.put("records", List.of(record("statement", told.statement()), record("item", told.item())));
        body.put("recorded", "verbal-witness");
        body.put("witness", Map.of("reference", "W-4"));
        body.put("interpreter", Map.of("reference", "T-3"));
        body.put(
                "place",
                Map.of(
                        "precision",
                        "locality",
                        "country",
                        "UA",
                        "geometry",
                        Map.of("type", "Point", "coordinates", List.of(36.23, 49.99))));
        body.put("formVersion", "F-3/2026");
        body.put(
                "conditions",
                List.of(
                        Map.of("condition", "no-death-penalty"),
                        Map.of("condition", "embargo", "until", "2027-01-01"),
                        Map.of(
                                "condition",
                                "not-to-body",
                                "organisation",
                                Enrolment.organisation("Field Team Two").toString())));
        String id = create(USER, "consents", body);
        get(USER, "consents/" + id)
                .statusCode(200)
                .header("ETag", "\"r1\"")
                .body("kind", equalTo("consent"))
                .body("state", equalTo("given"))
                .body("subject.id", equalTo(told.victim()))
                .body("records.id", containsInAnyOrder(told.statement(), told.item()))
                .body("witness.reference", equalTo("W-4"))
                .body("interpreter.reference", equalTo("T-3"))
                .body("place.country", equalTo("UA"))
                .body("informed", hasSize(10))
                .body("conditions.condition", contains("no-death-penalty", "embargo", "not-to-body"))
                .body("scopes.answer", contains("yes", "yes", "no", "ask-again", "no"))
                .body("scopes.date", contains("2026-03-05", "2026-03-05", "2026-03-05", "2026-03-05", "2026-03-05"))
                .body(
                        "standings.scope",
                        contains("CS-STORE", "CS-SHARE-ICC", "CS-MEDIA", "CS-TESTIFY", "CS-TRANSFER-COUNTRY:CH"))
                .body("standings.standing", contains("honoured", "honoured", "requested", "not-promised", "honoured"));
        assertThat(UUID.fromString(id).version()).isEqualTo(4);
        get(USER, "consents/" + id + "/revisions").statusCode(200).body("items", hasSize(1));
        assertThat(listed(USER, "consents?subject=" + told.victim())).containsExactly(id);
        assertThat(listed(USER, "consents?state=withdrawn")).doesNotContain(id);
        for (String other : List.of("documenter2", "investigator", "auditor", "disclosure-officer")) {
            get(other, "consents/" + id).statusCode(404);
            get(other, "consents/" + id + "/promise-sheet").statusCode(404);
            assertThat(listed(other, "consents")).doesNotContain(id);
        }
        get("counsel2", "consents/" + id).statusCode(200);
        SomeConsent.share("consent", id, "Commission").statusCode(404);
    }

    @Test
    void theHistoryOfEachRecordTellsOfItsConsent() {
        Told told = Told.of();
        String id = told.consent(scope("CS-STORE", "yes"));
        Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .until(
                        () -> get(USER, "items/" + told.item() + "/custody")
                                .statusCode(200)
                                .extract()
                                .asString(),
                        chain -> chain.contains("CE-CONSENT-CHANGED") && chain.contains(id));
    }

    @Test
    void whatIsMissingIsToldAllAtOnce() {
        post(USER, "consents", Map.of())
                .statusCode(400)
                .body("findings.pointer", hasItem("/subject"))
                .body("findings.pointer", hasItem("/givenBy"))
                .body("findings.pointer", hasItem("/records"))
                .body("findings.pointer", hasItem("/recorded"))
                .body("findings.pointer", hasItem("/date"))
                .body("findings.pointer", hasItem("/language"))
                .body("findings.pointer", hasItem("/capacity"))
                .body("findings.pointer", hasItem("/occasion"))
                .body("findings.pointer", hasItem("/scopes"))
                .body("findings.code", hasItem("not-explained"));
    }

    @Test
    void eachMemberIsOfItsKind() {
        Told told = Told.of();
        Map<String, Object> body = told.body(
                scope("CS-STORE", "maybe"),
                scope("CS-NONE", "yes"),
                Map.of("scope", "CS-TRANSFER-COUNTRY", "answer", "yes"),
                Map.of("scope", "CS-MEDIA", "answer", "no", "country", "CH"),
                scope("CS-ANALYSE", "yes"),
                scope("CS-ANALYSE", "no"));
        body.put("recorded", "verbal-witness");
        body.put("formVersion", "the blue one");
        body.put(
                "conditions",
                List.of(
                        Map.of("condition", "embargo"),
                        Map.of("condition", "notice-first", "until", "2027-01-01"),
                        Map.of("condition", "embargo", "until", "next year")));
        post(USER, "consents", body)
                .statusCode(400)
                .body(
                        "findings.findAll { it.pointer != '/informed' }.collect { it.pointer + ' ' + it.code }",
                        containsInAnyOrder(
                                "/witness required",
                                "/formVersion not-a-number",
                                "/conditions/0/until required",
                                "/conditions/1/until not-of-condition",
                                "/conditions/2/until day-form",
                                "/scopes/0/answer code-unknown",
                                "/scopes/1/scope code-unknown",
                                "/scopes/2/country required",
                                "/scopes/3/country not-of-scope",
                                "/scopes/5/scope repeated"));
    }

    @Test
    void whoSpeaksForAnotherSaysWhoAndByWhatRight() {
        Told told = Told.of();
        Map<String, Object> body = with(told.body(), "givenBy", Map.of("capacity", "family"));
        post(USER, "consents", with(body, "capacity", "dead-or-missing"))
                .statusCode(400)
                .body("findings.pointer", containsInAnyOrder("/givenBy/who", "/givenBy/authority"));
        post(USER, "consents", with(told.body(), "capacity", "dead-or-missing"))
                .statusCode(400)
                .body("findings.code", contains("not-able-to-decide"));
        Map<String, Object> family = new HashMap<>();
        family.put("capacity", "family");
        family.put("who", Map.of("reference", "F-1"));
        family.put("authority", "next-of-kin");
        family.put(
                "disagreements",
                List.of(Map.of("who", Map.of("reference", "F-2"), "position", "other-speaker", "date", "2026-03")));
        post(USER, "consents", with(with(body, "capacity", "dead-or-missing"), "givenBy", family))
                .statusCode(201)
                .body("givenBy.authority", equalTo("next-of-kin"))
                .body("givenBy.disagreements[0].position", equalTo("other-speaker"));
    }

    @Test
    void aYesToAProsecutorNeedsToldThatTheDefenceReceivesIt() {
        Told told = Told.of();
        List<String> untold = SomeConsent.INFORMED.stream()
                .filter(item -> !item.equals("defence-receives"))
                .toList();
        post(USER, "consents", with(told.body(scope("CS-SHARE-ICC", "yes")), "informed", untold))
                .statusCode(400)
                .body("findings.pointer", contains("/informed"))
                .body("findings[0].missing", contains("defence-receives"));
        post(USER, "consents", with(told.body(scope("CS-SHARE-ICC", "no")), "informed", untold))
                .statusCode(201);
    }

    @Test
    void consentIsNeverBundledWithAidOrAClaim() {
        Told told = Told.of();
        post(
                        USER,
                        "consents",
                        with(told.body(scope("CS-STORE", "yes"), scope("CS-SHARE-ICC", "yes")), "occasion", "aid"))
                .statusCode(400)
                .body("findings.pointer", contains("/scopes/1/answer"))
                .body("findings.code", contains("bundled"))
                .body("findings[0].allowed", contains("CS-RECONTACT", "CS-STORE"));
        post(USER, "consents", with(told.body(scope("CS-SHARE-ICC", "no")), "occasion", "aid"))
                .statusCode(201);

        String user = "victims-org";
        String victim = Records.victim(user);
        String claim = create(
                user,
                "reparation-claims",
                Map.of(
                        "claimant",
                        victim,
                        "capacity",
                        "own-behalf",
                        "categories",
                        List.of(Map.of("list", "rd4u", "code", "A2.5"))));
        List<Map<String, String>> records = List.of(record("reparation-claim", claim));
        post(user, "consents", body(victim, records, scope("CS-SHARE-REGISTER", "yes"), scope("CS-SHARE-ICC", "yes")))
                .statusCode(400)
                .body("findings.pointer", contains("/scopes/1/answer"))
                .body("findings.code", contains("bundled"));
        post(user, "consents", body(victim, records, scope("CS-SHARE-REGISTER", "yes")))
                .statusCode(201);
    }

    @Test
    void nobodyRecordsConsentToWhatIsNotTheirsOrNotThatPersons() {
        Told told = Told.of();
        String shared = Items.readableBy("investigator").id();
        String victim = Records.victim("investigator");
        post("investigator", "consents", body(victim, List.of(record("item", shared))))
                .statusCode(400)
                .body("findings.code", contains("record-not-own"));
        post(USER, "consents", with(told.body(), "subject", Testimony.victim(Records.victim(USER))))
                .statusCode(400)
                .body("findings.pointer", contains("/records/0/id"))
                .body("findings.code", contains("given-by-another"));
        post("documenter2", "consents", told.body())
                .statusCode(400)
                .body("findings.code", hasItem("reference-unknown"));
        post(USER, "consents", with(told.body(), "records", List.of(record("incident", Records.incident(USER)))))
                .statusCode(400)
                .body("findings.code", contains("kind-unknown"));
        post("auditor", "consents", told.body()).statusCode(403);
    }

    @Test
    void aCapacityConsentsUnderItsOwnPseudonym() {
        Told told = Told.of();
        String capacity = create(USER, "capacities", Map.of("capacity", "witness"));
        Map<String, Object> body = with(told.body(), "subject", Map.of("kind", "capacity", "id", capacity));
        post(USER, "consents", body).statusCode(201).body("subject.kind", equalTo("capacity"));
    }

    @Test
    void aConsentIsHeldAsStrictlyAsWhatItGoverns() {
        Told told = Told.of();
        Map<String, Object> statement = Testimony.body("first-account", told.victim());
        statement.put("classification", "TLP:AMBER+STRICT");
        String strict = create(USER, "statements", statement);
        Map<String, Object> body = with(told.body(), "records", List.of(record("statement", strict)));
        post(USER, "consents", body).statusCode(201).body("classification", equalTo("TLP:AMBER+STRICT"));
        post(USER, "consents", with(body, "classification", "TLP:AMBER"))
                .statusCode(400)
                .body("findings.code", contains("classification-too-open"));
        String id = told.consent();
        Map<String, Object> more = with(
                told.body(), "records", List.of(record("statement", told.statement()), record("statement", strict)));
        put(USER, "consents/" + id, "\"r1\"", more)
                .statusCode(400)
                .body("findings.code", contains("classification-too-open"));
    }

    @Test
    void itGetsWiderByANewerAnswerAndNarrowerByAWithdrawalOnly() {
        Told told = Told.of();
        String id = told.consent(scope("CS-STORE", "yes"), scope("CS-MEDIA", "no"));
        put(USER, "consents/" + id, "\"r1\"", told.body(scope("CS-STORE", "no"), scope("CS-MEDIA", "no")))
                .statusCode(400)
                .body("findings.pointer", contains("/scopes/0/answer"))
                .body("findings.code", contains("narrowing-is-a-withdrawal"));
        put(USER, "consents/" + id, "\"r1\"", told.body(scope("CS-STORE", "yes")))
                .statusCode(400)
                .body("findings.code", contains("scope-stays"));
        put(
                        USER,
                        "consents/" + id,
                        "\"r1\"",
                        with(
                                told.body(
                                        scope("CS-STORE", "yes"),
                                        Map.of("scope", "CS-MEDIA", "answer", "yes", "date", "2026-01-01")),
                                "records",
                                List.of(record("item", told.item()))))
                .statusCode(400)
                .body("findings.code", containsInAnyOrder("record-stays", "date-before-answer"));
        put(
                        USER,
                        "consents/" + id,
                        "\"r1\"",
                        with(
                                told.body(scope("CS-STORE", "yes"), scope("CS-MEDIA", "no")),
                                "subject",
                                Testimony.victim(Records.victim(USER))))
                .statusCode(400)
                .body("findings.code", hasItem("person-fixed"));
        put(USER, "consents/" + id, null, told.body()).statusCode(428);
        put(
                        USER,
                        "consents/" + id,
                        "\"r1\"",
                        with(told.body(scope("CS-STORE", "yes"), scope("CS-MEDIA", "yes")), "date", "2026-03-20"))
                .statusCode(200)
                .body("state", equalTo("refreshed"))
                .body("scopes[1].date", equalTo("2026-03-20"));
        put(USER, "consents/" + id, "\"r1\"", told.body()).statusCode(412);
        SomeConsent.withdraw(USER, id, Map.of("scope", "CS-MEDIA"), Map.of("scope", "CS-PUBLISH-NAMED"))
                .statusCode(200)
                .body("state", equalTo("narrowed"))
                .body("scopes.answer", contains("yes", "no", "no"))
                .body("scopes[2].scope", equalTo("CS-PUBLISH-NAMED"))
                .body("withdrawals[0].scopes.scope", contains("CS-MEDIA", "CS-PUBLISH-NAMED"));
        post(USER, "consents/" + id + "/withdrawals", Map.of("scopes", List.of(Map.of("scope", "CS-NONE"))))
                .statusCode(400)
                .body("findings.pointer", containsInAnyOrder("/date", "/recorded", "/scopes/0/scope"));
        post("counsel2", "consents/" + id + "/withdrawals", Map.of("date", "2026-04-01", "recorded", "audio"))
                .statusCode(404);
        get(USER, "consents/" + id + "/revisions").body("items", hasSize(3));
    }

    @ParameterizedTest
    @ValueSource(strings = {"CS-STORE", "CS-ANALYSE"})
    void withoutItNobodyInquiresIntoTheRecord(String closing) {
        String victim = Records.victim("investigator");
        String statement = create("investigator", "statements", Testimony.body("first-account", victim));
        Map<String, Object> body = body(victim, List.of(record("statement", statement)), scope(closing, "ask-again"));
        String id = create("investigator", "consents", body);
        get("investigator", "statements/" + statement).statusCode(404);
        get("case-team", "statements/" + statement).statusCode(404);
        put("investigator", "consents/" + id, "\"r1\"", with(body, "scopes", List.of(scope(closing, "yes"))))
                .statusCode(200);
        get("investigator", "statements/" + statement).statusCode(200);
    }

    @Test
    void theSameRequestMakesOneConsent() {
        Told told = Told.of();
        String key = UUID.randomUUID().toString();
        String first = Enrolment.as(USER)
                .header("Idempotency-Key", key)
                .body(told.body())
                .post("/api/v1/consents")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        String again = Enrolment.as(USER)
                .header("Idempotency-Key", key)
                .body(told.body())
                .post("/api/v1/consents")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        assertThat(again).isEqualTo(first);
    }

    @Test
    void whatABodyCanHonourIsDeclaredByAdministrators() {
        String path = "member-organisations/" + Enrolment.organisation("Victims Association") + "/consent-promise";
        String before = tag(USER, path);
        Map<String, Object> body = Map.of(
                "type", "CS-SHARE-ORG",
                "country", "UA",
                "contact", "+380 44 000 00 00",
                "promises", List.of(Map.of("scope", "CS-MEDIA", "standing", "not-promised")));
        put(USER, path, before, body).statusCode(403);
        put("admin", path, null, body).statusCode(428);
        put("admin", path, before, Map.of("type", "CS-STORE", "promises", List.of(Map.of("scope", "CS-MEDIA"))))
                .statusCode(400)
                .body("findings.code", containsInAnyOrder("not-of-body", "required"));
        put("admin", path, before, body).statusCode(200).body("promises.'CS-MEDIA'", equalTo("not-promised"));
        put("admin", path, before, body).statusCode(412);
        get("investigator", path).statusCode(200).body("country", equalTo("UA")).header("ETag", not(before));
        get(USER, "member-organisations/" + UUID.randomUUID() + "/consent-promise")
                .statusCode(404);
        String victim = Records.victim("victims-org");
        String statement = create("victims-org", "statements", Testimony.body("first-account", victim));
        post("victims-org", "consents", body(victim, List.of(record("statement", statement)), scope("CS-MEDIA", "no")))
                .statusCode(201)
                .body("standings[0].standing", equalTo("not-promised"))
                .body("renews", nullValue());
    }
}
