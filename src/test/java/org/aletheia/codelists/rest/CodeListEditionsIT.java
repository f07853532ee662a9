package org.aletheia.codelists.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.aletheia.kernel.Digest;
import org.aletheia.testing.AdminDatabase;
import org.aletheia.testing.Enrolment;
import org.aletheia.testing.Records;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@QuarkusTest
@Tag("it")
class CodeListEditionsIT {
    private static final String LISTS = "/api/v1/code-lists/";

    @Test
    void nationalLawComesWithoutARelease() {
        Map<String, Object> law = Map.of(
                "version", "2019",
                "source", "Penal Code of Nowhere",
                "kind", "legal-framework",
                "labels", Map.of("en", "Penal Code of Nowhere", "fr", "Code pénal de Nulle-Part"),
                "codes",
                        List.of(
                                Map.of("code", "PC-1", "labels", Map.of("en", "homicide", "fr", "homicide volontaire")),
                                Map.of(
                                        "code", "PC-1a",
                                        "parent", "PC-1",
                                        "validFrom", "2001-01-01",
                                        "validTo", "2010-12-31",
                                        "labels", Map.of("en", "aggravated homicide"),
                                        "attributes", Map.of("penalty", "20 years"))));
        give("it-law-nowhere", null, law)
                .statusCode(201)
                .header("ETag", equalTo("\"r1\""))
                .header("Location", notNullValue())
                .body("added", contains("PC-1", "PC-1a"))
                .body("dryRun", equalTo(false));
        Enrolment.as("documenter")
                .get(LISTS + "it-law-nowhere")
                .then()
                .statusCode(200)
                .header("ETag", equalTo("\"r1\""))
                .body("revision", equalTo(1))
                .body("kind", equalTo("legal-framework"))
                .body("codes.code", contains("PC-1", "PC-1a"))
                .body("codes[1].attributes.penalty", equalTo("20 years"))
                .body("codes[1].operator", equalTo(true));
        tree("it-law-nowhere", "?on=2005-06-07", "fr")
                .header("Vary", equalTo("Accept-Language"))
                .body("label", equalTo("Code pénal de Nulle-Part"))
                .body("codes[0].label", equalTo("homicide volontaire"))
                .body("codes[0].codes[0].label", equalTo("aggravated homicide"))
                .body("codes[0].codes[0].language", equalTo("en"));
        tree("it-law-nowhere", "?on=2011-01-01", "fr").body("codes[0].codes", nullValue());
    }

    @Test
    void aTreeIsReadInTheCallersLanguageOnADay() {
        tree("icc-crime", "", "ru")
                .body("language", equalTo("ru"))
                .body("codes.code", contains("RS-6", "RS-7", "RS-8", "RS-8bis"))
                .body("codes[0].label", equalTo("геноцид"));
        tree("icc-crime", "?on=2005-01-01", "ar")
                .body("on", equalTo("2005-01-01"))
                .body("codes.code", contains("RS-6", "RS-7", "RS-8"));
        Enrolment.as("documenter")
                .get(LISTS + "icc-crime?on=2005-01-01")
                .then()
                .body("codes.code", not(hasItem("RS-8(2)(e)(xiv)")));
        for (String path : List.of("icc-crime/tree", "icc-crime")) {
            Enrolment.as("documenter")
                    .get(LISTS + path + "?on=yesterday")
                    .then()
                    .statusCode(400)
                    .body("findings.code", contains("day-form"))
                    .body("findings.pointer", contains("?on"));
        }
        Enrolment.as("documenter").get(LISTS + "no-such/tree").then().statusCode(404);
    }

