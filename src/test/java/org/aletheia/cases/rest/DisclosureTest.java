package org.aletheia.cases.rest;

import static org.aletheia.cases.rest.Cases.OFFICER;
import static org.aletheia.cases.rest.Cases.SECOND;
import static org.aletheia.cases.rest.Cases.TEAM;
import static org.aletheia.testing.Records.create;
import static org.aletheia.testing.Records.get;
import static org.aletheia.testing.Records.post;
import static org.aletheia.testing.Records.put;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.aMapWithSize;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.aletheia.testing.AdminDatabase;
import org.aletheia.testing.Enrolment;
import org.aletheia.testing.Items;
import org.aletheia.testing.Records;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@QuarkusTest
@Tag("it")
class DisclosureTest {
    private static final List<String> OTHERS =
            List.of(TEAM, SECOND, "investigator", "claims-officer", "auditor", "documenter", "victims-org", "admin");

    @Test
    void aFlagIsATaskForTheDisclosureOfficer() {
        String item = Cases.item();
        String flag = flag(TEAM, item, "exculpatory", "credibility");
        get("investigator", "items/" + item + "/disclosure-flags")
                .statusCode(200)
                .body("items.id", contains(flag))
                .body("items[0].grounds", contains("exculpatory", "credibility"))
                .body("items[0].raisedBy", equalTo(Cases.member(TEAM)))
                .body("items[0].state", equalTo("open"));
        get("documenter", "items/" + item + "/disclosure-flags").statusCode(200).body("items", empty());
        assertThat(Records.listed(OFFICER, "disclosure-tasks?state=open")).contains(flag);
        for (String other : OTHERS) {
            get(other, "disclosure-tasks").statusCode(404).body("code", equalTo("not-found"));
            close(other, flag, "\"r1\"", "no-case-yet").statusCode(404);
        }
        close(OFFICER, flag, "\"r1\"", "ended")
                .statusCode(400)
                .body("findings.pointer", contains("/outcome"))
                .body("findings.code", contains("code-unknown"));
        close(OFFICER, flag, "\"r1\"", "no-case-yet")
                .statusCode(200)
                .body("state", equalTo("closed"))
                .body("closedBy", equalTo(Cases.member(OFFICER)));
        close(OFFICER, flag, "\"r2\"", "no-case-yet").statusCode(409).body("code", equalTo("state-refused"));
        assertThat(Records.listed(OFFICER, "disclosure-tasks?state=open")).doesNotContain(flag);
        get(OFFICER, "disclosure-tasks?state=\u0000").statusCode(400).body("findings.pointer", contains("?state"));
        assertThat(AdminDatabase.eventsOf(UUID.fromString(flag))).contains("RECORD-CREATED", "RECORD-REVISED");
    }

    @Test
    void whatIsWrongWithAFlagIsFound() {
        String item = Cases.item();
        String incident = Records.incident(TEAM);
        String elsewhere = Cases.cite(TEAM, "incidents/" + incident, Cases.item(), "neutral");
        post(TEAM, "items/" + item + "/disclosure-flags", Map.of("source", elsewhere))
                .statusCode(400)
                .body("findings.pointer", contains("/grounds", "/source"))
                .body("findings.code", contains("required", "source-of-other-item"));
        post(TEAM, "items/" + item + "/disclosure-flags", Map.of("grounds", List.of("helpful")))
                .statusCode(400)
                .body("findings.pointer", contains("/grounds/0"))
                .body("findings.code", contains("code-unknown"));
        post("documenter", "items/" + item + "/disclosure-flags", Map.of("grounds", List.of("mitigating")))
                .statusCode(403);
        post(
                        TEAM,
                        "items/" + Items.of("documenter2").id() + "/disclosure-flags",
                        Map.of("grounds", List.of("mitigating")))
                .statusCode(404);
        String source = Cases.cite(TEAM, "incidents/" + incident, item, "contradicts");
        create(TEAM, "items/" + item + "/disclosure-flags", Map.of("grounds", List.of("mitigating"), "source", source));
    }

    @Test
    void aSourceNotedAsExculpatoryIsAFlag() {
        String item = Cases.item();
        String source = create(
                TEAM,
                "incidents/" + Records.incident(TEAM) + "/sources",
                Map.of("item", item, "support", "contradicts", "note", "exculpatory"));
        get(TEAM, "items/" + item + "/disclosure-flags")
                .body("items.source", contains(source))
                .body("items[0].grounds", contains("exculpatory"));
    }

