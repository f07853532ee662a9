package org.aletheia.joins.rest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.aletheia.testing.Records.create;
import static org.aletheia.testing.Records.get;
import static org.aletheia.testing.Records.post;
import static org.aletheia.testing.Records.put;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.aletheia.testing.Enrolment;
import org.aletheia.testing.Items;
import org.aletheia.testing.Records;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What is suggested to whom, and why; what a person has decided does not come back. */
@QuarkusTest
@Tag("it")
class PossibleSameTest {
    private static final String SCHEME = "un-sanctions";
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @Test
    void personsAreFoundByTheirNamesInAnyScriptAndByIdentifiers() {
        String one = person("investigator", Map.of("names", names("Zakhar Barmanov", "Захар Барманов")));
        String latin = person("investigator", Map.of("names", names("BARMANOV Zákhar")));
        String arabic = person("investigator", Map.of("names", names("زاخار بارمانف")));
        String longer = person("investigator", Map.of("names", names("Захар Ильич Барманов")));
        String numbered = person(
                "investigator",
                Map.of(
                        "names", names("Somebody Else Entirely"),
                        "identifiers", List.of(Map.of("scheme", SCHEME, "value", "ZV 100-7"))));
        String asked = person(
                "investigator",
                Map.of(
                        "names", names("Захар Барманов"),
                        "identifiers", List.of(Map.of("scheme", SCHEME, "value", "zv1007"))));
        suggested("investigator", "persons/" + asked, numbered, one, latin, arabic, longer);
        String script = "suggestions.find { it.record.id == '%s' }.reasons";
        get("investigator", "persons/" + asked + "/possible-same")
                .body("suggestions[0].reasons.code", contains("identifier-equal"))
                .body("suggestions[0].record.id", equalTo(numbered))
                .body("suggestions[1].reasons.code", contains("name-equal"))
                .body("suggestions[1].record.id", equalTo(one))
                .body(script.formatted(latin) + ".code", contains("name-consonants"))
                .body(script.formatted(latin) + ".here", contains("Захар Барманов"))
                .body(script.formatted(latin) + ".there", contains("BARMANOV Zákhar"))
                .body(script.formatted(arabic) + ".code", contains("name-consonants"))
                .body("suggestions[4].reasons.code", contains("name-part"))
                .body("suggestions[4].record.id", equalTo(longer))
                .body("truncated", equalTo(false));
        get("investigator", "persons/" + asked + "/possible-same?limit=2")
                .body("suggestions.record.id", contains(numbered, one))
                .body("truncated", equalTo(true));
        get("investigator", "persons/" + asked + "/possible-same?limit=0")
                .statusCode(400)
                .body("findings.code", contains("out-of-range"));
    }

    @Test
    void onlyWhatTheCallerMayReadIsSuggested() {
        String own = person("documenter", Map.of("names", names("Ostap Rukavishnikov")));
        String others = person("investigator", Map.of("names", names("Остап Рукавишников")));
        String third = person("documenter2", Map.of("names", names("Ostap Rukavishnikov")));
        String shared = person("documenter", Map.of("names", names("Rukavishnikov, Ostap")));
        share(shared);
        suggested("investigator", "persons/" + others, shared);
        suggested("documenter", "persons/" + own, shared);
        get("documenter2", "persons/" + third + "/possible-same").body("suggestions", empty());
        get("documenter2", "persons/" + own + "/possible-same").statusCode(404);
        get("investigator", "persons/" + own + "/possible-same").statusCode(404);
    }

    @Test
    void aProtectedPersonIsSuggestedToNobodyAndGetsNoSuggestion() {
        String one = create("investigator", "persons", Map.of());
        create("investigator", "persons", Map.of());
        get("investigator", "persons/" + one + "/possible-same").statusCode(200).body("suggestions", empty());
        String victim = Records.victim("investigator");
        get("investigator", "victims/" + victim + "/possible-same").statusCode(404);
    }