    @Test
    void aCodeIsAddedUsedAndRetired() {
        String incident = Records.incident("documenter");
        Map<String, Object> act = Map.of("type", "01", "methods", List.of("it-method"));
        Records.post("documenter", "incidents/" + incident + "/acts", act)
                .statusCode(400)
                .body("findings.code", contains("code-unknown"));

        csv("act-method", tag("act-method"), "", "code,label.en,label.uk\nit-method,tested,перевірено\n")
                .statusCode(201)
                .body("added", contains("it-method"));
        Records.post("documenter", "incidents/" + incident + "/acts", act).statusCode(201);

        csv("act-method", tag("act-method"), "", "code,status\nit-method,retired\n")
                .statusCode(201)
                .body("retired", contains("it-method"));
        Records.post("documenter", "incidents/" + incident + "/acts", act)
                .statusCode(400)
                .body("findings.code", contains("code-retired"))
                .body("findings.pointer", contains("/methods/0"));
        Enrolment.as("documenter")
                .get(LISTS + "act-method")
                .then()
                .body("codes.code", hasItems("it-method", "firearm"));
    }

    @Test
    void aDryRunStoresNothing() {
        String before = tag("sex");
        csv("sex", null, "?dryRun=true", "code,label.uk\nfemale,жіноча\nmale,чоловіча\n")
                .statusCode(200)
                .body("dryRun", equalTo(true))
                .body("added", empty())
                .body("changed", contains("female", "male"));
        assertThat(tag("sex")).isEqualTo(before);
        csv("it-dry", null, "?dryRun=true&version=1&source=Test&label=Dry", "code,label.en\na,b\n")
                .statusCode(200)
                .body("added", contains("a"));
        Enrolment.as("admin").get(LISTS + "it-dry").then().statusCode(404);
    }

    @Test
    void allThatIsWrongIsSaidAtOnceWithItsLine() {
        csv(
                        "harm",
                        null,
                        "?dryRun=true",
                        "code,parent,status,validFrom,label.en\n"
                                + "it-a,deth,,,a\n"
                                + "it-b,,gone,2020-13-01,\n"
                                + "it-c,,\n"
                                + "it-b,,,,b\n")
                .statusCode(400)
                .body(
                        "findings.code",
                        hasItems(
                                "csv-fields",
                                "status-unknown",
                                "label-missing",
                                "day-form",
                                "repeated",
                                "parent-unknown"))
                .body("findings.find { it.code == 'csv-fields' }.line", equalTo(4))
                .body("findings.find { it.code == 'day-form' }.line", equalTo(3))
                .body("findings.find { it.code == 'repeated' }.line", equalTo(5))
                .body("findings.find { it.code == 'parent-unknown' }.pointer", equalTo("/codes/0/parent"));
        give("harm", null, Map.of("codes", List.of(Map.of("code", "it x", "no-such", "y"))))
                .statusCode(400)
                .body("code", equalTo("unknown-property"));
    }

    @Test
    void anEditionNamesTheRevisionThatItIsBasedOn() {
        Map<String, Object> label = Map.of("codes", List.of(Map.of("code", "exact", "labels", Map.of("uk", "точно"))));
        give("place-precision", null, label).statusCode(428);
        give("place-precision", "\"r7\"", label).statusCode(412).body("current", equalTo("\"r0\""));
        give("place-precision", "\"r0\"", label).statusCode(201).body("changed", contains("exact"));
        give("place-precision", "\"r0\"", label).statusCode(412);
        tree("place-precision", "", "uk").body("codes[0].label", equalTo("точно"));
    }

