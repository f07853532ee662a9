package org.aletheia.evidence.rest;

import static org.aletheia.evidence.rest.Evidence.bytes;
import static org.aletheia.testing.Enrolment.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.aletheia.testing.AdminDatabase;
import org.aletheia.testing.Database;
import org.aletheia.testing.Enrolment;
import org.aletheia.testing.Records;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Conditions of receipt bind those to whom the material goes, not only whoever gives it. */
@QuarkusTest
@Tag("it")
class BindingTermsIT {
    private static final LocalDate TODAY = LocalDate.now(ZoneOffset.UTC);
    private static final String BODY = "Commission";
    private static final Map<String, Object> ASSURANCE =
            Map.of("givenBy", "Ministry of Justice", "reference", "Note verbale 12/2026", "givenOn", "2026-01-05");

    @Test
    void materialGoesToAndLeavesByBodiesInAllowedCountriesOnly() {
        try {
            String item = item(Map.of("allowedCountries", List.of("NL", "UA")));
            works(null);
            refused(share(item, BODY), "/grantee", "country-unknown");
            works("FR");
            refused(share(item, BODY), "/grantee", "country-not-allowed");
            explained("documenter", item, "transmit")
                    .body("permitted", is(false))
                    .body("terms.code", contains("country-not-allowed"));
            works("NL");
            explained("documenter", item, "transmit")
                    .body("permitted", is(true))
                    .body("terms", hasSize(0));
            share(item, BODY).statusCode(201);
            sheet("investigator", item).statusCode(200).body("items[0].terms.allowedCountries", contains("NL", "UA"));
            works("FR"); // moved, or put right
            Records.get("investigator", "items/" + item).statusCode(200).body("allowedCountries", contains("NL", "UA"));
            refused(sheet("investigator", item), "/items/0", "country-not-allowed");
        } finally {
            works(null);
        }
    }

    @Test
    void whatIsNotForDeathPenaltiesGoesToWhoGaveAnAssuranceAndIsClosedWhenItEnds() {
        String item = item(Map.of("conditions", Map.of("noDeathPenalty", true)));
        String path = "member-organisations/" + Enrolment.organisation("Commission") + "/assurances";
        refused(share(item, "Commission"), "/grantee", "no-assurance");
        Records.post("documenter", path, ASSURANCE).statusCode(403);
        Map<String, Object> future = new HashMap<>(ASSURANCE);
        future.put("givenOn", TODAY.plusDays(2).toString());
        refused(Records.post("counsel2", path, future), "/givenOn", "in-the-future");
        String assurance = Records.create("counsel2", path, ASSURANCE);
        Records.get("documenter", path).body("items.id", hasItem(assurance));
        Records.get("investigator", path).body("items.id", not(hasItem(assurance)));
        share(item, "Commission").statusCode(201);
        Records.get("investigator", "items/" + item).statusCode(200).body("conditions.noDeathPenalty", is(true));
        as("documenter").delete("/api/v1/" + path + "/" + assurance).then().statusCode(403);
        as("counsel2").delete("/api/v1/" + path + "/" + assurance).then().statusCode(204);
        as("counsel2").delete("/api/v1/" + path + "/" + assurance).then().statusCode(404);
        Records.get("investigator", "items/" + item).statusCode(404);
        refused(share(item, "Commission"), "/grantee", "no-assurance");
    }

    @Test
    void sharesEndWithTheDayOfReturnAndTheReturnIsConfirmed() throws SQLException {
        String submission = Evidence.submission(
                "documenter",
                Map.of("conditions", Map.of("returnBy", TODAY.plusDays(3).toString())));
        String item = itemOf(submission);
        String end = TODAY.plusDays(3) + "T00:00:00Z";
        share(item, "Commission").statusCode(201).body("until", equalTo(end));
        Records.get("investigator", "items/" + item).statusCode(200);
        Map<String, Object> back =
                Map.of("organisation", Enrolment.organisation("Commission").toString());
        Records.post("documenter", "submissions/" + submission + "/returns", back)
                .statusCode(409);

        Database.owner("update submission set statement = jsonb_set(statement, '{conditions,returnBy}', '\"" + TODAY
                + "\"') where id = '" + submission + "'; update share set ends_at = '" + TODAY
                + "T00:00:00Z' where record_id = '" + item + "'");
        Records.get("investigator", "items/" + item).statusCode(404);
        refused(share(item, "Field Team Two"), "/record", "to-be-returned");
        Map<String, Object> due = Records.listedEntry("documenter", "returns", "submission", submission);
        assertThat(due).containsEntry("returnBy", TODAY.toString());
        Records.get("investigator", "returns?limit=200").body("items.submission", not(hasItem(submission)));
        refused(
                Records.post(
                        "documenter",
                        "submissions/" + submission + "/returns",
                        Map.of(
                                "organisation",
                                Enrolment.organisation("Victims Association").toString())),
                "/organisation",
                "had-nothing");
        Records.post("investigator", "submissions/" + submission + "/returns", back)
                .statusCode(404);
        Records.post("documenter", "submissions/" + submission + "/returns", back)
                .statusCode(201)
                .body("had.confirmedAt", contains(notNullValue()));
        Records.post("documenter", "submissions/" + submission + "/returns", back)
                .statusCode(409);
        Records.get("documenter", "returns?limit=200").body("items.submission", not(hasItem(submission)));
    }

