package org.aletheia.testimony.statement.rest;

import static org.aletheia.testing.Records.create;
import static org.aletheia.testing.Records.post;
import static org.aletheia.testing.Records.put;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.aletheia.testing.Enrolment;
import org.aletheia.testing.Items;
import org.aletheia.testing.Records;
import org.aletheia.testing.Testimony;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Each refusal by its code and pointer. */
@QuarkusTest
@Tag("it")
class StatementFindingsTest {
    private static final String USER = "documenter";
    private static final String AT = "/circumstances";

    @Test
    void kindAndPersonAreRequired() {
        refused(post(USER, "statements", Map.of()), Map.of("/kind", "required", "/givenBy", "required"));
    }

    @Test
    void thePersonIsUnderAPseudonym() {
        String commander = create(
                USER,
                "persons",
                Map.of("protectedIdentity", false, "names", List.of(Map.of("language", "en", "text", "General"))));
        refusedPerson(Map.of("kind", "person", "id", commander), "/givenBy/id", "person-not-pseudonymous");
        refusedPerson(Map.of("kind", "unit", "id", commander), "/givenBy/kind", "kind-unknown");
        refusedPerson(Map.of("kind", "victim", "id", UUID.randomUUID().toString()), "/givenBy/id", "reference-unknown");
        refusedPerson(
                Map.of("kind", "victim", "id", Records.victim("documenter2")), "/givenBy/id", "reference-unknown");
    }

    @Test
    void kindAndPersonStay() {
        String victim = Records.victim(USER);
        String id = create(USER, "statements", Testimony.body("contact-note", victim));
        refused(
                put(USER, "statements/" + id, "\"r1\"", Testimony.body("first-account", Records.victim(USER))),
                Map.of("/kind", "kind-fixed", "/givenBy", "person-fixed"));
    }

    @Test
    void codesAreOfTheirLists() {
        Map<String, Object> body = statement();
        body.put("kind", "confession");
        body.put("protectionNeeds", List.of("secret"));
        body.put("earlierAccounts", Map.of("times", 100, "takenBy", List.of("neighbour")));
        refused(
                post(USER, "statements", body),
                Map.of(
                        "/kind", "code-unknown",
                        "/protectionNeeds/0", "code-unknown",
                        "/earlierAccounts/times", "out-of-range",
                        "/earlierAccounts/takenBy/0", "code-unknown"));
    }

    @Test
    void aSignedStatementIsSigned() {
        Map<String, Object> body = statement();
        body.put("kind", "signed-statement");
        refused(post(USER, "statements", body), Map.of("/circumstances/signature", "signature-required"));
        body.put("circumstances", Map.of("signature", Map.of("kind", "declined")));
        refused(post(USER, "statements", body), Map.of("/circumstances/signature", "signature-required"));
    }

    @Test
    void whatHoldsThePersonsWordsIsKeptFromSearch() {
        String open = Items.of(USER).id();
        Map<String, Object> body = statement();
        body.put("items", List.of(Map.of("item", open, "role", "recording")));
        refused(post(USER, "statements", body), Map.of("/items/0/item", "item-not-protected"));
        body.put("items", List.of(Map.of("item", open, "role", "shown")));
        post(USER, "statements", body).statusCode(201);
        refused(
                version(Map.of("form", "original", "language", "uk", "item", open)),
                Map.of("/item", "item-not-protected"));
    }

    @Test
    void linksNameWhatTheCallerSees() {
        Map<String, Object> body = statement();
        body.put("items", List.of(Map.of("item", Testimony.item("documenter2"), "role", "notes")));
        body.put("acts", List.of(Records.act("documenter2", Records.incident("documenter2"))));
        body.put("proceedings", List.of("The case of Ivan"));
        refused(
                post(USER, "statements", body),
                Map.of(
                        "/items/0/item", "reference-unknown",
                        "/acts/0", "reference-unknown",
                        "/proceedings/0", "not-a-number"));
    }

    @Test
    void whoWasPresentIsNeverNamed() {
        refused(
                circumstances(Map.of(
                        "present",
                        List.of(
                                Map.of("capacity", "interviewer"),
                                Map.of("capacity", "interpreter", "who", Map.of("reference", "Maria Ivanova")),
                                Map.of("capacity", "guard", "who", Map.of()),
                                Map.of("who", Map.of("reference", "C-7"), "relation", "cousin", "sex", "f")))),
                Map.of(
                        AT + "/present/0/who", "reference-required",
                        AT + "/present/1/who/reference", "not-a-pseudonym",
                        AT + "/present/2/who/reference", "reference-required",
                        AT + "/present/3/capacity", "required",
                        AT + "/present/3/relation", "code-unknown",
                        AT + "/present/3/sex", "code-unknown"));
    }

    @Test
    void timesAreDatesAndCounts() {
        refused(
                circumstances(Map.of(
                        "sessions",
                        List.of(
                                Map.of("minutes", 0),
                                Map.of(
                                        "date",
                                        "yesterday",
                                        "breaks",
                                        List.of(
                                                Map.of("times", 0, "reason", "rest"),
                                                Map.of("minutes", 2000, "reason", "tea")))))),
                Map.of(
                        AT + "/sessions/0/date", "required",
                        AT + "/sessions/0/minutes", "out-of-range",
                        AT + "/sessions/1/date", "edtf-form",
                        AT + "/sessions/1/breaks/0/times", "out-of-range",
                        AT + "/sessions/1/breaks/1/minutes", "out-of-range",
                        AT + "/sessions/1/breaks/1/reason", "code-unknown"));
    }