    @Test
    void onlyAdministratorsChangeListsAndSeeWhoDid() {
        Map<String, Object> law = Map.of(
                "version",
                "1",
                "source",
                "Test",
                "labels",
                Map.of("en", "Told"),
                "codes",
                List.of(Map.of("code", "a", "labels", Map.of("en", "a"))));
        for (String user : List.of("documenter", "investigator", "auditor")) {
            Enrolment.as(user)
                    .body(law)
                    .post(LISTS + "it-told/editions")
                    .then()
                    .statusCode(403)
                    .body("code", equalTo("forbidden"));
            Enrolment.as(user).get(LISTS + "harm/editions").then().statusCode(403);
            Enrolment.as(user).get(LISTS + "it-told/editions/1").then().statusCode(403);
        }
        Enrolment.asGuest("outsider")
                .body(law)
                .post(LISTS + "it-told/editions")
                .then()
                .statusCode(403);
        give("it-told", null, law).statusCode(201);
        String member = Enrolment.member("admin").toString();
        Enrolment.as("admin")
                .get(LISTS + "it-told/editions")
                .then()
                .statusCode(200)
                .body("revision", contains(1))
                .body("by", contains(member))
                .body("codes", contains(1));
        Enrolment.as("admin")
                .get(LISTS + "it-told/editions/1")
                .then()
                .body("source", equalTo("Test"))
                .body("codes", hasSize(1));
        Enrolment.as("admin").get(LISTS + "it-told/editions/2").then().statusCode(404);
        Enrolment.as("admin").get(LISTS + "no-such/editions").then().statusCode(404);
        UUID subject = UUID.fromString(
                AdminDatabase.column("select subject::text from code_list_edition where list = 'it-told'")
                        .getFirst());
        assertThat(AdminDatabase.eventsOf(subject)).containsExactly("GOV-CODE-LIST-CHANGED");
    }

    /** The digest that the event commits to is that of the text in the row. */
    @Test
    void anEditionStaysAsItWasGiven() throws SQLException {
        csv("it-kept", null, "?version=1&source=Test&label=Kept", "code,label.en\na,b\n")
                .statusCode(201);
        String content = AdminDatabase.column("select content from code_list_edition where list = 'it-kept'")
                .getFirst();
        assertThat(AdminDatabase.column("select digest from code_list_edition where list = 'it-kept'"))
                .containsExactly(
                        Digest.sha256(content.getBytes(StandardCharsets.UTF_8)).toString());
        for (String change : List.of("update code_list_edition set content = '{}'", "delete from code_list_edition")) {
            try (Connection connection = AdminDatabase.connect();
                    PreparedStatement statement = connection.prepareStatement(change)) {
                assertThatThrownBy(statement::execute).as(change).isInstanceOf(SQLException.class);
            }
        }
    }

    /** An edition that another replica stored: this one has only the row to learn of it. */
    @Test
    void anotherReplicasEditionIsInForceWithinSeconds() throws Exception {
        String content = "{\"version\":\"1\",\"source\":\"Test\",\"labels\":{\"en\":\"Elsewhere\"},\"codes\":[]}";
        try (Connection connection = AdminDatabase.connect();
                PreparedStatement insert = connection.prepareStatement("""
                        insert into code_list_edition
                        values (?, ?, 'it-elsewhere', 1, ?, ?, ?, now())""")) {
            insert.setObject(1, UUID.randomUUID());
            insert.setObject(2, UUID.randomUUID());
            insert.setString(3, content);
            insert.setString(
                    4, Digest.sha256(content.getBytes(StandardCharsets.UTF_8)).toString());
            insert.setObject(5, Enrolment.member("admin"));
            insert.executeUpdate();
        }
        Awaitility.await().untilAsserted(() -> assertThat(
                        Enrolment.as("documenter").get(LISTS + "it-elsewhere").statusCode())
                .isEqualTo(200));
    }

    private static ValidatableResponse give(String list, @Nullable String tag, Map<String, ?> body) {
        return tagged(tag).body(body).post(LISTS + list + "/editions").then();
    }

    private static ValidatableResponse csv(String list, @Nullable String tag, String query, String body) {
        return tagged(tag)
                .contentType("text/csv; charset=utf-8")
                .body(body.getBytes(StandardCharsets.UTF_8))
                .post(LISTS + list + "/editions/csv" + query)
                .then();
    }

    private static RequestSpecification tagged(@Nullable String tag) {
        RequestSpecification request = Enrolment.as("admin");
        return tag == null ? request : request.header("If-Match", tag);
    }

    private static String tag(String list) {
        return Enrolment.as("admin").get(LISTS + list).header("ETag");
    }

    private static ValidatableResponse tree(String list, String query, String language) {
        return Enrolment.as("documenter")
                .header("Accept-Language", language)
                .get(LISTS + list + "/tree" + query)
                .then()
                .statusCode(200);
    }
}
