package org.aletheia.insight.rest;

import static org.aletheia.testing.Enrolment.as;
import static org.aletheia.testing.Records.create;
import static org.aletheia.testing.Records.get;
import static org.aletheia.testing.Records.post;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.aletheia.platform.http.AnswerTexts;
import org.aletheia.testing.AdminDatabase;
import org.aletheia.testing.BarredRecords;
import org.aletheia.testing.Compartments;
import org.aletheia.testing.Items;
import org.aletheia.testing.Records;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The dossier on a record. */
@QuarkusTest
@Tag("it")
class DossierIT {
    private static final String TEAM = "documenter";

    @Test
    void aUnitsDossierTellsWhoCommandedItAndWhatItIsAllegedToHaveDone() {
        Situation told = Situation.of(TEAM);
        String first = commander(told.unit(), "2014-01/2014-06");
        String second = commander(told.unit(), "2013-02/2013-12");
        String other = Items.of(TEAM).id();
        create(
                TEAM,
                "involvements/" + told.involvement() + "/sources",
                Map.of(
                        "item",
                        other,
                        "about",
                        "/perpetratorType",
                        "support",
                        "contradicts",
                        "anchor",
                        Map.of("page", 3),
                        "grade",
                        "2"));
        create(
                TEAM,
                "involvements/" + told.involvement() + "/sources",
                Map.of("item", told.made().id(), "about", "/perpetratorType", "support", "supports"));

        dossier(TEAM, "unit", told.unit())
                .body("subject.id", equalTo(told.unit()))
                .body("subject.label", equalTo(Situation.UNIT_NAME))
                .body("subject.unsourced", is(true))
                .body("subject.assertions.member", contains("names"))
                .body("subject.assertions.standing", contains("unsourced"))
                .body(
                        "sections.name",
                        contains("affiliations", "involvements", "acts", "missing-persons", "whereabouts"))
                .body("sections.truncated", everyItem(is(false)))
                .body("sections[0].records.id", contains(second, first))
                .body("sections[1].records.id", contains(told.involvement()))
                .body("sections[1].records[0].alleged", is(true))
                .body("sections[1].records[0].partOf.id", equalTo(told.act()))
                .body("sections[1].records[0].unsourced", is(false))
                .body("sections[1].records[0].sources.support", contains("supports"))
                .body(
                        "sections[1].records[0].assertions.find { it.member == 'perpetratorType' }.standing",
                        equalTo("contested"))
                .body(
                        "sections[1].records[0].assertions.find { it.member == 'perpetratorType' }.sources.support",
                        containsInAnyOrder("supports", "contradicts"))
                .body("sections[2].records.id", contains(told.act()))
                .body("sections[2].records[0].alleged", nullValue())
                .body(
                        "sections[2].records[0].assertions.find { it.member == 'victims' }.standing",
                        equalTo("supported"))
                .body("timeline.id", hasItem(first))
                .body("timeline.id", not(hasItem(told.involvement())))
                .body("related.records.id", hasItem(told.incident()))
                .body("related.records.id", hasItem(told.victim()))
                .body("citations.number", contains(1, 2))
                .body("citations.item", containsInAnyOrder(told.made().id(), other))
                .body("citations.find { it.item == '" + other + "' }.text", equalTo(other + "#page=3"))
                .body("citations.find { it.item == '" + other + "' }.fragment", equalTo("page=3"))
                .body("citations[0].title", equalTo("Note"));
        assertThat(AdminDatabase.eventsOf(UUID.fromString(told.involvement()))).contains("CE-ACCESS-SEARCH");
        assertThat(AdminDatabase.eventsOf(UUID.fromString(told.source()))).contains("CE-ACCESS-SEARCH");
    }

    @Test
    void incidentsActsVictimsAndPersonsHaveOneToo() {
        Situation told = Situation.of(TEAM);
        dossier(TEAM, "incident", told.incident())
                .body("sections[1].records.id", contains(told.involvement()))
                .body("sections[2].records.id", contains(told.act()))
                .body("timeline.find { it.id == '" + told.act() + "' }.dateOf", equalTo(told.incident()));
        dossier(TEAM, "act", told.act())
                .body("subject.partOf.id", equalTo(told.incident()))
                .body("sections[1].records.id", contains(told.involvement()))
                .body("sections[2].records", empty());
        dossier(TEAM, "victim", told.victim())
                .body("sections[1].records.id", contains(told.involvement()))
                .body("sections[2].records.id", contains(told.act()))
                .body("subject.assertions.member", not(hasItem("pseudonym")));
        String state = create(TEAM, "states", Map.of("country", "UA"));
        String unit = create(TEAM, "units", Map.of("names", List.of(name("2nd Brigade")), "state", state));
        dossier(TEAM, "state", state).body("related.records.id", contains(unit));
    }