    @Test
    void theOfficerSeesThatEveryItemIsThereAndNothingElseOfIt() throws SQLException {
        String item = Cases.openItem();
        String closed = Cases.item();
        hide(closed);
        get(TEAM, "items/" + closed).statusCode(404);
        get(OFFICER, "items/" + item).statusCode(404);
        get(OFFICER, "items/" + closed).statusCode(404);
        get(OFFICER, "items/" + closed + "/content").statusCode(404);
        get(OFFICER, "items/" + closed + "/custody").statusCode(404);
        get(OFFICER, "disclosure-register/" + item)
                .statusCode(200)
                .body("$", aMapWithSize(4))
                .body("id", equalTo(item))
                .body("provider", equalTo("media"))
                .body("restrictions", empty());
        get(OFFICER, "disclosure-register/" + closed)
                .statusCode(200)
                .body("provider", equalTo("unknown"))
                .body("registrationNumber", nullValue())
                .body("restrictions", containsInAnyOrder("classification", "compartment", "provider-agreement"));
        assertThat(Records.listed(OFFICER, "disclosure-register")).contains(item, closed);
        assertThat(AdminDatabase.eventsOf(UUID.fromString(closed)).stream().filter("CE-ACCESS-SEARCH"::equals))
                .as("each read of the register is logged")
                .hasSize(2);
    }

    @Test
    void toEverybodyElseThereIsNoRegister() throws SQLException {
        String closed = Cases.item();
        hide(closed);
        for (String other : OTHERS) {
            get(other, "disclosure-register").statusCode(404).body("code", equalTo("not-found"));
            get(other, "disclosure-register/" + closed).statusCode(404).body("code", equalTo("not-found"));
        }
        String notHeld = Items.of("documenter2").id();
        get(OFFICER, "disclosure-register/" + notHeld).statusCode(404);
        get(OFFICER, "disclosure-register/" + UUID.randomUUID()).statusCode(404);
        assertThat(Records.listed(OFFICER, "disclosure-register")).doesNotContain(notHeld);
    }

    /** What a provider takes back stays in the register where the body has worked on it, and nowhere else. */
    @Test
    void anEndedShareStaysOnRecordWhereItWasUsed() {
        String used = Items.of("documenter").id();
        String unused = Items.of("documenter").id();
        String share = Cases.share(used);
        String other = Cases.share(unused);
        flag(TEAM, used, "mitigating");
        for (String each : List.of(share, other)) {
            Enrolment.as("documenter").delete("/api/v1/shares/" + each).then().statusCode(204);
        }
        get(OFFICER, "disclosure-register/" + used).statusCode(200).body("restrictions", hasItem("share-ended"));
        get(OFFICER, "disclosure-register/" + unused).statusCode(404);
        get(TEAM, "items/" + used + "/disclosure-flags").statusCode(404);
    }

    @Test
    void aCertificateIsRefusedForEachItemWithoutADecision() throws SQLException {
        String free = Cases.openItem();
        String flagged = Cases.openItem();
        String cited = Cases.item();
        String closed = Cases.item();
        Cases.Made made = Cases.file(Map.of("material", List.of(free, flagged)));
        Cases.cite(TEAM, "case-elements/" + Cases.element(made, "partly"), cited, "supports");
        Cases.cite(TEAM, "acts/" + made.act(), closed, "contradicts");
        flag(SECOND, flagged, "exculpatory");
        hide(closed);
        post(TEAM, made.path() + "/disclosure-certificate", Map.of()).statusCode(403);
        certify(made)
                .statusCode(409)
                .body("code", equalTo("disclosure-incomplete"))
                .body("findings.pointer", contains("", "", ""))
                .body(
                        "findings.code",
                        contains(
                                "disclosure-decision-missing",
                                "disclosure-decision-missing",
                                "disclosure-decision-missing"))
                .body("findings.item", containsInAnyOrder(flagged, cited, closed));
        get(OFFICER, made.path() + "/disclosure-certificate").statusCode(404);
        get(OFFICER, made.path() + "/disclosure")
                .statusCode(200)
                .body("items.item.id", containsInAnyOrder(free, flagged, cited, closed))
                .body("items.find { it.item.id == '" + flagged + "' }.flagged", contains("exculpatory"))
                .body("items.find { it.item.id == '" + free + "' }.finding", nullValue());
        get(TEAM, made.path() + "/disclosure").statusCode(404);

        decide(made, flagged, "disclose", "duty-exculpatory");
        decide(made, cited, "ask-provider", "terms-of-provider");
        String ofClosed = decide(made, closed, "apply-to-judge", "protection-of-witness");
        certify(made)
                .statusCode(201)
                .header("ETag", "\"r1\"")
                .body("items", equalTo(4))
                .body("counts", equalTo(Map.of("disclose", 1, "ask-provider", 1, "apply-to-judge", 1)))
                .body("issuedBy", equalTo(Cases.member(OFFICER)));
        String certificate = get(TEAM, made.path() + "/disclosure-certificate")
                .statusCode(200)
                .body("decisions.id", hasItem(ofClosed))
                .extract()
                .path("id");
        assertThat(AdminDatabase.eventsOf(UUID.fromString(certificate))).contains("RECORD-CREATED");
        get(TEAM, made.path() + "/disclosure-decisions").body("items.item", containsInAnyOrder(flagged, cited));
        get(TEAM, "disclosure-decisions/" + ofClosed).statusCode(404);
        get("investigator", made.path() + "/disclosure-certificate").statusCode(404);
    }

