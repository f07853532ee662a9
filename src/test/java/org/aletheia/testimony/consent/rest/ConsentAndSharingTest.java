package org.aletheia.testimony.consent.rest;

import static org.aletheia.testimony.consent.rest.SomeConsent.USER;
import static org.aletheia.testimony.consent.rest.SomeConsent.country;
import static org.aletheia.testimony.consent.rest.SomeConsent.promise;
import static org.aletheia.testimony.consent.rest.SomeConsent.record;
import static org.aletheia.testimony.consent.rest.SomeConsent.scope;
import static org.aletheia.testimony.consent.rest.SomeConsent.share;
import static org.aletheia.testimony.consent.rest.SomeConsent.with;
import static org.aletheia.testing.Records.create;
import static org.aletheia.testing.Records.get;
import static org.aletheia.testing.Records.post;
import static org.aletheia.testing.Records.put;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.aletheia.testimony.consent.rest.SomeConsent.Told;
import org.aletheia.testing.Enrolment;
import org.aletheia.testing.Records;
import org.aletheia.testing.Testimony;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What somebody agreed to binds whoever shares what they gave. */
@QuarkusTest
@Tag("it")
class ConsentAndSharingTest {
    private static final String BODY = "Field Team Two";

    @AfterEach
    void bodiesLikeOthers() {
        promise(BODY, Map.of("type", "CS-SHARE-ORG"));
        promise("Commission", Map.of("type", "CS-SHARE-ORG"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "CS-SHARE-ORG",
                "CS-SHARE-NATIONAL-COURT",
                "CS-SHARE-ICC",
                "CS-SHARE-UN-MECHANISM",
                "CS-SHARE-REGISTER"
            })
    void aBodyReceivesByTheScopeOfItsKindAndNoOther(String type) {
        promise(BODY, Map.of("type", type));
        Map<String, String> answers =
                Map.of("yes", "", "no", "consent-refused", "ask-again", "consent-ask-again", "", "consent-not-asked");
        answers.forEach((answer, refusal) -> {
            Told told = Told.of();
            Map<String, Object> asked = answer.isEmpty() ? scope("CS-STORE", "yes") : scope(type, answer);
            String other = type.equals("CS-SHARE-ICC") ? "CS-SHARE-ORG" : "CS-SHARE-ICC";
            told.consent(asked, scope(other, answer.equals("yes") ? "no" : "yes"));
            for (Map.Entry<String, String> each :
                    Map.of("statement", told.statement(), "item", told.item()).entrySet()) {
                if (refusal.isEmpty()) {
                    share(each.getKey(), each.getValue(), BODY).statusCode(201);
                } else {
                    share(each.getKey(), each.getValue(), BODY)
                            .statusCode(400)
                            .body("findings.pointer", contains("/grantee"))
                            .body("findings.code", contains(refusal));
                }
            }
        });
    }

    @Test
    void ofSeveralConsentsAllMustAllowIt() {
        Told told = Told.of();
        told.consent(scope("CS-SHARE-ORG", "yes"));
        create(
                USER,
                "consents",
                with(told.body(scope("CS-SHARE-ORG", "no")), "records", List.of(record("item", told.item()))));
        share("item", told.item(), BODY).statusCode(400).body("findings.code", contains("consent-refused"));
        share("statement", told.statement(), BODY).statusCode(201);
    }

    @Test
    void aCertainCountryIsAgreedToOrNot() {
        for (Map.Entry<String, String> each : Map.of("CH", "", "DE", "consent-refused", "AT", "consent-not-asked")
                .entrySet()) {
            promise(BODY, Map.of("type", "CS-SHARE-ORG", "country", each.getKey()));
            Told told = Told.of();
            told.consent(scope("CS-SHARE-ORG", "yes"), country("CH", "yes"), country("DE", "no"));
            if (each.getValue().isEmpty()) {
                share("item", told.item(), BODY).statusCode(201);
            } else {
                share("item", told.item(), BODY).statusCode(400).body("findings.code", contains(each.getValue()));
            }
        }
    }

    @Test
    void conditionsBindToo() {
        Told told = Told.of();
        String body = Enrolment.organisation(BODY).toString();
        create(
                USER,
                "consents",
                with(
                        told.body(scope("CS-SHARE-ORG", "yes")),
                        "conditions",
                        List.of(
                                Map.of("condition", "embargo", "until", "2999-01-01"),
                                Map.of("condition", "not-to-body", "organisation", body))));
        share("statement", told.statement(), BODY)
                .statusCode(400)
                .body("findings.code", contains("consent-not-to-body", "consent-embargo"));
        share("statement", told.statement(), "Victims Association")
                .statusCode(400)
                .body("findings.code", contains("consent-embargo"));
    }

    @Test
    void whatIsRefusedDoesNotGoAlongWithItsSubmissionNorByATransfer() {
        Told told = Told.of();
        told.consent(scope("CS-SHARE-ORG", "no"));
        String submission = get(USER, "items/" + told.item()).extract().path("submission");
        share("submission", submission, "Commission").statusCode(201);
        get("investigator", "submissions/" + submission).statusCode(200);
        get("investigator", "items/" + told.item()).statusCode(404);
        assertThat(Records.listed("investigator", "items")).doesNotContain(told.item());
        post(
                        USER,
                        "items/" + told.item() + "/transfers",
                        Map.of("receiver", Enrolment.organisation(BODY), "purpose", "examination"))
                .statusCode(400)
                .body("findings.pointer", contains("/receiver"))
                .body("findings.code", contains("consent-refused"));
    }

    @Test
    void whatWasTakenBackSinceItWasOfferedIsNotTakenOver() {
        Told told = Told.of();
        String consent = told.consent(scope("CS-SHARE-ORG", "yes"));
        String transfer = create(
                USER,
                "items/" + told.item() + "/transfers",
                Map.of("receiver", Enrolment.organisation("Commission"), "purpose", "examination"));
        SomeConsent.withdraw(USER, consent, Map.of("scope", "CS-SHARE-ORG")).statusCode(200);
        post(
                        "investigator",
                        "transfers/" + transfer + "/decisions",
                        Map.of("state", "accepted", "happened", "2026-03-08"))
                .statusCode(400)
                .body("findings.code", contains("consent-refused"));
        get("investigator", "items/" + told.item()).statusCode(404);
    }

    @Test
    void aNoThatIsRecordedLaterEndsTheSharesThatItRefuses() {
        Told told = Told.of();
        told.shareWith(BODY);
        told.shareWith("Commission");
        get("investigator", "items/" + told.item()).statusCode(200);
        promise("Commission", Map.of("type", "CS-SHARE-REGISTER"));
        told.consent(scope("CS-SHARE-ORG", "yes"), scope("CS-SHARE-REGISTER", "no"));
        get("investigator", "items/" + told.item()).statusCode(404);
        get("investigator", "statements/" + told.statement()).statusCode(404);
        get(USER, "shares?kind=item&record=" + told.item())
                .statusCode(200)
                .body("items.grantee", contains(Enrolment.organisation(BODY).toString()));
    }

    @Test
    void aNarrativeIsOpenedByAConsentThatIsRecordedOnlyWhereItSaysSo() {
        String filer = "victims-org";
        String victim = Records.victim(filer);
        String item = Testimony.item(filer);
        Map<String, Object> narrative = Testimony.body("claim-narrative", victim);
        narrative.put("items", List.of(Map.of("item", item, "role", "recording")));
        String statement = create(filer, "statements", narrative);
        for (Map.Entry<String, String> what :
                Map.of("statement", statement, "item", item).entrySet()) {
            create(
                    filer,
                    "shares",
                    Map.of(
                            "kind",
                            what.getKey(),
                            "record",
                            what.getValue(),
                            "grantee",
                            Enrolment.organisation("Commission")));
        }
        String consent = create(
                filer,
                "consents",
                SomeConsent.body(
                        victim,
                        List.of(record("statement", statement)),
                        scope("CS-SHARE-ICC", "yes"),
                        scope("CS-SHARE-UN-MECHANISM", "no"),
                        scope("CS-SHARE-ORG", "yes")));
        String elsewhere = Told.of().consent();
        opened(filer, statement, narrative, "CS-SHARE-UN-MECHANISM", consent)
                .statusCode(400)
                .body("findings.pointer", contains("/openTo/0/scope"))
                .body("findings.code", contains("consent-refused"));
        opened(filer, statement, narrative, "CS-SHARE-ICC", elsewhere)
                .statusCode(400)
                .body("findings.code", contains("consent-not-of-record"));
        get("investigator", "statements/" + statement).statusCode(404);
        opened(filer, statement, narrative, "CS-SHARE-ICC", consent).statusCode(200);
        get("investigator", "statements/" + statement).statusCode(200);
        get("investigator", "items/" + item).statusCode(200);

        SomeConsent.withdraw(filer, consent, Map.of("scope", "CS-SHARE-ICC")).statusCode(200);
        get("investigator", "statements/" + statement).statusCode(404);
        get("investigator", "items/" + item).statusCode(404);
        get("claims-officer", "statements/" + statement).statusCode(200);
    }

    private static ValidatableResponse opened(
            String filer, String statement, Map<String, Object> narrative, String scope, String consent) {
        Map<String, Object> body = new HashMap<>(narrative);
        body.put(
                "openTo",
                List.of(Map.of(
                        "organisation",
                        Enrolment.organisation("Commission").toString(),
                        "scope",
                        scope,
                        "consent",
                        consent,
                        "consentedOn",
                        "2026-03-05")));
        return put(filer, "statements/" + statement, SomeConsent.tag(filer, "statements/" + statement), body);
    }
}
