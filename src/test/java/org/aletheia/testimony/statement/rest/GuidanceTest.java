package org.aletheia.testimony.statement.rest;

import static org.aletheia.testing.Records.create;
import static org.aletheia.testing.Records.get;
import static org.aletheia.testing.Records.listed;
import static org.aletheia.testing.Records.post;
import static org.aletheia.testing.Records.put;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import org.aletheia.testing.Enrolment;
import org.aletheia.testing.Records;
import org.aletheia.testing.Testimony;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A full account of a person with a protection need is taken for a stated reason, after the guidance was shown. */
@QuarkusTest
@Tag("it")
class GuidanceTest {
    private static final List<String> NEEDS = List.of("child", "sexual-violence");

    @ParameterizedTest
    @ValueSource(strings = {"signed-statement", "recorded-interview", "court-testimony", "claim-narrative"})
    void aFullAccountAsksForAReason(String kind) {
        String user = "documenter";
        String victim = Records.victim(user);
        Map<String, Object> body = Testimony.body(kind, victim, "protectionNeeds", NEEDS);

        Enrolment.as(user)
                .header("Accept-Language", "es")
                .body(body)
                .post("/api/v1/statements")
                .then()
                .statusCode(409)
                .contentType("application/problem+json")
                .body("code", equalTo("guidance-required"))
                .body("detail", containsString("primer relato"))
                .body("kind", equalTo(kind))
                .body("needs", contains("child", "sexual-violence"));
        assertThat(listed(user, "statements?givenBy=" + victim)).isEmpty();

        body.put("guidanceReason", "mandated-body");
        String id = create(user, "statements", body);
        get(user, "statements/" + id).body("guidanceReason", equalTo("mandated-body"));
        get(user, "statements/" + id + "/revisions").body("items[0].content.guidanceReason", equalTo("mandated-body"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"contact-note", "screening-note", "first-account", "expert-report"})
    void whatIsNoFullAccountDoesNot(String kind) {
        Map<String, Object> body =
                Testimony.body(kind, Records.victim("documenter"), "protectionNeeds", List.of("bereaved"));
        post("documenter", "statements", body).statusCode(201);
    }

    @Test
    void withoutANeedNobodyIsAsked() {
        post("documenter", "statements", Testimony.body("signed-statement", Records.victim("documenter")))
                .statusCode(201);
    }

    @Test
    void aNeedThatAnEarlierStatementTellsOfCounts() {
        String victim = Records.victim("documenter");
        create(
                "documenter",
                "statements",
                Testimony.body("screening-note", victim, "protectionNeeds", List.of("reprisal")));
        post("documenter", "statements", Testimony.body("recorded-interview", victim))
                .statusCode(409)
                .body("needs", contains("reprisal"));
    }

    @Test
    void aNeedThatBecomesKnownLaterAsksThen() {
        String victim = Records.victim("documenter");
        String id = create("documenter", "statements", Testimony.body("recorded-interview", victim));
        Map<String, Object> body =
                Testimony.body("recorded-interview", victim, "protectionNeeds", List.of("witness-in-danger"));
        put("documenter", "statements/" + id, "\"r1\"", body)
                .statusCode(409)
                .body("code", equalTo("guidance-required"));
        get("documenter", "statements/" + id).header("ETag", "\"r1\"");
        body.put("guidanceReason", "taken-before");
        put("documenter", "statements/" + id, "\"r1\"", body).statusCode(200);
        put("documenter", "statements/" + id, "\"r2\"", Testimony.body("recorded-interview", victim))
                .statusCode(409)
                .body("needs", contains("witness-in-danger"));
    }

    @Test
    void whatIsWrongIsSaidBeforeTheGuidance() {
        Map<String, Object> body =
                Testimony.body("recorded-interview", Records.victim("documenter"), "protectionNeeds", NEEDS);
        body.put("guidanceReason", "because");
        post("documenter", "statements", body)
                .statusCode(400)
                .body("findings.pointer", contains("/guidanceReason"))
                .body("findings.code", contains("code-unknown"));
    }
}
