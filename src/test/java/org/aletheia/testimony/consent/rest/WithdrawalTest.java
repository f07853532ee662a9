package org.aletheia.testimony.consent.rest;

import static org.aletheia.testimony.consent.rest.SomeConsent.USER;
import static org.aletheia.testimony.consent.rest.SomeConsent.promise;
import static org.aletheia.testimony.consent.rest.SomeConsent.record;
import static org.aletheia.testimony.consent.rest.SomeConsent.scope;
import static org.aletheia.testimony.consent.rest.SomeConsent.share;
import static org.aletheia.testimony.consent.rest.SomeConsent.tag;
import static org.aletheia.testimony.consent.rest.SomeConsent.with;
import static org.aletheia.testimony.consent.rest.SomeConsent.withdraw;
import static org.aletheia.testing.Records.create;
import static org.aletheia.testing.Records.get;
import static org.aletheia.testing.Records.listed;
import static org.aletheia.testing.Records.post;
import static org.aletheia.testing.Records.put;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.aletheia.custody.Followers;
import org.aletheia.testimony.consent.rest.SomeConsent.Told;
import org.aletheia.testing.AdminDatabase;
import org.aletheia.testing.Database;
import org.aletheia.testing.Disposing;
import org.aletheia.testing.Enrolment;
import org.aletheia.testing.Records;
import org.aletheia.testing.Testimony;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What is taken back stops at once, everywhere; who has it is told and answers; nothing is destroyed. */
@QuarkusTest
@Tag("it")
class WithdrawalTest {
    private static final String OTHER = "Field Team Two";
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @Inject
    Followers followers;

    @AfterEach
    void bodiesLikeOthers() {
        promise("Commission", Map.of("type", "CS-SHARE-ORG"));
    }

    @Test
    void whatIsWithdrawnIsNotReadListedFoundCountedOrExported() throws Exception {
        Told told = Told.of();
        String consent = told.consent(scope("CS-STORE", "yes"), scope("CS-SHARE-ORG", "yes"));
        told.shareWith("Commission");
        String digest = get(USER, "items/" + told.item()).extract().path("file.digests.'sha-256'");
        Awaitility.await().atMost(PATIENCE).until(() -> hits("investigator", digest)
                .contains(told.item()));
        for (String user : List.of(USER, "investigator", "case-team", "claims-officer", "auditor")) {
            get(user, "statements/" + told.statement()).statusCode(200);
        }
        followers.pause();
        try {
            withdraw(USER, consent).statusCode(200).body("state", equalTo("withdrawn"));
            for (String user : List.of(USER, "investigator", "case-team", "claims-officer", "auditor")) {
                assertGone(user, told, digest);
            }
        } finally {
            followers.resume();
        }
        Awaitility.await().atMost(PATIENCE).untilAsserted(() -> assertThat(AdminDatabase.column(
                        "select 1 from restriction_pending where record_id = ? and indexed_at is null",
                        UUID.fromString(told.item())))
                .isEmpty());
        for (String user : List.of(USER, "investigator", "auditor")) {
            assertGone(user, told, digest);
        }
        // counsel of the body that keeps it rules on it; nothing was destroyed
        get("counsel2", "statements/" + told.statement()).statusCode(200);
        get("counsel2", "items/" + told.item() + "/content").statusCode(200);
        get("counsel", "statements/" + told.statement()).statusCode(404);
    }

    private static void assertGone(String user, Told told, String digest) {
        String statement = "statements/" + told.statement();
        for (String path : List.of(statement, statement + "/revisions")) {
            get(user, path).statusCode(404);
        }
        for (String below : List.of("", "/content", "/history", "/custody", "/revisions", "/cited-by")) {
            get(user, "items/" + told.item() + below).statusCode(404);
        }
        assertThat(listed(user, "statements?givenBy=" + told.victim())).doesNotContain(told.statement());
        assertThat(listed(user, "items")).doesNotContain(told.item());
        Enrolment.as(user)
                .queryParam("q", digest)
                .queryParam("facets", "kind")
                .get("/api/v1/search")
                .then()
                .statusCode(200)
                .body("hits", empty())
                .body("total.value", equalTo(0))
                .body("facets.kind", empty());
        Stream.of(
                        post(user, "item-sheet", Map.of("items", List.of(told.item()))),
                        post(user, "timeline", Map.of("records", List.of(record("item", told.item())))),
                        get(user, "graph?kind=statement&id=" + told.statement()))
                .forEach(answer -> assertThat(answer.extract().statusCode()).isIn(400, 403, 404));
    }

    private static List<String> hits(String user, String text) {
        return Enrolment.as(user)
                .queryParam("q", text)
                .get("/api/v1/search")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .getList("hits.id");
    }

    @Test
    void whatLooksWithdrawnLooksLikeWhatNeverWas() {
        Told told = Told.of();
        told.shareWith("Commission");
        withdraw(USER, told.consent()).statusCode(200);
        String gone = get("investigator", "statements/" + told.statement())
                .statusCode(404)
                .extract()
                .asString();
        String never = get("investigator", "statements/" + UUID.randomUUID())
                .statusCode(404)
                .extract()
                .asString();
        assertThat(withoutInstance(gone)).isEqualTo(withoutInstance(never));
    }