    /** Read from the incident of the dossier, whichever end said it; each link with its own sources. */
    @Test
    void anIncidentsDossierTellsTheChainsThatItIsIn() {
        String strike = Records.incident(TEAM);
        String siege = Records.incident(TEAM);
        String before = Records.incident(TEAM);
        String part = create(TEAM, "incidents/" + strike + "/links", Map.of("relation", "part-of", "incident", siege));
        String cause = create(TEAM, "incidents/" + before + "/links", Map.of("relation", "causes", "incident", strike));
        String withdrawn =
                create(TEAM, "incidents/" + siege + "/links", Map.of("relation", "precedes", "incident", strike));
        Records.put(TEAM, "incident-links/" + withdrawn, "\"r1\"", Map.of("withdrawn", true))
                .statusCode(200);
        String item = Items.of(TEAM).id();
        String source = create(
                TEAM,
                "incident-links/" + part + "/sources",
                Map.of("item", item, "support", "supports", "anchor", Map.of("page", 2)));
        String chain = "chains.links.find { it.link == '" + part + "' }";
        dossier(TEAM, "incident", strike)
                .body("chains.links.link", containsInAnyOrder(part, cause))
                .body("chains.truncated", is(false))
                .body(chain + ".relation", equalTo("part-of"))
                .body(chain + ".incident.id", equalTo(siege))
                .body(chain + ".incident.label", equalTo("Strike on a residential block"))
                .body(chain + ".unsourced", is(false))
                .body(chain + ".sources.source", contains(source))
                .body("chains.links.find { it.link == '" + cause + "' }.relation", equalTo("consequence-of"))
                .body("chains.links.find { it.link == '" + cause + "' }.unsourced", is(true))
                .body("citations.text", contains(item + "#page=2"))
                .body("related.records.id", hasItem(siege));
        dossier(TEAM, "incident", siege)
                .body("chains.links.link", contains(part))
                .body("chains.links[0].relation", equalTo("encompasses"));
        dossier(TEAM, "victim", Records.victim(TEAM)).body("chains.links", empty());
        assertThat(AdminDatabase.eventsOf(UUID.fromString(part))).contains("CE-ACCESS-SEARCH");
        AnswerTexts texts = AnswerTexts.load("dossier");
        for (String language : AnswerTexts.LANGUAGES) {
            assertThat(as(TEAM).header("Accept-Language", language)
                            .get("/api/v1/dossier?format=html&kind=incident&id=" + strike)
                            .asString())
                    .contains(texts.text(language, "section-chains"), part);
        }
        Situation.share("incident", strike);
        dossier("investigator", "incident", strike).body("chains.links", empty());
    }

    @Test
    void theMissingAreToldOfWithoutTheirRelatives() {
        String victim = Records.victim(TEAM);
        String mother = Records.victim(TEAM);
        String missing = create(
                TEAM,
                "missing-persons",
                Map.of(
                        "victim",
                        victim,
                        "since",
                        "2014-03-05?",
                        "relatives",
                        List.of(Map.of(
                                "kind",
                                "victim",
                                "id",
                                mother,
                                "relation",
                                "parent",
                                "wishes",
                                List.of("in-person"),
                                "mayBeTold",
                                List.of("status")))));
        String denial = create(
                TEAM,
                "missing-persons/" + missing + "/whereabouts",
                Records.sourced(TEAM, Map.of("type", "denial", "date", "2014-09-01", "authority", "Ministry")));
        for (String kind : List.of("missing-person", "victim")) {
            String id = kind.equals("victim") ? victim : missing;
            dossier(TEAM, kind, id)
                    .body("sections[4].records.id", contains(denial))
                    .body("timeline.id", hasItem(denial));
            for (String format : List.of("json", "html")) {
                assertThat(text(TEAM, kind, id, format, "en")).doesNotContain(mother, "mayBeTold", "in-person");
            }
        }
    }