    @Test
    void aDecisionOlderThanAFlagDoesNotCount() {
        String item = Cases.openItem();
        Cases.Made made = Cases.file(Map.of("material", List.of(item)));
        post(
                        OFFICER,
                        made.path() + "/disclosure-certificate",
                        Map.of("classification", "open", "compartments", List.of(UUID.randomUUID())))
                .statusCode(400)
                .body("findings.pointer", containsInAnyOrder("/classification", "/compartments"));
        certify(made).statusCode(201).body("decisions", nullValue());
        String decision = decide(made, item, "summary", "relied-upon");
        certify(made).statusCode(201).header("ETag", "\"r2\"").body("decisions.id", contains(decision));
        flag(TEAM, item, "mitigating");
        certify(made)
                .statusCode(409)
                .body("findings.code", contains("disclosure-decision-outdated"))
                .body("findings.item", contains(item));
        put(
                        OFFICER,
                        "disclosure-decisions/" + decision,
                        "\"r1\"",
                        Map.of("decision", "disclose", "reasons", List.of("duty-exculpatory")))
                .statusCode(200);
        certify(made).statusCode(201).body("decisions.revision", contains(2));
        get(OFFICER, made.path() + "/disclosure-certificate/revisions").body("items.number", contains(1, 2, 3));
    }

    @Test
    void whatIsWrongWithADecisionIsFound() {
        String item = Cases.item();
        Cases.Made made = Cases.file(Map.of("material", List.of(item)));
        String path = made.path() + "/disclosure-decisions";
        post(OFFICER, path, Map.of())
                .statusCode(400)
                .body("findings.pointer", contains("/item", "/decision", "/reasons"))
                .body("findings.code", contains("required", "required", "required"));
        post(
                        OFFICER,
                        path,
                        Map.of(
                                "item", Items.of("documenter2").id(),
                                "decision", "destroy",
                                "reasons", List.of("inconvenient")))
                .statusCode(400)
                .body("findings.pointer", contains("/item", "/decision", "/reasons/0"))
                .body("findings.code", contains("reference-unknown", "code-unknown", "code-unknown"));
        String decision = decide(made, item, "redact", "protection-of-witness");
        Map<String, Object> again = Map.of("item", item, "decision", "disclose", "reasons", List.of("relied-upon"));
        post(OFFICER, path, again)
                .statusCode(400)
                .body("findings.pointer", contains("/item"))
                .body("findings.code", contains("already-decided"));
        put(
                        OFFICER,
                        "disclosure-decisions/" + decision,
                        "\"r1\"",
                        Map.of("item", Cases.item(), "decision", "disclose", "reasons", List.of("relied-upon")))
                .statusCode(400)
                .body("findings.pointer", contains("/item"))
                .body("findings.code", contains("item-fixed"));
        post(TEAM, path, again).statusCode(403);
        put(TEAM, "disclosure-decisions/" + decision, "\"r1\"", again).statusCode(404);
        get(TEAM, "disclosure-decisions/" + decision)
                .statusCode(200)
                .body("decision", equalTo("redact"))
                .body("reasons", contains("protection-of-witness"))
                .body("decidedBy", equalTo(Cases.member(OFFICER)));
        get(OFFICER, path).body("items", hasSize(1));
    }

    private static String flag(String user, String item, String... grounds) {
        return create(user, "items/" + item + "/disclosure-flags", Map.of("grounds", List.of(grounds)));
    }

    private static ValidatableResponse close(String user, String flag, String tag, String outcome) {
        return Enrolment.as(user)
                .header("If-Match", tag)
                .body(Map.of("outcome", outcome))
                .post("/api/v1/disclosure-tasks/" + flag + "/closing")
                .then();
    }

    private static ValidatableResponse certify(Cases.Made made) {
        return post(OFFICER, made.path() + "/disclosure-certificate", Map.of());
    }

    private static String decide(Cases.Made made, String item, String decision, String reason) {
        return create(
                OFFICER,
                made.path() + "/disclosure-decisions",
                Map.of("item", item, "decision", decision, "reasons", List.of(reason)));
    }

    /** Closes an item to everybody of the cast, as its owner might. */
    private static void hide(String item) throws SQLException {
        try (Connection admin = AdminDatabase.connect();
                PreparedStatement update =
                        admin.prepareStatement("update item set compartments = '{sealed}' where id = ?")) {
            update.setObject(1, UUID.fromString(item));
            update.executeUpdate();
        }
    }
}
