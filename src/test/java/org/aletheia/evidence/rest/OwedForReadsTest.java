package org.aletheia.evidence.rest;

import static org.aletheia.testing.Enrolment.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusMock;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.vertx.core.http.HttpServerResponse;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.aletheia.access.AccessGuard;
import org.aletheia.access.DueObligations;
import org.aletheia.evidence.EvidenceConfig;
import org.aletheia.evidence.ForgetfulUse;
import org.aletheia.evidence.UseRecord;
import org.aletheia.evidence.terms.ItemConditions;
import org.aletheia.testing.Enrolment;
import org.aletheia.testing.Items;
import org.aletheia.testing.Records;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A route that forgets what it owes for what it was permitted shows nothing; {@code AccessMatrixIT} reads by every route. */
@QuarkusTest
@Tag("it")
class OwedForReadsTest {
    @Inject
    AccessGuard guard;

    @Inject
    DueObligations due;

    @Inject
    EvidenceConfig config;

    @Inject
    ItemConditions conditions;

    @Test
    void whatIsNotLoggedIsNotShown() {
        String item = Items.of("documenter").id();
        String incident = Records.incident("documenter");
        QuarkusMock.installMockForType(new ForgetfulUse(guard, due, config), UseRecord.class);
        for (String path : List.of("items/" + item, "incidents/" + incident, "items/" + item + "/fixity")) {
            String shown = Records.get("documenter", path)
                    .statusCode(500)
                    .body("code", equalTo("internal"))
                    .extract()
                    .asString();
            assertThat(shown).as(path).doesNotContain("classification", "metadata");
        }
    }

    @Test
    void contentGoesNowhereWithoutItsTerms() {
        String item = Items.of("documenter").id();
        String path = "/api/v1/items/" + item + "/content";
        as("documenter")
                .get(path)
                .then()
                .statusCode(200)
                .header(ConditionsHeader.NAME, containsString("onward-sharing-by-agreement"));
        as("documenter").head(path).then().statusCode(200).header(ConditionsHeader.NAME, containsString("onward"));
        QuarkusMock.installMockForType(
                new ConditionsHeader(conditions, due) {
                    @Override
                    void on(HttpServerResponse answer, UUID of) {}
                },
                ConditionsHeader.class);
        as("documenter").get(path).then().statusCode(500);
    }

    @Test
    void whatIsOwedIsExplained() {
        String item = Items.of("documenter").id();
        explained("documenter", item, "read-content")
                .body("obligations.code", contains("log-use", "show-conditions"))
                .body("obligations[0].text", equalTo("Each use is logged."));
        explained("documenter", item, "read").body("obligations.code", contains("log-use"));
        explained("documenter", item, "revise").body("obligations", empty());
        Records.create(
                "documenter",
                "shares",
                Map.of("kind", "item", "record", item, "grantee", Enrolment.organisation("Commission")));
        explained("auditor", item, "read")
                .body("obligations.code", contains("log-use", "redact-fields"))
                .body("obligations[1].fields", contains("content"));
    }

    private static ValidatableResponse explained(String user, String item, String intent) {
        return as(user).queryParams("kind", "item", "id", item, "intent", intent)
                .get("/api/v1/access/explain")
                .then()
                .statusCode(200)
                .body("permitted", equalTo(true));
    }
}
