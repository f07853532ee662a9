package org.aletheia.search;

import static org.aletheia.search.Found.await;
import static org.aletheia.search.Found.search;
import static org.aletheia.search.Found.word;
import static org.aletheia.testing.Enrolment.as;
import static org.aletheia.testing.Records.create;
import static org.aletheia.testing.Records.get;
import static org.aletheia.testing.Records.put;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.aletheia.testing.Compartments;
import org.aletheia.testing.Enrolment;
import org.aletheia.testing.Records;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Capacities, links and the elements of cases are found by who reads them, and others cannot tell that there are any. */
@QuarkusTest
@Tag("it")
class LinksInSearchTest {
    @Test
    void aCapacityIsFoundByItsPseudonymAndByWhatItIs() {
        String capacity = create("documenter", "capacities", Map.of("capacity", "witness"));
        String pseudonym = get("documenter", "capacities/" + capacity).extract().path("pseudonym");
        Map<String, Object> asked = Map.of("q", pseudonym, "facets", "kind,year");
        await(() -> found("documenter", asked).equals(Set.of(capacity)));
        assertThat(found("documenter", with(asked, "code", "person-capacity:witness")))
                .containsExactly(capacity);
        assertThat(found("documenter", with(asked, "code", "person-capacity:claimant")))
                .isEmpty();
        for (String other : List.of("documenter2", "investigator", "claims-officer")) {
            assertNothing(other, asked);
        }
    }

    @Test
    void aLinkOfPersonsIsFoundByItsRelationAndBringsNeitherEnd() {
        String child = Records.victim("victims-org");
        String parent = Records.victim("victims-org");
        Map<String, Object> said = Map.of(
                "from", Map.of("kind", "victim", "id", child),
                "relation", "child",
                "to", Map.of("kind", "victim", "id", parent));
        String link = create("victims-org", "person-links", said);
        Map<String, Object> asked = Map.of("kind", "person-link", "code", "person-relation:child", "facets", "kind");
        await(() -> found("victims-org", asked).contains(link));
        for (String end : List.of(child, parent)) {
            assertThat(found("victims-org", Map.of("kind", "person-link", "q", end)))
                    .isEmpty();
        }
        assertThat(found("documenter2", asked)).doesNotContain(link);
        put("victims-org", "person-links/" + link, "\"r1\"", with(said, "withdrawn", true))
                .statusCode(200);
        await(() -> !found("victims-org", asked).contains(link));
    }

    /** It is seen by who sees both incidents; what closes one of them closes it at once, before the index knows. */
    @Test
    void aLinkOfIncidentsIsFoundByWhoSeesBoth() throws Exception {
        String strike = Records.incident("investigator");
        String siege = Records.incident("investigator");
        String link = create(
                "investigator", "incidents/" + strike + "/links", Map.of("relation", "part-of", "incident", siege));
        Map<String, Object> asked =
                Map.of("kind", "incident-link", "code", "incident-relation:part-of", "facets", "kind", "limit", 200);
        await(() -> found("case-team", asked).contains(link));
        assertThat(found("documenter", asked)).doesNotContain(link);
        Compartments.set("investigator", "investigator", List.of("narrow"));
        try {
            Map<String, Object> narrow = new HashMap<>(Records.incident());
            narrow.put("compartments", List.of("narrow"));
            put("investigator", "incidents/" + siege, "\"r1\"", narrow).statusCode(200);
            get("case-team", "incident-links/" + link).statusCode(404);
            assertThat(found("case-team", asked)).doesNotContain(link);
            await(() -> found("investigator", asked).contains(link));
            assertThat(found("case-team", asked)).doesNotContain(link);
        } finally {
            Compartments.set("investigator", "investigator", List.of());
        }
        assertThat(found("investigator", asked)).doesNotContain(link);
    }

    @Test
    void anElementIsForTheMembersOfItsCaseAlone() {
        String word = word();
        String team = Enrolment.member("case-team").toString();
        String colleague = Enrolment.member("case-team2").toString();
        String incident = Records.incident("case-team");
        String unit =
                create("case-team", "units", Map.of("names", List.of(Map.of("language", "en", "text", "3rd Brigade"))));
        Map<String, Object> body = new HashMap<>(Map.of(
                "title",
                "Shelling",
                "language",
                "en",
                "members",
                List.of(team, colleague),
                "charges",
                List.of(Map.of(
                        "alleged", Map.of("kind", "unit", "id", unit),
                        "crime", Map.of("list", "icc-crime", "code", "RS-7(1)(a)"),
                        "liability", List.of("RS-28(a)"),
                        "acts", List.of(),
                        "incidents", List.of(incident)))));
        String file = create("case-team", "case-files", body);
        String charge = get("case-team", "case-files/" + file).extract().path("charges[0].id");
        String element = create(
                "case-team",
                "case-files/" + file + "/elements",
                Map.of(
                        "charge", charge,
                        "elementKind", "material",
                        "text", "persons were killed " + word,
                        "language", "en",
                        "standard", "reasonable-grounds-to-believe",
                        "state", "partly"));
        Map<String, Object> asked = Map.of("q", word, "facets", "kind,language");
        await(() -> found("case-team2", asked).equals(Set.of(element)));
        assertThat(found("disclosure-officer", asked)).containsExactly(element);
        assertThat(found("case-team", with(asked, "code", "element-state:partly")))
                .containsExactly(element);
        for (String other : List.of("investigator", "auditor", "claims-officer", "documenter")) {
            assertNothing(other, asked);
        }

        body.put("members", List.of(team));
        body.put("charges", get("case-team", "case-files/" + file).extract().path("charges"));
        put("case-team", "case-files/" + file, "\"r1\"", body).statusCode(200);
        assertNothing("case-team2", asked);
        await(() -> found("case-team", asked).equals(Set.of(element)));
        assertNothing("case-team2", asked);
    }

    @Test
    void aRebuildHasThemToo() {
        String capacity = create("documenter", "capacities", Map.of("capacity", "source"));
        String pseudonym = get("documenter", "capacities/" + capacity).extract().path("pseudonym");
        await(() -> found("documenter", Map.of("q", pseudonym)).equals(Set.of(capacity)));
        as("admin").post("/api/v1/search/reindex").then().statusCode(202);
        await(() -> as("admin").get("/api/v1/search/reindex").path("state").equals("done"));
        assertThat(found("documenter", Map.of("q", pseudonym))).containsExactly(capacity);
    }

    private static Set<String> found(String user, Map<String, Object> asked) {
        return new HashSet<>(
                search(user, asked).then().statusCode(200).extract().jsonPath().getList("hits.id"));
    }

    /** The answer to who may not see it is that to who asks for what there is not. */
    private static void assertNothing(String user, Map<String, Object> asked) {
        JsonPath hidden = search(user, asked).then().statusCode(200).extract().jsonPath();
        JsonPath nothing = search(user, with(asked, "q", word()))
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
        assertThat(hidden.<Map<String, Object>>get()).as(user).isEqualTo(nothing.get());
    }

    private static Map<String, Object> with(Map<String, Object> asked, String member, Object value) {
        Map<String, Object> all = new HashMap<>(asked);
        all.put(member, value);
        return all;
    }
}
