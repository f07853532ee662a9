package org.aletheia.testimony.statement.rest;

import static org.aletheia.testing.Records.create;
import static org.aletheia.testing.Records.get;
import static org.aletheia.testing.Records.listed;
import static org.aletheia.testing.Records.post;
import static org.aletheia.testing.Records.put;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.aletheia.testing.Database;
import org.aletheia.testing.Enrolment;
import org.aletheia.testing.Items;
import org.aletheia.testing.Records;
import org.aletheia.testing.Testimony;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A claim narrative reaches who inquires or prosecutes only in the bodies that a consent of its own names. */
@QuarkusTest
@Tag("it")
class NarrativeConsentTest {
    private static final String FILER = "victims-org";
    private static final List<String> PROSECUTION = List.of("investigator", "case-team");
    private static final List<String> OPENING =
            List.of("CS-SHARE-NATIONAL-COURT", "CS-SHARE-ICC", "CS-SHARE-UN-MECHANISM");
    private static final List<String> NOT_OPENING = List.of(
            "CS-STORE",
            "CS-ANALYSE",
            "CS-STATISTICS",
            "CS-SHARE-ORG",
            "CS-SHARE-REGISTER",
            "CS-PUBLISH-ANON",
            "CS-PUBLISH-NAMED",
            "CS-MEDIA",
            "CS-RECONTACT",
            "CS-TESTIFY",
            "CS-CHECK-PRIOR",
            "CS-TRANSFER-COUNTRY");

    /** A narrative with its words, both shared with the Commission. */
    private record Told(String statement, String victim, String item) {
        static Told shared() {
            String victim = Records.victim(FILER);
            String item = Testimony.item(FILER);
            Told told = new Told(create(FILER, "statements", body(victim, item)), victim, item);
            Stream.of(Map.of("kind", "statement", "record", told.statement), Map.of("kind", "item", "record", item))
                    .forEach(what -> create(
                            FILER,
                            "shares",
                            Map.of(
                                    "kind", what.get("kind"),
                                    "record", what.get("record"),
                                    "grantee", Enrolment.organisation("Commission"))));
            return told;
        }

        private static Map<String, Object> body(String victim, String item) {
            Map<String, Object> body = Testimony.body("claim-narrative", victim);
            body.put("items", List.of(Map.of("item", item, "role", "recording")));
            return body;
        }

        ValidatableResponse open(Object... openings) {
            Map<String, Object> body = body(victim, item);
            body.put("openTo", List.of(openings));
            return put(FILER, "statements/" + statement, tag(), body);
        }

        String tag() {
            return get(FILER, "statements/" + statement).extract().header("ETag");
        }
    }

    private static Map<String, Object> opening(String body, String scope) {
        return Map.of(
                "organisation",
                Enrolment.organisation(body).toString(),
                "scope",
                scope,
                "consent",
                "C-12",
                "consentedOn",
                "2026-03-05");
    }

    @ParameterizedTest
    @ValueSource(strings = {"CS-SHARE-NATIONAL-COURT", "CS-SHARE-ICC", "CS-SHARE-UN-MECHANISM"})
    void eachOpeningScopeOpensToEachRoleOfTheBodyThatItNamesAndToNoOther(String scope) {
        Told told = Told.shared();
        PROSECUTION.forEach(user -> assertClosed(user, told));
        told.open(opening("Field Team Two", scope)).statusCode(200);
        PROSECUTION.forEach(user -> assertClosed(user, told));
        told.open(opening("Commission", scope), opening("Field Team Two", scope))
                .statusCode(200);
        PROSECUTION.forEach(user -> assertOpen(user, told));
        get("documenter2", "statements/" + told.statement).statusCode(404);
    }

    @Test
    void noOtherScopeOpensAnything() {
        Told told = Told.shared();
        for (String scope : NOT_OPENING) {
            told.open(opening("Commission", scope))
                    .statusCode(400)
                    .body("findings.pointer", contains("/openTo/0/scope"))
                    .body("findings.code", contains("scope-does-not-open"))
                    .body("findings[0].allowed", contains(OPENING.toArray()));
        }
    }