    private static String withoutInstance(String problem) {
        return problem.replaceAll("\"instance\":\"[^\"]*\"", "").replaceAll("\"requestId\":\"[^\"]*\"", "");
    }

    @Test
    void itIsSharedNoMoreAndTakenBackOnce() {
        Told told = Told.of();
        String consent = told.consent(scope("CS-SHARE-ORG", "yes"));
        withdraw(USER, consent).statusCode(200).body("scopes.answer", contains("no"));
        share("statement", told.statement(), OTHER).statusCode(404);
        withdraw(USER, consent).statusCode(409).body("code", equalTo("state-refused"));
        put(USER, "consents/" + consent, "\"r2\"", told.body(scope("CS-SHARE-ORG", "yes")))
                .statusCode(409);
        withdraw("documenter2", consent).statusCode(404);
    }

    @Test
    void whoeverHasItIsToldAndAnswers() {
        Told told = Told.of();
        String consent = told.consent(scope("CS-SHARE-ORG", "yes"));
        told.shareWith("Commission");
        String ended = share("statement", told.statement(), OTHER)
                .statusCode(201)
                .extract()
                .path("id");
        Enrolment.as(USER).delete("/api/v1/shares/" + ended).then().statusCode(204);
        get(USER, "consents/" + consent + "/recipients")
                .statusCode(200)
                .body("items", hasSize(3))
                .body("items.how", contains("share", "share", "share"));
        withdraw(USER, consent).statusCode(200);

        String commission = Enrolment.organisation("Commission").toString();
        get(USER, "withdrawal-notices?consent=" + consent)
                .statusCode(200)
                .body("items", hasSize(2))
                .body("items.state", contains("open", "open"));
        String notice = get("investigator", "withdrawal-notices?consent=" + consent)
                .statusCode(200)
                .body("items", hasSize(1))
                .body("items[0].recipient", equalTo(commission))
                .body("items[0].records.id", containsInAnyOrder(told.statement(), told.item()))
                .body("items[0].scopes", nullValue())
                .extract()
                .path("items[0].id");
        get("documenter2", "withdrawal-notices/" + notice).statusCode(404);
        get("disclosure-officer", "withdrawal-notices/" + notice).statusCode(200);
        get("investigator", "consents/" + consent).statusCode(404);

        String path = "withdrawal-notices/" + notice;
        answer(USER, path, "complied", null).statusCode(403);
        answer("auditor", path, "complied", null).statusCode(404);
        answer("investigator", path, "cannot", null)
                .statusCode(400)
                .body("findings.pointer", contains("/ground"))
                .body("findings.code", contains("required"));
        answer("investigator", path, "open", null).statusCode(400).body("findings.code", contains("not-an-answer"));
        answer("investigator", path, "complied", "court-order")
                .statusCode(400)
                .body("findings.code", contains("not-of-answer"));
        answer("investigator", path, "cannot", "court-order")
                .statusCode(200)
                .body("state", equalTo("cannot"))
                .body("ground", equalTo("court-order"));
        Enrolment.as("investigator")
                .body(Map.of("answer", "complied"))
                .post("/api/v1/" + path + "/answers")
                .then()
                .statusCode(428);
        answer("case-team", path, "complied", null).statusCode(200).body("ground", nullValue());
        get(USER, path + "/revisions").statusCode(200).body("items", hasSize(3));
        get(USER, "withdrawal-notices?consent=" + consent + "&state=complied").body("items", hasSize(1));
    }

    private static ValidatableResponse answer(String user, String path, String answer, @Nullable String ground) {
        Map<String, Object> body =
                ground == null ? Map.of("answer", answer) : Map.of("answer", answer, "ground", ground);
        return Enrolment.as(user)
                .header("If-Match", tag(USER, path))
                .body(body)
                .post("/api/v1/" + path + "/answers")
                .then();
    }

    @Test
    void theDatabaseKeepsANoticeAsItWasTold() throws SQLException {
        Told told = Told.of();
        String consent = told.consent(scope("CS-SHARE-ORG", "yes"));
        told.shareWith("Commission");
        withdraw(USER, consent).statusCode(200);
        String wall =
                "select set_config('aletheia.orgs', '{%s}', false), set_config('aletheia.clearance', '{TLP:AMBER}', false);";
        String change =
                "update withdrawal_notice set state = 'complied', content = content || '{\"state\": \"complied\"}'"
                        + " where consent_id = '" + consent + "'";
        assertThatThrownBy(() ->
                        Database.as("aletheia_app", wall.formatted(Enrolment.organisation("Field Team")) + change))
                .hasMessageContaining("answered by whom it tells");
        assertThatThrownBy(() -> Database.as(
                        "aletheia_app",
                        wall.formatted(Enrolment.organisation("Commission"))
                                + change.replace("\"state\": \"complied\"", "\"records\": []")))
                .hasMessageContaining("says what it said");
        Database.as("aletheia_app", wall.formatted(Enrolment.organisation("Commission")) + change);
    }