    @Test
    void pageAndJsonSayTheSame() {
        Situation told = Situation.of(TEAM);
        commander(told.unit(), "2014-01/2014-06");
        post(
                        TEAM,
                        "acts/" + told.act() + "/reviews",
                        Map.of("revision", 1, "state", "contested", "reasons", "The date does not fit."))
                .statusCode(201);
        for (String kind : List.of("unit", "incident", "victim")) {
            String id = kind.equals("unit") ? told.unit() : kind.equals("incident") ? told.incident() : told.victim();
            JsonPath json = JsonPath.from(text(TEAM, kind, id, "json", "en"));
            for (String language : AnswerTexts.LANGUAGES) {
                String page = text(TEAM, kind, id, "html", language);
                assertThat(page)
                        .contains("lang=\"" + language + "\"")
                        .doesNotContain("{time}", "member-", "<script")
                        .contains("The date does not fit.")
                        .contains(texts(json));
                List<Map<String, Object>> sources = json.getList(
                        "sections.records.flatten().collect { it.sources + it.former + it.assertions.sources }.flatten()");
                List<Object> ofSubject =
                        json.getList("subject.with { it.sources + it.former + it.assertions.sources.flatten() }");
                assertThat(page.split("href=\"#c", -1)).hasSize(sources.size() + ofSubject.size() + 1);
                List<Object> numbers = json.getList("citations.number");
                assertThat(page.split("id=\"c", -1)).hasSize(numbers.size() + 1);
                AnswerTexts texts = AnswerTexts.load("dossier");
                assertThat(page).contains(texts.text(language, "note-alleged").replace("'", "&#39;"));
                assertThat(page.contains("dir=\"rtl\"")).isEqualTo(language.equals("ar"));
            }
        }
    }

    /** What of a dossier is in no language. */
    private static List<String> texts(JsonPath json) {
        List<String> texts = new ArrayList<>();
        texts.addAll(json.getList("sections.records.flatten().id"));
        texts.add(json.getString("subject.id"));
        texts.addAll(json.getList("citations.text"));
        texts.addAll(json.getList("citations.sha256"));
        texts.addAll(json.getList("citations.received"));
        texts.addAll(json.getList("timeline.date"));
        texts.addAll(json.getList("related.records.label.findAll { it != null }"));
        texts.addAll(json.getList("sections.records.flatten().label.findAll { it != null }"));
        return texts;
    }

    @Test
    void theSameRecordGivesTheSameDossier() {
        Situation told = Situation.of(TEAM);
        commander(told.unit(), "2014-01/2014-06");
        String asOf = "\"asOf\":\"[^\"]*\"";
        assertThat(text(TEAM, "unit", told.unit(), "json", "en").replaceFirst(asOf, ""))
                .isEqualTo(text(TEAM, "unit", told.unit(), "json", "ar").replaceFirst(asOf, ""));
    }

    @Test
    void whatPeopleWroteIsEscapedAndNothingIsActive() {
        String hostile = "<script>alert(1)</script>{title}\" onload=\"x";
        String incident =
                create(TEAM, "incidents", Map.of("title", hostile, "language", "en", "dates", List.of("2024-03-05")));
        assertThat(text(TEAM, "incident", incident, "html", "en"))
                .doesNotContain("<script", "\" onload")
                .contains("&lt;script&gt;alert(1)&lt;/script&gt;{title}&quot;");
        as(TEAM).get("/api/v1/dossier?kind=incident&format=html&id=" + incident)
                .then()
                .header("Content-Type", startsWith("text/html"))
                .header(
                        "Content-Security-Policy",
                        startsWith("sandbox; default-src 'none'; style-src 'unsafe-inline';"));
    }

    @Test
    void anotherOrganisationFindsNone() {
        Situation told = Situation.of(TEAM);
        for (String id : List.of(told.unit(), UUID.randomUUID().toString())) {
            for (String user : List.of("documenter2", "investigator", "auditor")) {
                get(user, "dossier?kind=unit&id=" + id).statusCode(404).body("code", equalTo("not-found"));
            }
        }
    }

    @Test
    void anAllegationWhoseSourceMayNotBeSeenIsNotThereNorItsAct() {
        Situation told = Situation.of(TEAM);
        Situation.share("incident", told.incident());
        Situation.share("unit", told.unit());
        dossier("investigator", "unit", told.unit())
                .body("sections.records.flatten()", empty())
                .body("sections.truncated", everyItem(is(false)))
                .body("related.records", empty())
                .body("citations", empty());
        assertThat(text("investigator", "unit", told.unit(), "html", "en"))
                .doesNotContain(told.act(), told.made().id());
        get("auditor", "dossier?kind=unit&id=" + told.unit()).statusCode(404);
        Situation.share("item", told.made().id());
        dossier("investigator", "unit", told.unit())
                .body("sections[1].records.id", contains(told.involvement()))
                .body("sections[2].records.id", contains(told.act()))
                .body("sections[2].records[0].assertions.member", not(hasItem("victims")))
                .body("related.records.id", contains(told.incident()));
        for (String format : List.of("json", "html")) {
            assertThat(text("investigator", "unit", told.unit(), format, "en")).doesNotContain(told.victim());
        }
    }