    @Test
    void takingItBackClosesStatementAndWordsAtOnce() {
        Told told = Told.shared();
        told.open(opening("Commission", "CS-SHARE-ICC")).statusCode(200);
        PROSECUTION.forEach(user -> assertOpen(user, told));
        told.open().statusCode(200).body("openTo", nullValue());
        PROSECUTION.forEach(user -> assertClosed(user, told));

        told.open(opening("Commission", "CS-SHARE-ICC")).statusCode(200);
        Map<String, Object> silent = Told.body(told.victim, told.item);
        put(FILER, "statements/" + told.statement, told.tag(), silent).statusCode(200);
        PROSECUTION.forEach(user -> assertClosed(user, told));
    }

    @Test
    void wordsThatAStatementDroppedStayApart() {
        Told told = Told.shared();
        Map<String, Object> without = Testimony.body("claim-narrative", told.victim);
        without.put("openTo", List.of(opening("Commission", "CS-SHARE-ICC")));
        put(FILER, "statements/" + told.statement, told.tag(), without).statusCode(200);
        get("investigator", "statements/" + told.statement).statusCode(200);
        get("investigator", "items/" + told.item).statusCode(404);
    }

    @Test
    void aVersionIsOpenToWhomTheStatementIs() {
        Told told = Told.shared();
        told.open(opening("Commission", "CS-SHARE-ICC")).statusCode(200);
        String later = Testimony.item(FILER);
        create(
                FILER,
                "shares",
                Map.of("kind", "item", "record", later, "grantee", Enrolment.organisation("Commission")));
        Enrolment.as(FILER)
                .header("If-Match", told.tag())
                .body(Map.of("form", "original", "language", "uk", "item", later))
                .post("/api/v1/statements/" + told.statement + "/versions")
                .then()
                .statusCode(200)
                .body("openTo", hasSize(1));
        get("investigator", "items/" + later).statusCode(200);
        told.open().statusCode(200);
        get("investigator", "items/" + later).statusCode(404);
    }

    @Test
    void whoInquiresDoesNotWriteWhatIsOpenToThem() {
        String victim = Records.victim("claims-officer");
        Map<String, Object> body = Testimony.body("claim-narrative", victim);
        body.put("openTo", List.of(opening("Commission", "CS-SHARE-ICC")));
        String own = create("claims-officer", "statements", body);
        get("investigator", "statements/" + own).statusCode(200);
        put("investigator", "statements/" + own, "\"r1\"", body).statusCode(403).body("code", equalTo("forbidden"));
        Enrolment.as("case-team")
                .header("If-Match", "\"r1\"")
                .body(Testimony.original("documenter", "uk"))
                .post("/api/v1/statements/" + own + "/versions")
                .then()
                .statusCode(403);
        put("claims-officer", "statements/" + own, "\"r1\"", body).statusCode(200);
        put("claims-officer", "statements/" + own, "\"r1\"", body).statusCode(412);
    }

    @Test
    void whatIsWrongWithAnOpeningIsFound() {
        Told told = Told.shared();
        told.open(
                        Map.of(),
                        Map.of(
                                "organisation", UUID.randomUUID(),
                                "scope", "CS-NONE",
                                "consent", "of Olena",
                                "consentedOn", "yesterday"),
                        opening("Commission", "CS-SHARE-ICC"),
                        opening("Commission", "CS-SHARE-ICC"))
                .statusCode(400)
                .body(
                        "findings.pointer",
                        contains(
                                "/openTo/0/organisation",
                                "/openTo/0/scope",
                                "/openTo/0/consent",
                                "/openTo/0/consentedOn",
                                "/openTo/1/organisation",
                                "/openTo/1/scope",
                                "/openTo/1/consent",
                                "/openTo/1/consentedOn",
                                "/openTo/3"))
                .body(
                        "findings.code",
                        contains(
                                "required",
                                "required",
                                "required",
                                "required",
                                "organisation-unknown",
                                "code-unknown",
                                "consent-reference",
                                "edtf-form",
                                "repeated"));
        Map<String, Object> account = Testimony.body("first-account", Records.victim(FILER));
        account.put("openTo", List.of(opening("Commission", "CS-SHARE-ICC")));
        post(FILER, "statements", account)
                .statusCode(400)
                .body("findings.pointer", contains("/openTo"))
                .body("findings.code", contains("not-a-narrative"));
    }

