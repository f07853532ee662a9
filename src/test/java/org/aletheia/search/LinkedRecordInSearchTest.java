package org.aletheia.search;

import static org.aletheia.search.Found.await;
import static org.aletheia.search.Found.ids;
import static org.aletheia.search.Found.search;
import static org.aletheia.search.Found.word;
import static org.aletheia.testing.Enrolment.as;
import static org.aletheia.testing.Records.create;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.util.ArrayList;
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

/** What search knows of the linked record: words of parties and cases, and of the missing codes, days and coarse places. */
@QuarkusTest
@Tag("it")
class LinkedRecordInSearchTest {
    private static final Map<String, Object> CANARY_PLACE = Map.of(
            "geometry",
            Map.of("type", "Point", "coordinates", List.of(36.2345, 49.9876)),
            "precision",
            "vicinity",
            "country",
            "UA",
            "names",
            List.of(Map.of("language", "en", "text", "Canaryfield")));

    @Test
    void partiesAreFoundInEachScriptAndAsSomebodyTransliteratedThem() throws Exception {
        String word = word();
        Set<String> parties = new HashSet<>();
        for (String collection : List.of("groups", "units", "organisations")) {
            parties.add(create("documenter", collection, Map.of("names", names(word))));
        }
        parties.add(create("documenter", "states", Map.of("country", "UA", "names", names(word))));
        parties.add(create("documenter", "persons", Map.of("protectedIdentity", false, "names", names(word))));

        await(() -> ids("documenter", word).equals(parties));
        assertThat(ids("documenter", "Східний " + word)).isEqualTo(parties);
        assertThat(ids("documenter", "skhidnyi " + word)).isEqualTo(parties);
        assertThat(ids("documenter2", "skhidnyi " + word)).isEmpty();
    }

    @Test
    void anAffiliationIsFoundByRankPostCodesAndTheDatesThatItStates() throws Exception {
        String word = word();
        String affiliation = affiliation("documenter", word, "1922-03/1922-05");

        await(() -> ids("documenter", "colonel " + word).contains(affiliation));
        Map<String, Object> asked = Map.of("q", word, "from", "1922-04", "to", "1922-04", "facets", "kind,year");
        search("documenter", with(asked, "code", List.of("affiliation-relation:commands", "command-basis:de-jure")))
                .then()
                .statusCode(200)
                .body("hits.id", contains(affiliation))
                .body("facets.kind.value", contains("affiliation"))
                .body("facets.year.value", contains("1922"));
        assertThat(found("documenter", with(asked, "code", List.of("command-basis:de-facto"))))
                .isEmpty();
        assertThat(found("documenter", with(asked, "from", "1923", "to", "1923")))
                .isEmpty();
        assertNothing("documenter2", asked);
        Found.share("documenter", "affiliation", affiliation, "Commission");
        await(() -> ids("investigator", word).contains(affiliation));
    }

    @Test
    void ofTheMissingCodesDaysAndCoarsePlacesAreFoundAndNoWord() throws Exception {
        String person = missing("documenter", "1921-04-03");
        String seen = whereabouts("documenter", person, "1921-04-05");
        Map<String, Object> people =
                Map.of("kind", "missing-person", "from", "1921", "to", "1921", "facets", "kind,year");
        Map<String, Object> places =
                Map.of("kind", "whereabouts", "from", "1921", "to", "1921", "facets", "kind,year,place");

        await(() -> found("documenter", people).contains(person));
        await(() -> found("documenter", places).contains(seen));
        assertThat(found("documenter", with(people, "code", "missing-status:missing")))
                .containsExactly(person);
        assertThat(found("documenter", with(people, "code", "missing-status:returned")))
                .isEmpty();
        assertThat(found("documenter", with(places, "code", List.of("whereabouts-type:held", "country:UA"))))
                .containsExactly(seen);
        assertThat(found("documenter", with(places, "near", "36.2345,49.9876", "within", "5")))
                .isEmpty();
        assertThat(found("documenter", with(places, "near", "36.2345,49.9876", "within", "60")))
                .containsExactly(seen);
        for (String words : List.of("Canaryfield", "Canaryministry", person)) {
            assertThat(ids("documenter", words)).as(words).doesNotContain(person, seen);
        }
        assertNothing("documenter2", people);
        assertNothing("documenter2", places);
        assertNothing("investigator", places);

        String share = Found.share("documenter", "missing-person", person, "Commission");
        await(() -> found("investigator", people).contains(person)
                && found("investigator", places).contains(seen));
        as("documenter").delete("/api/v1/shares/" + share).then().statusCode(204);
        assertNothing("investigator", people);
        assertNothing("investigator", places);
    }