    @Test
    void whatStaysInsideIsNeitherThereNorCounted() {
        Situation told = Situation.of(TEAM);
        Situation other = Situation.of(TEAM);
        String second = Records.involvement(
                TEAM, told.act(), Map.of("party", Map.of("kind", "unit", "id", other.unit()), "perpetratorType", "01"));
        BarredRecords.add(told.involvement());
        dossier(TEAM, "unit", told.unit())
                .body("sections.records.flatten()", empty())
                .body("sections.truncated", everyItem(is(false)))
                .body("citations", empty());
        dossier(TEAM, "act", told.act()).body("sections[1].records.id", contains(second));
        for (String format : List.of("json", "html")) {
            assertThat(text(TEAM, "act", told.act(), format, "en")).doesNotContain(told.involvement(), told.unit());
        }
        BarredRecords.add(other.unit());
        get(TEAM, "dossier?kind=unit&id=" + other.unit()).statusCode(404);
        dossier(TEAM, "act", told.act())
                .body("sections[1].records.id", contains(second))
                .body("sections[1].records[0].assertions.member", contains("perpetratorType"));
        BarredRecords.add(told.made().id());
        dossier(TEAM, "act", told.act())
                .body("citations.item", not(hasItem(told.made().id())))
                .body("subject.unsourced", is(true));
    }

    @Test
    void whatIsInACompartmentIsInNoDossierOfOthers() {
        Compartments.set(TEAM, "documenter", List.of("dossier-closed"));
        try {
            Situation told = Situation.of(TEAM);
            String closed =
                    create(TEAM, "victims", Map.of("type", "individual", "compartments", List.of("dossier-closed")));
            Records.put(
                            TEAM,
                            "acts/" + told.act(),
                            "\"r1\"",
                            Map.of("type", "01", "victims", List.of(closed, told.victim())))
                    .statusCode(200);
            dossier(TEAM, "act", told.act()).body("related.records.id", hasItem(closed));
            Compartments.set(TEAM, "documenter", List.of());
            dossier(TEAM, "act", told.act())
                    .body("subject.assertions.findAll { it.member == 'victims' }.value", contains(told.victim()))
                    .body("related.records.id", not(hasItem(closed)));
            assertThat(text(TEAM, "act", told.act(), "html", "en")).doesNotContain(closed);
        } finally {
            Compartments.set(TEAM, "documenter", List.of());
        }
    }

    @Test
    void anItemThatMayIdentifySomebodyHasNoWords() {
        Situation told = Situation.of(TEAM);
        Records.put(
                        TEAM,
                        "items/" + told.made().id(),
                        "\"r1\"",
                        Map.of("title", "Canary Name", "kind", "document", "mayIdentifyProtectedPerson", true))
                .statusCode(200);
        for (String format : List.of("json", "html")) {
            assertThat(text(TEAM, "act", told.act(), format, "en"))
                    .contains(told.made().id())
                    .doesNotContain("Canary");
        }
    }

    @Test
    void everythingWrongIsSaidAtOnce() {
        get(TEAM, "dossier?kind=share&id=x&format=pdf")
                .statusCode(400)
                .body("findings.pointer", contains("?kind", "?id", "?format"))
                .body("findings.code", contains("kind-unknown", "id", "not-allowed"));
        get(TEAM, "dossier")
                .statusCode(400)
                .body("findings.pointer", contains("?kind", "?id"))
                .body("findings.code", contains("required", "required"));
    }

    private static ValidatableResponse dossier(String user, String kind, String id) {
        return get(user, "dossier?kind=" + kind + "&id=" + id).statusCode(200);
    }

    private static String text(String user, String kind, String id, String format, String language) {
        return as(user).header("Accept-Language", language)
                .get("/api/v1/dossier?kind=" + kind + "&id=" + id + "&format=" + format)
                .then()
                .statusCode(200)
                .extract()
                .asString();
    }

    private static String commander(String unit, String during) {
        String person =
                create(TEAM, "persons", Map.of("protectedIdentity", false, "names", List.of(name("A Commander"))));
        return create(
                TEAM,
                "affiliations",
                Map.of(
                        "relation",
                        "commands",
                        "subject",
                        Map.of("kind", "person", "id", person),
                        "object",
                        Map.of("kind", "unit", "id", unit),
                        "basis",
                        "de-jure",
                        "period",
                        Map.of("during", during)));
    }

    private static Map<String, String> name(String text) {
        return Map.of("language", "en", "text", text);
    }
}