    @Test
    void nobodyKeepsEvidenceFromProsecutionByCallingItTheWordsOfANarrative() {
        String theirs = Testimony.item("documenter");
        create(
                "documenter",
                "shares",
                Map.of("kind", "item", "record", theirs, "grantee", Enrolment.organisation("Commission")));
        Map<String, Object> body = Testimony.body("claim-narrative", Records.victim("claims-officer"));
        body.put("items", List.of(Map.of("item", theirs, "role", "recording")));
        post("claims-officer", "statements", body)
                .statusCode(400)
                .body("findings.pointer", contains("/items/0/item"))
                .body("findings.code", contains("narrative-not-own"));
        get("investigator", "items/" + theirs).statusCode(200);

        Told told = Told.shared();
        Enrolment.as(FILER)
                .header("If-Match", told.tag())
                .body(Map.of(
                        "form",
                        "original",
                        "language",
                        "uk",
                        "item",
                        Items.of(FILER).id()))
                .post("/api/v1/statements/" + told.statement + "/versions")
                .then()
                .statusCode(400)
                .body("findings.code", contains("item-not-protected"));
    }

    @Test
    void theWallAloneKeepsToIt() throws SQLException {
        Told told = Told.shared();
        told.open(opening("Field Team Two", "CS-SHARE-ICC")).statusCode(200);
        for (String row :
                List.of("statement where id = '" + told.statement + "'", "item where id = '" + told.item + "'")) {
            Database.as("aletheia_app", wall("open") + see(row, true));
            Database.as("aletheia_app", wall("apart") + see(row, false));
            Database.as("aletheia_app", wall("") + see(row, false));
        }
        told.open(opening("Commission", "CS-SHARE-ICC")).statusCode(200);
        Database.as("aletheia_app", wall("apart") + see("item where id = '" + told.item + "'", true));
    }

    private static String wall(String narratives) {
        return """
                select set_config('aletheia.orgs', '{%s}', false), set_config('aletheia.narratives', '%s', false),
                       set_config('aletheia.clearance', '{TLP:AMBER,TLP:AMBER+STRICT}', false);
                """.formatted(Enrolment.organisation("Commission"), narratives);
    }

    private static String see(String row, boolean expected) {
        return "do $$ begin if exists (select from " + row + ") <> " + expected
                + " then raise exception 'not as expected'; end if; end $$";
    }

    private static void assertOpen(String user, Told told) {
        get(user, "statements/" + told.statement).statusCode(200);
        assertThat(listed(user, "statements?givenBy=" + told.victim)).contains(told.statement);
        get(user, "items/" + told.item).statusCode(200);
        get(user, "items/" + told.item + "/content").statusCode(200);
        Awaitility.await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> assertThat(found(user, told.item))
                .as("search of " + user)
                .isTrue());
        Awaitility.await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> assertThat(foundStatement(user, told))
                .as("search of " + user)
                .isTrue());
    }

    private static void assertClosed(String user, Told told) {
        get(user, "statements/" + told.statement).statusCode(404);
        get(user, "statements/" + told.statement + "/revisions").statusCode(404);
        assertThat(listed(user, "statements?givenBy=" + told.victim)).doesNotContain(told.statement);
        for (String below : List.of("", "/content", "/history", "/custody", "/revisions", "/cited-by", "/events")) {
            get(user, "items/" + told.item + below).statusCode(404);
        }
        assertThat(listed(user, "items")).doesNotContain(told.item);
        assertThat(found(user, told.item)).as("search of " + user).isFalse();
        assertThat(foundStatement(user, told)).as("search of " + user).isFalse();
    }

    /** Narratives that are found, by page; nothing is asked of them but their kind. */
    private static boolean foundStatement(String user, Told told) {
        @Nullable String cursor = null;
        do {
            RequestSpecification asked = Enrolment.as(user)
                    .queryParam("kind", "statement")
                    .queryParam("code", "statement-kind:claim-narrative")
                    .queryParam("limit", 200);
            JsonPath page = (cursor == null ? asked : asked.queryParam("cursor", cursor))
                    .get("/api/v1/search")
                    .then()
                    .statusCode(200)
                    .extract()
                    .jsonPath();
            if (page.getList("hits.id").contains(told.statement)) {
                return true;
            }
            cursor = page.getString("next");
        } while (cursor != null);
        return false;
    }

    private static boolean found(String user, String item) {
        String digest = get(FILER, "items/" + item).extract().path("file.digests.'sha-256'");
        return Enrolment.as(user)
                .queryParam("q", digest)
                .get("/api/v1/search")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .getList("hits.id")
                .contains(item);
    }
}