    @Test
    void whatWasDecidedDoesNotComeBackUntilARecordChanges() {
        String one = person("investigator", Map.of("names", names("Timur Galimzyanov")));
        String joined = person("investigator", Map.of("names", names("Тимур Галимзянов")));
        String another = person("investigator", Map.of("names", names("Timur Galimzyanov")));
        suggested("investigator", "persons/" + one, another, joined);
        String join = create("investigator", "joins", join("same", one, joined));
        String apart = create("investigator", "joins", join("not-same", one, another));
        suggested("investigator", "persons/" + one);
        get("investigator", "persons/" + another + "/possible-same").body("suggestions.record.id", contains(joined));

        put(
                        "investigator",
                        "persons/" + another,
                        "\"r1\"",
                        Map.of("names", names("Timur Galimzyanov", "Timur the Younger")))
                .statusCode(200);
        suggested("investigator", "persons/" + one, another);
        get("investigator", "persons/" + one + "/possible-same").body("suggestions[0].decidedBefore", contains(apart));
        Enrolment.as("investigator")
                .header("If-Match", "\"r1\"")
                .body(Map.of("reason", "mistake"))
                .post("/api/v1/joins/" + join + "/undo")
                .then()
                .statusCode(200);
        suggested("investigator", "persons/" + one, another, joined);
    }

    @Test
    void whatChangedIsNotSuggestedForWhatItSaidBefore() {
        String one = person("investigator", Map.of("names", names("Kirill Bespalov")));
        String other = person("investigator", Map.of("names", names("Кирилл Беспалов")));
        suggested("investigator", "persons/" + one, other);
        put("investigator", "persons/" + other, "\"r1\"", Map.of("names", names("Another Man")))
                .statusCode(200);
        get("investigator", "persons/" + one + "/possible-same").body("suggestions", empty());
    }

    @Test
    void unitsAreFoundByNumberWithinOneSuperior() {
        String army = unit("Eleventh Imaginary Army");
        String one = unit("404th Separate Brigade");
        String other = unit("404-я отдельная бригада");
        String elsewhere = unit("404 отряд");
        for (String each : List.of(one, other)) {
            create(
                    "investigator",
                    "affiliations",
                    Map.of(
                            "relation", "part-of",
                            "subject", Map.of("kind", "unit", "id", each),
                            "object", Map.of("kind", "unit", "id", army),
                            "period", Map.of("during", "2014-03/2014-09")));
        }
        suggested("investigator", "units/" + one, other);
        get("investigator", "units/" + one + "/possible-same")
                .body("suggestions[0].reasons.code", contains("designation-number", "same-superior"));
        get("investigator", "units/" + elsewhere + "/possible-same").body("suggestions", empty());
    }

    @Test
    void incidentsAreFoundByTimeAndPlace() {
        String one = incident("2031-03-05", 31.001, 47.001);
        String near = incident("2031-03", 31.012, 47.001);
        incident("2031-04", 31.001, 47.001);
        incident("2031-03-05", 31.2, 47.001);
        suggested("investigator", "incidents/" + one, near);
        get("investigator", "incidents/" + one + "/possible-same")
                .body("suggestions[0].reasons.code", contains("time-overlaps", "place-near"))
                .body("suggestions[0].reasons[1].metres", equalTo(834))
                .body("suggestions[0].reasons[1].here", equalTo("exact"))
                .body("suggestions[0].record.title", equalTo("Strike"));
    }

