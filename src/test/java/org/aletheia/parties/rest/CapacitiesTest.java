package org.aletheia.parties.rest;

import static org.aletheia.testing.Records.create;
import static org.aletheia.testing.Records.get;
import static org.aletheia.testing.Records.listed;
import static org.aletheia.testing.Records.post;
import static org.aletheia.testing.Records.put;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.aletheia.testing.Compartments;
import org.aletheia.testing.Records;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** One human in several capacities, and mother and child: joined only for those who may see the link. */
@QuarkusTest
@Tag("it")
class CapacitiesTest {
    private static final String WITHIN = "case-team";
    private static final String OUTSIDE = "investigator";

    @BeforeEach
    void admit() {
        Compartments.set(WITHIN, "case-team", List.of("witnesses", "mothers"));
    }

    @AfterEach
    void dismiss() {
        Compartments.set(WITHIN, "case-team", List.of());
    }

    @Test
    void capacitiesOfOnePersonCannotBeLinkedWithoutTheLink() {
        Map<String, Object> person = Map.of("kind", "person", "id", create(WITHIN, "persons", Map.of()));
        String counsel = create(
                WITHIN,
                "organisations",
                Map.of("names", List.of(Map.of("language", "en", "text", "Office of Public Counsel"))));
        Map<String, Object> witness = capacity("witness", Map.of());
        Map<String, Object> claimant =
                capacity("claimant", Map.of("representative", Map.of("kind", "organisation", "id", counsel)));
        List<String> links = new ArrayList<>();
        for (Map<String, Object> each : List.of(witness, claimant)) {
            links.add(create(WITHIN, "person-links", same(each, person, List.of("witnesses"))));
        }
        get(WITHIN, "person-links?to=" + person.get("id"))
                .body("items.from.id", contains(ids(witness, claimant, links)));
        for (Map<String, Object> each : List.of(witness, claimant)) {
            get(OUTSIDE, "capacities/" + each.get("id"))
                    .statusCode(200)
                    .body("pseudonym", matchesPattern("C-[0-9A-HJKMNP-TV-Z]{5}-[0-9A-HJKMNP-TV-Z]{5}"));
            String seen = get(OUTSIDE, "capacities/" + each.get("id")).extract().asString();
            String history = get(OUTSIDE, "capacities/" + each.get("id") + "/revisions")
                    .extract()
                    .asString();
            assertThat(seen + history).doesNotContain(String.valueOf(person.get("id")));
        }
        get(OUTSIDE, "capacities/" + claimant.get("id")).body("representative.id", equalTo(counsel));
        links.forEach(link -> get(OUTSIDE, "person-links/" + link).statusCode(404));
        assertThat(listed(OUTSIDE, "person-links")).doesNotContainAnyElementsOf(links);
        assertThat(listed(OUTSIDE, "person-links?to=" + person.get("id"))).isEmpty();
        assertThat(listed(OUTSIDE, "person-links?from=" + witness.get("id"))).isEmpty();
    }

    @Test
    void aCapacityRevisedKeepsItsPseudonym() {
        Map<String, Object> witness = capacity("witness", Map.of());
        String pseudonym =
                get(WITHIN, "capacities/" + witness.get("id")).extract().path("pseudonym");
        put(WITHIN, "capacities/" + witness.get("id"), "\"r1\"", Map.of("capacity", "source"))
                .statusCode(200)
                .body("pseudonym", equalTo(pseudonym));
        post(WITHIN, "capacities", Map.of("capacity", "judge", "representative", Map.of("kind", "unit", "id", "x")))
                .statusCode(400)
                .body("findings.pointer", contains("/capacity", "/representative/kind"))
                .body("findings.code", contains("code-unknown", "kind-unknown"));
    }

    @Test
    void aLinkIsNeverWiderThanItsEnds() {
        Map<String, Object> person = Map.of("kind", "person", "id", create(WITHIN, "persons", Map.of()));
        Map<String, Object> witness =
                capacity("witness", Map.of("classification", "TLP:AMBER+STRICT", "compartments", List.of("witnesses")));
        post(WITHIN, "person-links", same(witness, person, List.of()))
                .statusCode(400)
                .body("findings.pointer", contains("/classification", "/compartments", "/compartments"))
                .body(
                        "findings.code",
                        contains("classification-too-open", "compartment-missing", "compartment-required"));
        Map<String, Object> itself = new HashMap<>(same(person, person, List.of("witnesses")));
        post(WITHIN, "person-links", itself)
                .statusCode(400)
                .body("findings.pointer", contains("/to"))
                .body("findings.code", contains("link-self"));
        Map<String, Object> kin = Map.of("from", person, "relation", "sibling", "to", Map.of("kind", "unit"));
        post(WITHIN, "person-links", kin)
                .statusCode(400)
                .body("findings.pointer", contains("/to/kind", "/to/id"))
                .body("findings.code", contains("kind-unknown", "required"));
    }

