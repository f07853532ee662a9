package org.aletheia.testimony.consent.rest;

import static org.aletheia.testimony.consent.rest.SomeConsent.USER;
import static org.aletheia.testimony.consent.rest.SomeConsent.country;
import static org.aletheia.testimony.consent.rest.SomeConsent.promise;
import static org.aletheia.testimony.consent.rest.SomeConsent.scope;
import static org.aletheia.testimony.consent.rest.SomeConsent.tag;
import static org.aletheia.testimony.consent.rest.SomeConsent.with;
import static org.aletheia.testimony.consent.rest.SomeConsent.withdraw;
import static org.aletheia.testing.Records.create;
import static org.aletheia.testing.Records.get;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.aletheia.platform.http.AnswerTexts;
import org.aletheia.testimony.consent.rest.SomeConsent.Told;
import org.aletheia.testing.Enrolment;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The two sheets that the person gets whose consent it is. */
@QuarkusTest
@Tag("it")
class SheetsTest {
    @AfterEach
    void aBodyThatSaidNothing() {
        promise("Field Team", Map.of("type", "CS-SHARE-ORG"));
    }

    private static String consent(Told told) {
        Map<String, Object> body = told.body(
                scope("CS-STORE", "yes"),
                scope("CS-SHARE-ICC", "yes"),
                scope("CS-MEDIA", "no"),
                scope("CS-TESTIFY", "ask-again"),
                country("CH", "no"));
        return create(
                USER,
                "consents",
                with(body, "conditions", List.of(Map.of("condition", "embargo", "until", "2027-01-01"))));
    }

    private static Response sheet(String consent, String which, String type, String language) {
        var request = Enrolment.as(USER).accept(type);
        return (language.isEmpty() ? request : request.header("Accept-Language", language))
                .get("/api/v1/consents/" + consent + "/" + which);
    }

    @Test
    void inEnglishItSaysWhatWasAgreedRefusedAndCannotBePromised() {
        promise("Field Team", Map.of("type", "CS-SHARE-ORG", "contact", "+380 44 000 00 00"));
        String consent = consent(Told.of());
        String page = sheet(consent, "promise-sheet", "text/html", "en")
                .then()
                .statusCode(200)
                .header("Content-Type", containsString("text/html"))
                .header("Content-Security-Policy", containsString("sandbox"))
                .header("Cache-Control", containsString("no-store"))
                .header("Vary", containsString("Accept-Language"))
                .extract()
                .asString();
        assertThat(page)
                .contains("<html lang=\"en\" dir=\"ltr\">", consent, "+380 44 000 00 00", "Field Team")
                .containsSubsequence(
                        "I agree to this",
                        "keep it (2026-03-05)",
                        "share it with the International Criminal Court",
                        "I do not agree to this",
                        "give it to the media",
                        "let it go to a certain country: Switzerland",
                        "Ask me again before this",
                        "be asked to testify",
                        "I was not asked about this",
                        "share it with another organisation",
                        "My conditions",
                        "not before a day: 2027-01-01",
                        "What cannot be promised",
                        "the defence normally receives it, with your name unless a judge orders protection",
                        "give it to the media: this body can only ask others to keep to it",
                        "be asked to testify: nobody can promise this",
                        "Whom to call",
                        "How to change it");
        String text = sheet(consent, "promise-sheet", "text/plain", "en")
                .then()
                .statusCode(200)
                .header("Content-Type", containsString("text/plain"))
                .extract()
                .asString();
        assertThat(text).contains("I agree to this\nkeep it (2026-03-05)\n").doesNotContain("<", "&");
    }