    @Test
    void whatIsNarrowedIsGoneAtOnceForWhoMayNotSeeItAnyMore() throws Exception {
        String word = word();
        String person = missing("investigator", "1911-04-03");
        String seen = whereabouts("investigator", person, "1911-04-05");
        String affiliation = affiliation("investigator", word, "1911");
        Map<String, Object> dated = of("1911");
        Map<String, Object> named = Map.of("q", word, "facets", "kind,year");
        await(() -> found("case-team", dated).containsAll(List.of(person, seen))
                && found("case-team", named).contains(affiliation));

        Compartments.set("investigator", "investigator", List.of("narrow"));
        try {
            narrow("missing-persons/" + person, "victim", "since");
            narrow("affiliations/" + affiliation, "relation", "subject", "object", "basis", "rank");
            assertNothing("case-team", dated);
            assertNothing("case-team", named);
            await(() -> found("investigator", dated).size() == 2
                    && found("investigator", named).size() == 1);
            assertNothing("case-team", dated);
            assertNothing("case-team", named);
        } finally {
            Compartments.set("investigator", "investigator", List.of());
        }
        assertNothing("investigator", dated);
        assertNothing("investigator", named);
    }

    @Test
    void aCaseIsFoundByItsMembersAndByWhoOverseesItAlone() throws Exception {
        String word = word();
        String scope = word();
        String team = Enrolment.member("case-team").toString();
        String colleague = Enrolment.member("case-team2").toString();
        Map<String, Object> body = Map.of(
                "title", "Shelling " + word, "language", "en", "scope", "about " + scope, "members", List.of(team));
        String file = create("case-team", "case-files", body);
        Map<String, Object> asked = Map.of("q", word, "facets", "kind,language");

        await(() -> ids("case-team", word).contains(file));
        search("case-team", asked).then().body("hits[0].title", equalTo("Shelling " + word));
        assertThat(ids("disclosure-officer", word)).containsExactly(file);
        assertThat(ids("case-team", scope)).isEmpty();
        for (String other : List.of("case-team2", "investigator", "auditor", "claims-officer", "documenter")) {
            assertNothing(other, asked);
        }
        Records.put("case-team", "case-files/" + file, "\"r1\"", with(body, "members", List.of(team, colleague)))
                .statusCode(200);
        await(() -> ids("case-team2", word).contains(file));
        Records.put("case-team", "case-files/" + file, "\"r2\"", body).statusCode(200);
        assertNothing("case-team2", asked);
        await(() -> ids("case-team", word).contains(file));
        assertNothing("case-team2", asked);
    }