    @Test
    void relativesOfADirectVictimAreLinkedAndALinkCanBeWithdrawn() {
        Map<String, Object> direct = victim(List.of());
        Map<String, Object> sister = victim(List.of());
        Map<String, Object> body = new HashMap<>(Map.of("from", sister, "relation", "sibling", "to", direct));
        String id = create(WITHIN, "person-links", body);
        get(OUTSIDE, "person-links?to=" + direct.get("id")).body("items.id", contains(id));
        body.put("withdrawn", true);
        put(WITHIN, "person-links/" + id, "\"r1\"", body).statusCode(200).body("withdrawn", equalTo(true));
    }

    @Test
    void aMotherAndAChildBornOfSexualViolenceAreLinkedInACompartmentOfTheirOwnOnly() {
        Map<String, Object> mother = victim(List.of("mothers"));
        Map<String, Object> child = victim(List.of("mothers"));
        Map<String, Object> open = victim(List.of());
        String act = act(List.of("mothers"));
        refused(born(open, mother, act, List.of("mothers")), "compartment-of-its-own");
        refused(born(child, open, act, List.of("mothers")), "compartment-of-its-own");
        refused(born(child, mother, act(List.of()), List.of("mothers")), "compartment-of-its-own");
        refused(born(child, mother, act, List.of("witnesses")), "compartment-missing", "compartment-of-its-own");
        refused(born(child, mother, act, List.of()), "compartment-missing", "compartment-required");
        Map<String, Object> plainly = new HashMap<>(born(open, mother, act, List.of("mothers")));
        plainly.put("relation", "child");
        refused(plainly, "compartment-of-its-own");
        String link = create(WITHIN, "person-links", born(child, mother, act, List.of("mothers")));
        get(WITHIN, "person-links/" + link).statusCode(200).body("act", equalTo(act));
        get(OUTSIDE, "person-links/" + link).statusCode(404);
        put(WITHIN, "person-links/" + link, "\"r1\"", born(child, mother, act, List.of()))
                .statusCode(400)
                .body("findings.code", hasItem("compartment-required"));
        get(OUTSIDE, "person-links").body("items.id", not(hasItem(link)));
    }

    private static void refused(Map<String, Object> body, String... codes) {
        post(WITHIN, "person-links", body)
                .statusCode(400)
                .body("findings.code", contains(codes))
                .body(
                        "findings.pointer",
                        contains(Collections.nCopies(codes.length, "/compartments")
                                .toArray()));
    }

    private static Map<String, Object> born(
            Map<String, Object> child, Map<String, Object> mother, String act, List<String> compartments) {
        return Map.of(
                "from", child,
                "relation", "born-of-sexual-violence",
                "to", mother,
                "act", act,
                "compartments", compartments);
    }

    private static Map<String, Object> same(
            Map<String, Object> capacity, Map<String, Object> person, List<String> compartments) {
        return Map.of("from", capacity, "relation", "same-person", "to", person, "compartments", compartments);
    }

    private static Map<String, Object> capacity(String as, Map<String, Object> more) {
        Map<String, Object> body = new HashMap<>(more);
        body.put("capacity", as);
        return Map.of("kind", "capacity", "id", create(WITHIN, "capacities", body));
    }

    private static Map<String, Object> victim(List<String> compartments) {
        return Map.of(
                "kind",
                "victim",
                "id",
                create(WITHIN, "victims", Map.of("type", "individual", "compartments", compartments)));
    }

    private static String act(List<String> compartments) {
        String incident = Records.incident(WITHIN);
        return create(WITHIN, "incidents/" + incident + "/acts", Map.of("type", "01", "compartments", compartments));
    }

    /** The ends in the order of the random ids of the links. */
    private static Object[] ids(Map<String, Object> one, Map<String, Object> other, List<String> links) {
        boolean first = links.getFirst().compareTo(links.getLast()) < 0;
        return first ? new Object[] {one.get("id"), other.get("id")} : new Object[] {other.get("id"), one.get("id")};
    }
}