    @Test
    void inArabicItReadsFromTheRight() {
        String consent = consent(Told.of());
        String page = sheet(consent, "promise-sheet", "text/html", "ar-SY")
                .then()
                .statusCode(200)
                .extract()
                .asString();
        assertThat(page)
                .contains("<html lang=\"ar\" dir=\"rtl\">")
                .containsSubsequence("أوافق على هذا", "حفظها", "لا أوافق على هذا", "ما لا يمكن الوعد به", "بمن تتصلون")
                .doesNotContain("I agree");
        String text = sheet(consent, "promise-sheet", "text/plain", "ar")
                .then()
                .statusCode(200)
                .extract()
                .asString();
        assertThat(text).contains("أوافق على هذا\nحفظها (2026-03-05)\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "ar", "zh", "fr", "ru", "es"})
    void bothAreThereInEachLanguage(String language) {
        String consent = consent(Told.of());
        AnswerTexts texts = AnswerTexts.load("consent");
        for (String type : List.of("text/html", "text/plain")) {
            assertThat(sheet(consent, "promise-sheet", type, language).asString())
                    .contains(texts.text(language, "promise.change"));
            assertThat(sheet(consent, "what-was-done", type, language).asString())
                    .contains(texts.text(language, "done.not-honoured"));
        }
    }

    @Test
    void whereNoLanguageIsAskedForItIsThePersons() {
        Told told = Told.of();
        String french = create(USER, "consents", with(told.body(), "language", "fr"));
        assertThat(sheet(french, "promise-sheet", "text/plain", "").asString()).contains("J’accepte ceci");
        assertThat(sheet(french, "promise-sheet", "text/plain", "de").asString())
                .contains("I agree to this");
    }

    @Test
    void aWithdrawnOneSaysThatEverythingWasTakenBack() {
        String consent = consent(Told.of());
        withdraw(USER, consent).statusCode(200);
        String text = sheet(consent, "promise-sheet", "text/plain", "en").asString();
        assertThat(text)
                .contains("You took everything back.", "withdrawn", "2026-04-01")
                .contains("I agree to this\nNothing.\n");
    }

    @Test
    void whatWasDoneIsToldWithWhereTheLogHasItAndWhatWasNotHonoured() {
        Told told = Told.of();
        String consent = told.consent(scope("CS-SHARE-ORG", "yes"));
        told.shareWith("Commission");
        get("case-team", "items/" + told.item()).statusCode(200);
        Awaitility.await().atMost(Duration.ofSeconds(60)).untilAsserted(() -> assertThat(use(told.item()))
                .isNotEmpty());
        String use = use(told.item());
        Enrolment.as("case-team")
                .put("/api/v1/events/" + use + "/notice")
                .then()
                .statusCode(204);
        withdraw(USER, consent).statusCode(200);
        String notice = get("investigator", "withdrawal-notices?consent=" + consent)
                .extract()
                .path("items[0].id");
        Enrolment.as("investigator")
                .header("If-Match", tag("investigator", "withdrawal-notices/" + notice))
                .body(Map.of("answer", "partly", "ground", "part-of-proceedings"))
                .post("/api/v1/withdrawal-notices/" + notice + "/answers")
                .then()
                .statusCode(200);
        Awaitility.await().atMost(Duration.ofSeconds(60)).untilAsserted(() -> assertThat(
                        sheet(consent, "what-was-done", "text/plain", "en").asString())
                .containsSubsequence(
                        "What you told us",
                        "statement · your consent: given",
                        "statement · your consent: withdrawn",
                        "Who received it",
                        "shared with Commission",
                        "Who used it",
                        "item · looked at by Commission",
                        "Event " + use,
                        "Who was told that you took it back, and complied",
                        "Nothing.",
                        "What was not honoured",
                        "Commission: complied with in part (it is part of proceedings)",
                        "Event ")
                .doesNotContain("No published checkpoint covers it yet."));
        String text = sheet(consent, "what-was-done", "text/plain", "en").asString();
        Matcher proof = Pattern.compile(
                        "Event ([0-9a-f-]{36}), entry ([0-9]+)\\. Log \\S+, checkpoint of ([0-9]+) entries\\.")
                .matcher(text);
        int lines = 0;
        while (proof.find()) {
            assertThat(Long.parseLong(proof.group(2))).isLessThan(Long.parseLong(proof.group(3)));
            lines++;
        }
        assertThat(lines).as(text).isGreaterThanOrEqualTo(8);
    }

    private static String use(String item) {
        List<Map<String, Object>> entries = get("case-team", "items/" + item + "/access-record")
                .statusCode(200)
                .extract()
                .jsonPath()
                .getList("items");
        return entries.stream()
                .filter(entry -> entry.toString().contains("CE-ACCESS-VIEW"))
                .map(entry -> String.valueOf(entry.get("id")))
                .findFirst()
                .orElse("");
    }
}
