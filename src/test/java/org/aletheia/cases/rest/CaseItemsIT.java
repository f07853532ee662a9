package org.aletheia.cases.rest;

import static org.aletheia.cases.rest.Cases.OFFICER;
import static org.aletheia.cases.rest.Cases.SECOND;
import static org.aletheia.cases.rest.Cases.STANDARD;
import static org.aletheia.cases.rest.Cases.TEAM;
import static org.aletheia.testing.Enrolment.as;
import static org.aletheia.testing.Records.create;
import static org.aletheia.testing.Records.post;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.aletheia.testing.AdminDatabase;
import org.aletheia.testing.Records;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What a case makes of items, on sheets, timelines and maps of its members, and of nobody else. */
@QuarkusTest
@Tag("it")
class CaseItemsIT {
    private static final List<String> FORMS = List.of("json", "html", "csv", "dat");

    @Test
    void aSheetTellsMembersOfChargesElementsAndDisclosure() {
        Cases.Made file = Cases.file();
        String item = Cases.item();
        String other = Cases.item();
        String element = Cases.element(file, "partly");
        create(
                TEAM,
                "case-elements/" + element + "/sources",
                Map.of("item", item, "support", "supports", "anchor", Map.of("page", 2)));
        Cases.cite(TEAM, "case-elements/" + element, other, "contradicts");
        String decision = create(
                OFFICER,
                file.path() + "/disclosure-decisions",
                Map.of("item", item, "decision", "ask-provider", "reasons", List.of("terms-of-provider")));

        for (String member : List.of(TEAM, SECOND)) {
            post(member, "item-sheet", Map.of("items", List.of(item, other)))
                    .statusCode(200)
                    .body("items[0].cases.caseFile", contains(file.id()))
                    .body("items[0].cases[0].title", equalTo("Shelling of the market"))
                    .body("items[0].cases[0].elements.element", contains(element))
                    .body("items[0].cases[0].elements[0].charge", equalTo(file.charge()))
                    .body("items[0].cases[0].elements[0].crime", equalTo("icc-crime:RS-7(1)(a)"))
                    .body("items[0].cases[0].elements[0].liability", contains("RS-28(a)"))
                    .body("items[0].cases[0].elements[0].kind", equalTo("material"))
                    .body("items[0].cases[0].elements[0].standard", equalTo(STANDARD))
                    .body("items[0].cases[0].elements[0].state", equalTo("partly"))
                    .body("items[0].cases[0].elements[0].reviewed", is(false))
                    .body("items[0].cases[0].elements[0].support", equalTo("supports"))
                    .body("items[0].cases[0].elements[0].fragment", equalTo("page=2"))
                    .body("items[0].cases[0].elements[0].contradicting", contains(other))
                    .body("items[0].cases[0].disclosure.decision", equalTo("ask-provider"))
                    .body("items[0].cases[0].disclosure.reasons", contains("terms-of-provider"))
                    .body("items[1].cases[0].elements[0].contradicting", contains(item))
                    .body("items[1].cases[0].disclosure", nullValue());
        }
        for (String form : FORMS) {
            assertThat(sheet(TEAM, item, form)).as(form).contains("RS-7(1)(a)", "ask-provider", STANDARD);
        }
        assertThat(AdminDatabase.eventsOf(UUID.fromString(decision))).contains("CE-ACCESS-SEARCH");
        assertThat(AdminDatabase.eventsOf(UUID.fromString(element))).contains("CE-ACCESS-SEARCH");
    }

    @Test
    void materialOfACaseWithoutElementOrDecisionSaysSo() {
        String item = Cases.item();
        Cases.Made file = Cases.file(Map.of("material", List.of(item)));
        post(TEAM, "item-sheet", Map.of("items", List.of(item)))
                .body("items[0].cases.caseFile", contains(file.id()))
                .body("items[0].cases[0].elements", empty())
                .body("items[0].cases[0].disclosure", nullValue());
        assertThat(sheet(TEAM, item, "csv")).contains("Shelling of the market no-decision");
    }

    @Test
    void toOthersASheetIsAsIfThereWereNoCase() {
        String item = Cases.item();
        Map<String, Object> before = row(sheet("investigator", item, "json"));
        Cases.Made file = Cases.file(Map.of("material", List.of(item)));
        String element = Cases.element(file, "partly");
        Cases.cite(TEAM, "case-elements/" + element, item, "supports");
        create(
                OFFICER,
                file.path() + "/disclosure-decisions",
                Map.of("item", item, "decision", "redact", "reasons", List.of("terms-of-provider")));
        for (String other : List.of("investigator", "claims-officer", "documenter")) {
            post(other, "item-sheet", Map.of("items", List.of(item)))
                    .statusCode(200)
                    .body("items[0].cases", empty())
                    .body("items[0].relevance", empty());
            for (String form : FORMS) {
                assertThat(sheet(other, item, form))
                        .as(other + " " + form)
                        .doesNotContain(file.id(), element, file.charge(), "Shelling", "RS-7", "redact");
            }
        }
        assertThat(row(sheet("investigator", item, "json"))).isEqualTo(before);
    }

    /** The line of the one item, without what the log has published meanwhile. */
    private static Map<String, Object> row(String sheet) {
        Map<String, Object> row = new HashMap<>(JsonPath.from(sheet).getMap("items[0]"));
        row.keySet().removeAll(List.of("declaration", "custody"));
        return row;
    }

    @Test
    void aCaseIsASetForItsMembers() {
        String item = Cases.openItem();
        Cases.Made file = Cases.file(Map.of("material", List.of(item)));
        post(TEAM, "timeline", Map.of("caseFile", file.id()))
                .statusCode(200)
                .body("entries.id", containsInAnyOrder(item, file.act(), file.incident()))
                .body("entries.find { it.id == '" + file.act() + "' }.dateOf", equalTo(file.incident()))
                .body("truncated", is(false));
        post(TEAM, "geojson", Map.of("caseFile", file.id()))
                .statusCode(200)
                .body("features.id", containsInAnyOrder(item, file.act(), file.incident()));
        for (String other : List.of("investigator", "auditor", OFFICER, "documenter")) {
            for (String id : List.of(file.id(), UUID.randomUUID().toString())) {
                post(other, "timeline", Map.of("caseFile", id))
                        .statusCode(400)
                        .body("findings.pointer", contains("/caseFile"))
                        .body("findings.code", contains("reference-unknown"));
            }
        }
        String more = Records.incident(TEAM);
        post(
                        TEAM,
                        "timeline",
                        Map.of(
                                "caseFile",
                                file.id(),
                                "incident",
                                more,
                                "records",
                                List.of(Map.of("kind", "item", "id", item))))
                .statusCode(200)
                .body("entries.id", hasSize(4));
        post(TEAM, "timeline", Map.of("caseFile", "x"))
                .statusCode(400)
                .body("findings.pointer", contains("/caseFile"))
                .body("findings.code", contains("id"));
    }

    private static String sheet(String user, String item, String form) {
        return new String(
                as(user).body(Map.of("items", List.of(item)))
                        .post("/api/v1/item-sheet?format=" + form)
                        .then()
                        .statusCode(200)
                        .extract()
                        .asByteArray(),
                StandardCharsets.UTF_8);
    }
}