    @Test
    void whoTakesAnItemOverHasItUntilItsDayOfReturn() throws SQLException {
        String item =
                item(Map.of("conditions", Map.of("returnBy", TODAY.plusDays(9).toString())));
        String transfer = Records.create(
                "documenter",
                "items/" + item + "/transfers",
                Map.of("receiver", Enrolment.organisation("Commission").toString(), "purpose", "examination"));
        Records.post(
                        "investigator",
                        "transfers/" + transfer + "/decisions",
                        Map.of("state", "accepted", "happened", "2026-03-08"))
                .statusCode(201);
        assertThat(AdminDatabase.column(
                        "select (ends_at at time zone 'UTC')::date::text from share where record_id = ?",
                        UUID.fromString(item)))
                .containsExactly(TODAY.plusDays(9).toString());
    }

    @Test
    void whatIsForLeadPurposesOnlyIsReadAndNeverCitedNorHandedOn() throws SQLException {
        String submission = Evidence.submission("documenter", Map.of());
        String item = itemOf(submission);
        String incident = Records.incident("documenter");
        Records.post("documenter", "incidents/" + incident + "/sources", Map.of("item", item, "support", "supports"))
                .statusCode(201);
        share(item, "Commission").statusCode(201);
        Records.get("documenter", "dossier?kind=incident&id=" + incident)
                .statusCode(200)
                .body("citations.item", contains(item))
                .body("citations[0].terms.leadPurposesOnly", is(false));
        Database.owner("update submission set statement = jsonb_set(coalesce(statement #- '{conditions}', '{}'),"
                + " '{conditions}', '{\"leadPurposesOnly\": true}') where id = '" + submission + "'");
        for (String support : List.of("supports", "contradicts", "neutral")) {
            refused(
                    Records.post(
                            "documenter",
                            "incidents/" + incident + "/sources",
                            Map.of("item", item, "support", support)),
                    "/item",
                    "lead-purposes-only");
        }
        for (String user : List.of("documenter", "investigator")) {
            Records.get(user, "items/" + item).statusCode(200).body("conditions.leadPurposesOnly", is(true));
            refused(sheet(user, item), "/items/0", "lead-purposes-only");
        }
        Records.get("documenter", "dossier?kind=incident&id=" + incident)
                .statusCode(200)
                .body("citations", hasSize(0));
        explained("investigator", item, "link")
                .body("permitted", is(false))
                .body("reasons", hasSize(0))
                .body("terms.code", contains("lead-purposes-only"))
                .body("terms.text", not(hasItem(nullValue())));
        explained("investigator", item, "read").body("permitted", is(true));
    }

    private static void refused(ValidatableResponse answer, String pointer, String code) {
        answer.statusCode(400).body("findings.pointer", contains(pointer)).body("findings.code", contains(code));
    }

    private static ValidatableResponse sheet(String user, String item) {
        return Records.post(user, "item-sheet", Map.of("items", List.of(item)));
    }

    private static ValidatableResponse explained(String user, String item, String intent) {
        return as(user).queryParams("kind", "item", "id", item, "intent", intent)
                .queryParam("organisation", Enrolment.organisation(BODY))
                .get("/api/v1/access/explain")
                .then()
                .statusCode(200);
    }

    /** The body declares its country anew, and nothing else. */
    private static void works(@Nullable String country) {
        String path = "member-organisations/" + Enrolment.organisation(BODY) + "/consent-promise";
        Response before = as("admin").get("/api/v1/" + path);
        Map<String, Object> body = new HashMap<>();
        body.put("type", before.path("type"));
        body.put("contact", before.path("contact"));
        body.put("country", country);
        List<Map<String, String>> promises = new ArrayList<>();
        before.<Map<String, String>>path("promises")
                .forEach((scope, standing) -> promises.add(Map.of("scope", scope, "standing", standing)));
        body.put("promises", promises);
        Records.put("admin", path, before.header("ETag"), body).statusCode(200);
    }

    private static String item(Map<String, Object> terms) {
        return itemOf(Evidence.submission("documenter", terms));
    }

    private static String itemOf(String submission) {
        return Evidence.put(
                        "documenter", Evidence.deposit("documenter", submission, Map.of()), bytes("of " + submission))
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    private static ValidatableResponse share(String item, String organisation) {
        String grantee = Enrolment.organisation(organisation).toString();
        return Records.post("documenter", "shares", Map.of("kind", "item", "record", item, "grantee", grantee));
    }
}