    @Test
    void itemsAreFoundByTheirBytes() {
        String bytes = "a note of this test alone: " + UUID.randomUUID();
        String one = Items.of("documenter", bytes.getBytes(UTF_8)).id();
        String other = Items.of("documenter", bytes.getBytes(UTF_8)).id();
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(found("documenter", "items/" + one))
                .contains(other));
        ValidatableResponse answer = get("documenter", "items/" + one + "/possible-same");
        answer.body("suggestions[0].reasons.code", contains("digest-equal"));
    }

    @Test
    void unitsAreFoundWhereTheyWereAtOneTime() {
        String one = unit("Alpha detachment");
        String over = unit("Beta company");
        String base = unit("Gamma post");
        String later = unit("Delta group");
        String beside = unit("Epsilon team");
        place(one, "area", square(21.0, 61.0, 0.4), "2014-03/2014-06");
        place(over, "area", square(21.3, 61.3, 0.4), "2014-06/2014-09");
        place(base, "site", Map.of("type", "Point", "coordinates", List.of(21.1, 61.1)), "2014-05");
        place(later, "area", square(21.0, 61.0, 0.4), "2015/2016");
        place(beside, "area", square(21.45, 61.0, 0.4), "2014-03/2014-06");
        suggested("investigator", "units/" + one, over, base);
        suggested("investigator", "units/" + over, one, beside);
        get("investigator", "units/" + base + "/possible-same")
                .body("suggestions[0].reasons.code", contains("area-overlaps"))
                .body("suggestions[0].record.id", equalTo(one))
                .body("suggestions[0].reasons[0].here", notNullValue());
    }

    @Test
    void itemsAreFoundByWhatTheyCarry() {
        String one = carrying("exif-image-unique-id", "0A1B-2C3D-4E5F", "2014-03-05");
        String other = carrying("exif-image-unique-id", "0a1b2c3d4e5f", "2016");
        String device = carrying("device-serial", "SN-0042", "2014-03-05");
        String again = carrying("device-serial", "sn0042", "2014-03");
        carrying("device-serial", "sn0042", "2019");
        get("documenter", "items/" + device)
                .body("metadata.identifiers[0].value", nullValue())
                .body("metadata.identifiers[0].mark", matchesPattern("[0-9a-f]{64}"));
        reasoned(one, other, "identifier-embedded");
        reasoned(device, again, "device-equal");
        put(
                        "documenter",
                        "items/" + one,
                        "\"r2\"",
                        Map.of(
                                "title", "Photo",
                                "kind", "photograph",
                                "identifiers",
                                        List.of(
                                                Map.of("scheme", "xmp-document-id", "value", "no blanks please"),
                                                Map.of("scheme", "device-serial", "mark", "abc"))))
                .statusCode(400)
                .body("findings.code", containsInAnyOrder("identifier-form", "identifier-mark"));
    }

    private static void reasoned(String item, String other, String code) {
        await().atMost(PATIENCE).untilAsserted(() -> get("documenter", "items/" + item + "/possible-same?limit=200")
                .body("suggestions.find { it.record.id == '" + other + "' }.reasons.code", hasItem(code)));
    }

    private static String carrying(String scheme, String value, String captured) {
        String item = Items.of("documenter").id();
        put(
                        "documenter",
                        "items/" + item,
                        "\"r1\"",
                        Map.of(
                                "title",
                                "Photo",
                                "kind",
                                "photograph",
                                "captured",
                                captured,
                                "identifiers",
                                List.of(Map.of("scheme", scheme, "value", value))))
                .statusCode(200);
        return item;
    }

    private static void place(String unit, String relation, Map<String, Object> geometry, String during) {
        create(
                "investigator",
                "affiliations",
                Map.of(
                        "relation", relation,
                        "subject", Map.of("kind", "unit", "id", unit),
                        "place", Map.of("geometry", geometry, "precision", "exact"),
                        "period", Map.of("during", during, "startKnown", true, "endKnown", true)));
    }

    private static Map<String, Object> square(double west, double south, double side) {
        return Map.of(
                "type",
                "Polygon",
                "coordinates",
                List.of(List.of(
                        List.of(west, south),
                        List.of(west + side, south),
                        List.of(west + side, south + side),
                        List.of(west, south + side),
                        List.of(west, south))));
    }

    /** Exactly these, once the followers have come by. */
    private static void suggested(String user, String path, String... ids) {
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(found(user, path)).containsExactlyInAnyOrder(ids));
    }

    private static List<String> found(String user, String path) {
        return get(user, path + "/possible-same?limit=200")
                .statusCode(200)
                .extract()
                .path("suggestions.record.id");
    }

    private static Map<String, Object> join(String decision, String... records) {
        return Map.of("of", "person", "decision", decision, "records", List.of(records), "reasons", List.of("name"));
    }

    private static List<Map<String, Object>> names(String... texts) {
        return List.of(texts).stream()
                .map(text -> Map.<String, Object>of("language", "en", "text", text))
                .toList();
    }

    private static String person(String user, Map<String, Object> content) {
        Map<String, Object> body = new HashMap<>(content);
        body.put("protectedIdentity", false);
        return create(user, "persons", body);
    }

    private static String unit(String name) {
        return create("investigator", "units", Map.of("names", names(name)));
    }

    private static String incident(String date, double longitude, double latitude) {
        Map<String, Object> point = Map.of("type", "Point", "coordinates", List.of(longitude, latitude));
        return create(
                "investigator",
                "incidents",
                Map.of(
                        "title",
                        "Strike",
                        "language",
                        "en",
                        "dates",
                        List.of(date),
                        "place",
                        Map.of("geometry", point, "precision", "exact")));
    }

    private static void share(String person) {
        String grantee = Enrolment.organisation("Commission").toString();
        post("documenter", "shares", Map.of("kind", "person", "record", person, "grantee", grantee))
                .statusCode(201);
    }
}