    @Test
    void thePlaceIsCoarseAndHasNoName() {
        Map<String, Object> house = Map.of(
                "geometry", Map.of("type", "Point", "coordinates", List.of(36.2345, 49.9)), "precision", "exact");
        refused(
                circumstances(Map.of("place", house)),
                Map.of(AT + "/place/precision", "place-too-precise", AT + "/place/geometry", "place-too-precise"));
        circumstances(Map.of("place", Map.of("country", "UA", "names", List.of())))
                .statusCode(400)
                .body("code", org.hamcrest.Matchers.equalTo("unknown-property"));
    }

    @Test
    void readBackSaysInWhichLanguageOrThatItWasNotDone() {
        refused(
                circumstances(Map.of("readBack", Map.of("outcome", "read-aloud"))),
                Map.of(AT + "/readBack/language", "read-back-language-required"));
        refused(
                circumstances(Map.of("readBack", Map.of("outcome", "not-done", "corrections", 1))),
                Map.of(AT + "/readBack/outcome", "read-back-not-done"));
        refused(
                circumstances(Map.of(
                        "readBack", Map.of("corrections", -1),
                        "declaration", Map.of("date", "2024"),
                        "signature", Map.of("date", "2024"),
                        "supportPerson", "perhaps",
                        "setting", "car",
                        "languages", List.of("no language"))),
                Map.of(
                        AT + "/readBack/outcome", "required",
                        AT + "/readBack/corrections", "out-of-range",
                        AT + "/declaration/kind", "required",
                        AT + "/signature/kind", "required",
                        AT + "/supportPerson", "code-unknown",
                        AT + "/setting", "code-unknown",
                        AT + "/languages/0", "language-tag"));
    }

    @Test
    void aVersionSaysWhatItIs() {
        refused(version(Map.of()), Map.of("/form", "required", "/language", "required", "/item", "required"));
        String item = Testimony.item(USER);
        refused(
                version(Map.of("form", "original", "of", 1, "language", "uk", "item", item)),
                Map.of("/of", "not-of-form"));
        refused(version(Map.of("form", "transcript", "language", "uk", "item", item)), Map.of("/of", "required"));
        refused(
                version(Map.of("form", "transcript", "of", 1, "language", "uk", "item", item)),
                Map.of("/of", "version-unknown"));
    }

    @Test
    void theOriginalIsOneAndTheRestRenderOrCorrectIt() {
        String id = Testimony.firstAccount(USER);
        add(id, 1, Testimony.original(USER, "uk")).statusCode(200);
        refused(add(id, 2, Testimony.original(USER, "uk")), Map.of("/form", "original-exists"));
        String item = Testimony.item(USER);
        refused(
                add(id, 2, Map.of("form", "translation", "of", 1, "language", "uk", "item", item)),
                Map.of("/translation", "required", "/language", "language-same"));
        refused(add(id, 2, translation(item, "sworn", Map.of())), Map.of("/translator", "translator-required"));
        refused(
                add(id, 2, translation(item, "machine", Map.of("translator", Map.of("reference", "T-1")))),
                Map.of("/translator", "translator-of-machine"));
        refused(
                add(id, 2, Map.of("form", "correction", "of", 1, "language", "uk", "item", item)),
                Map.of("/corrections", "required"));
        Map<String, Object> mixed = new HashMap<>(translation(item, "volunteer", Map.of()));
        mixed.put("corrections", List.of("place"));
        refused(add(id, 2, mixed), Map.of("/corrections", "not-of-form"));
        mixed.put("form", "correction");
        mixed.put("translator", Map.of("reference", "T-1"));
        refused(add(id, 2, mixed), Map.of("/translation", "not-of-form", "/translator", "not-of-form"));
        mixed.put("corrections", List.of("mood"));
        refused(
                add(id, 2, mixed),
                Map.of("/translation", "not-of-form", "/translator", "not-of-form", "/corrections/0", "code-unknown"));
    }

    private static Map<String, Object> translation(String item, String kind, Map<String, Object> more) {
        Map<String, Object> body = new HashMap<>(more);
        body.putAll(Map.of("form", "translation", "of", 1, "language", "en", "item", item, "translation", kind));
        return body;
    }

    private static Map<String, Object> statement() {
        return Testimony.body("first-account", Records.victim(USER));
    }

    private static ValidatableResponse circumstances(Map<String, Object> circumstances) {
        Map<String, Object> body = statement();
        body.put("circumstances", circumstances);
        return post(USER, "statements", body);
    }

    private static ValidatableResponse version(Map<String, Object> version) {
        return add(Testimony.firstAccount(USER), 1, version);
    }

    private static ValidatableResponse add(String id, int revision, Map<String, Object> version) {
        return Enrolment.as(USER)
                .header("If-Match", "\"r" + revision + "\"")
                .body(version)
                .post("/api/v1/statements/" + id + "/versions")
                .then();
    }

    private static void refusedPerson(Map<String, String> person, String pointer, String code) {
        Map<String, Object> body = statement();
        body.put("givenBy", person);
        refused(post(USER, "statements", body), Map.of(pointer, code));
    }

    /** All findings of the answer, each pointer with its code. */
    private static void refused(ValidatableResponse answer, Map<String, String> findings) {
        List<Map<String, Object>> found =
                answer.statusCode(400).extract().jsonPath().getList("findings");
        Map<String, String> said = new HashMap<>();
        found.forEach(each -> said.put(String.valueOf(each.get("pointer")), String.valueOf(each.get("code"))));
        assertThat(said).isEqualTo(findings);
        assertThat(found).hasSameSizeAs(said.keySet());
    }
}