    @Test
    void aRebuildHasThemToo() throws Exception {
        String word = word();
        List<String> made = new ArrayList<>();
        made.add(missing("case-team", "1901-04-03"));
        made.add(whereabouts("case-team", made.getFirst(), "1901-04-05"));
        String affiliation = affiliation("case-team", word, "1901");
        Map<String, Object> dated = of("1901");
        String file = create(
                "case-team",
                "case-files",
                Map.of(
                        "title",
                        word,
                        "language",
                        "en",
                        "members",
                        List.of(Enrolment.member("case-team").toString())));
        await(() -> found("case-team", dated).containsAll(made)
                && ids("case-team", word).equals(Set.of(file, affiliation)));

        as("admin").post("/api/v1/search/reindex").then().statusCode(202);
        await(() -> as("admin").get("/api/v1/search/reindex").path("state").equals("done"));

        assertThat(found("case-team", dated)).containsExactlyInAnyOrderElementsOf(made);
        assertThat(ids("case-team", word)).containsExactlyInAnyOrder(file, affiliation);
        assertNothing("case-team2", Map.of("q", word, "kind", "case-file", "facets", "kind"));
    }

    @Test
    void codesAreGivenWithTheirLists() {
        search("documenter", Map.of("code", "missing"))
                .then()
                .statusCode(400)
                .body("findings.pointer", contains("?code"))
                .body("findings.code", contains("code-with-list"));
        List<String> many = new ArrayList<>();
        for (int i = 0; i < 11; i++) {
            many.add("harm:" + i);
        }
        search("documenter", Map.of("code", many)).then().statusCode(400).body("findings.code", contains("too-many"));
        search("documenter", Map.of("kind", "source")).then().body("findings.code", contains("kind-not-searchable"));
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
        assertThat(hidden.getInt("total.value")).isZero();
    }

    /** The missing of a year, and where they were said to be then. */
    private static Map<String, Object> of(String year) {
        return Map.of(
                "kind",
                List.of("missing-person", "whereabouts"),
                "from",
                year,
                "to",
                year,
                "facets",
                "kind,year,place");
    }

    /** Writes these members of a record again, in a compartment. */
    private static void narrow(String path, String... members) {
        JsonPath before = as("investigator").get("/api/v1/" + path).jsonPath();
        Map<String, Object> body = new HashMap<>(Map.of("compartments", List.of("narrow")));
        for (String member : members) {
            body.put(member, before.get(member));
        }
        Records.put("investigator", path, "\"r1\"", body).statusCode(200);
    }

    private static String missing(String user, String since) {
        return create(user, "missing-persons", Map.of("victim", Records.victim(user), "since", since));
    }

    private static String whereabouts(String user, String person, String date) {
        Map<String, Object> held =
                Map.of("type", "held", "date", date, "place", CANARY_PLACE, "authority", "Canaryministry");
        return create(user, "missing-persons/" + person + "/whereabouts", Records.sourced(user, held));
    }

    private static String affiliation(String user, String word, String during) {
        String person =
                create(user, "persons", Map.of("protectedIdentity", false, "names", List.of(text("A commander"))));
        String unit = create(user, "units", Map.of("names", List.of(text("A unit"))));
        return create(
                user,
                "affiliations",
                Map.of(
                        "relation", "commands",
                        "subject", Map.of("kind", "person", "id", person),
                        "object", Map.of("kind", "unit", "id", unit),
                        "basis", "de-jure",
                        "rank", List.of(text("Colonel " + word)),
                        "period", Map.of("during", during)));
    }

    private static List<Map<String, String>> names(String word) {
        String name = "Східний загін " + word;
        return List.of(
                Map.of("language", "uk", "text", name),
                Map.of(
                        "language",
                        "uk-Latn",
                        "text",
                        "Skhidnyi zahin " + word,
                        "kind",
                        "transliteration",
                        "transliterationOf",
                        name));
    }

    private static Map<String, String> text(String text) {
        return Map.of("language", "en", "text", text);
    }

    private static Map<String, Object> with(Map<String, Object> asked, Object... more) {
        Map<String, Object> all = new HashMap<>(asked);
        for (int i = 0; i < more.length; i += 2) {
            all.put((String) more[i], more[i + 1]);
        }
        return all;
    }

    private static List<String> found(String user, Map<String, Object> asked) {
        return search(user, with(asked, "limit", 200))
                .then()
                .statusCode(200)
                .extract()
                .path("hits.id");
    }
}