    @Test
    void oneScopeTakenBackEndsItForTheBodiesOfThatKindAlone() {
        promise("Commission", Map.of("type", "CS-SHARE-UN-MECHANISM"));
        Told told = Told.of();
        String consent = told.consent(scope("CS-SHARE-ORG", "yes"), scope("CS-SHARE-UN-MECHANISM", "yes"));
        told.shareWith("Commission");
        told.shareWith(OTHER);
        withdraw(USER, consent, Map.of("scope", "CS-SHARE-UN-MECHANISM"))
                .statusCode(200)
                .body("state", equalTo("narrowed"));
        get("investigator", "statements/" + told.statement()).statusCode(404);
        get("investigator", "items/" + told.item()).statusCode(404);
        get(USER, "statements/" + told.statement()).statusCode(200);
        get(USER, "shares?kind=statement&record=" + told.statement())
                .statusCode(200)
                .body("items.grantee", contains(Enrolment.organisation(OTHER).toString()));
        share("statement", told.statement(), "Commission")
                .statusCode(400)
                .body("findings.code", contains("consent-refused"));
        get(USER, "withdrawal-notices?consent=" + consent)
                .body("items", hasSize(1))
                .body(
                        "items[0].recipient",
                        equalTo(Enrolment.organisation("Commission").toString()))
                .body("items[0].scopes", contains("CS-SHARE-UN-MECHANISM"));
    }

    @Test
    void whatWasTakenBackIsOpenAgainOnlyByANewConsent() {
        Told told = Told.of();
        String consent = told.consent(scope("CS-STORE", "yes"));
        Map<String, Object> anew = with(told.body(scope("CS-STORE", "yes")), "renews", consent);
        post(USER, "consents", anew).statusCode(400).body("findings.code", contains("not-withdrawn"));
        withdraw(USER, consent).statusCode(200);
        post(USER, "consents", told.body()).statusCode(400).body("findings.code", contains("reference-unknown"));
        get(USER, "statements/" + told.statement()).statusCode(404);
        post(USER, "consents", with(anew, "subject", Testimony.victim(Records.victim(USER))))
                .statusCode(400)
                .body("findings.code", hasItem("person-fixed"));
        post("documenter2", "consents", anew).statusCode(400).body("findings.pointer", hasItem("/renews"));
        post(USER, "consents", anew).statusCode(201).body("renews", equalTo(consent));
        get(USER, "statements/" + told.statement()).statusCode(200);
        get(USER, "items/" + told.item()).statusCode(200);
    }

    @Test
    void anotherPersonsConsentKeepsItsOwnClosure() {
        Told told = Told.of();
        String ofStatement = told.consent(scope("CS-STORE", "yes"));
        String ofItem = create(
                USER,
                "consents",
                with(told.body(scope("CS-STORE", "yes")), "records", List.of(record("item", told.item()))));
        withdraw(USER, ofStatement).statusCode(200);
        withdraw(USER, ofItem).statusCode(200);
        create(USER, "consents", with(told.body(scope("CS-STORE", "yes")), "renews", ofStatement));
        get(USER, "statements/" + told.statement()).statusCode(200);
        get(USER, "items/" + told.item()).statusCode(404);
    }

    @Test
    void nothingIsDestroyedWhileADutyStands() {
        Told told = Told.of();
        String consent = told.consent(scope("CS-SHARE-ORG", "yes"));
        told.shareWith("Commission");
        create(
                "case-team",
                "items/" + told.item() + "/holds",
                Map.of("reason", "proceedings", "authority", "prosecutor", "reference", "ICC-01/26-7"));
        withdraw(USER, consent).statusCode(200);
        post("counsel2", "disposals", Disposing.body("consent-withdrawn", "item/" + told.item()))
                .statusCode(409)
                .body("code", equalTo("disposal-refused"))
                .body("reasons.code", hasItem("legal-hold"))
                .body("reasons.code", hasItem("shared"));
        get("counsel2", "items/" + told.item() + "/content").statusCode(200);
        get("counsel2", "statements/" + told.statement()).statusCode(200);
    }

    @Test
    void aWithdrawalCannotBeStoppedByWhatWasWrittenMeanwhile() throws Exception {
        Told told = Told.of();
        String consent = told.consent(scope("CS-SHARE-ORG", "yes"));
        List<Thread> both = Stream.<Runnable>of(
                        () -> share("statement", told.statement(), "Commission"),
                        () -> withdraw(USER, consent, Map.of("scope", "CS-SHARE-ORG"))
                                .statusCode(200))
                .map(each -> Thread.ofVirtual().start(each))
                .toList();
        for (Thread each : both) {
            each.join();
        }
        get(USER, "consents/" + consent).body("state", equalTo("narrowed"));
        get("investigator", "statements/" + told.statement()).statusCode(404);
        get(USER, "shares?kind=statement&record=" + told.statement()).body("items", empty());
    }
}
