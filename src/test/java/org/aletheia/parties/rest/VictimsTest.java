package org.aletheia.parties.rest;

import static org.aletheia.testing.Records.create;
import static org.aletheia.testing.Records.get;
import static org.aletheia.testing.Records.listed;
import static org.aletheia.testing.Records.post;
import static org.aletheia.testing.Records.put;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.junit.QuarkusTest;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.aletheia.testing.AdminDatabase;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Victims: characteristics as somebody stated them, children, and the database's own wall against names. */
@QuarkusTest
@Tag("it")
class VictimsTest {
    private static final Map<String, Object> CHILD = Map.of(
            "type", "individual",
            "harmed", "directly",
            "ageBand", "15-17",
            "ageBasis", "document",
            "characteristics", List.of("child-used-by-armed-forces"),
            "bases", List.of(Map.of("of", "child-used-by-armed-forces", "by", "guardian")),
            "majorityOn", "2031-05",
            "assent", "given",
            "guardianPermission", "refused",
            "guardianConflict", true);

    @Test
    void whatAPersonStatedIsKeptWithWhoStatedIt() {
        String id = create(
                "documenter",
                "victims",
                Map.of(
                        "type", "individual",
                        "harmed", "indirectly",
                        "sex", "female",
                        "gender", "self-described",
                        "characteristics", List.of("displaced", "minority"),
                        "bases",
                                List.of(
                                        Map.of("of", "sex", "by", "self"),
                                        Map.of("of", "gender", "by", "self"),
                                        Map.of("of", "displaced", "by", "self"),
                                        Map.of("of", "minority", "by", "representative"))));
        get("documenter", "victims/" + id)
                .body("harmed", equalTo("indirectly"))
                .body("gender", equalTo("self-described"))
                .body("bases.by", contains("self", "self", "self", "representative"));
    }

    @Test
    void nothingIsTakenThatNobodyStated() {
        post(
                        "documenter",
                        "victims",
                        Map.of(
                                "type", "individual",
                                "sex", "female",
                                "gender", "woman",
                                "ageBand", "18-59",
                                "characteristics", List.of("minority"),
                                "bases", List.of(Map.of("of", "displaced", "by", "self"), Map.of("of", "sex"))))
                .statusCode(400)
                .body(
                        "findings.pointer",
                        contains("/ageBasis", "/gender", "/characteristics/0", "/bases/0/of", "/bases/1/by"))
                .body(
                        "findings.code",
                        contains("required", "basis-required", "basis-required", "basis-of-nothing", "required"));
        post("documenter", "victims", Map.of("type", "individual", "ageBasis", "stated"))
                .statusCode(400)
                .body("findings.pointer", contains("/ageBasis"))
                .body("findings.code", contains("basis-of-nothing"));
    }

    @Test
    void aCollectiveHasNoSexGenderOrAge() {
        post(
                        "documenter",
                        "victims",
                        Map.of(
                                "type", "collective",
                                "sex", "female",
                                "gender", "woman",
                                "ageBand", "18-59",
                                "ageBasis", "stated",
                                "bases",
                                        List.of(
                                                Map.of("of", "sex", "by", "self"),
                                                Map.of("of", "gender", "by", "self"))))
                .statusCode(400)
                .body("findings.pointer", contains("/sex", "/gender", "/ageBand"))
                .body("findings.code", contains("individual-only", "individual-only", "individual-only"));
    }

    @Test
    void assentOfAChildAndPermissionOfAGuardianStandApart() {
        String id = create("documenter", "victims", CHILD);
        get("documenter", "victims/" + id)
                .body("ageBasis", equalTo("document"))
                .body("assent", equalTo("given"))
                .body("guardianPermission", equalTo("refused"))
                .body("guardianConflict", equalTo(true));
    }

    @Test
    void whatHoldsOfAChildIsRefusedOfOthers() {
        Map<String, Object> grown = new HashMap<>(CHILD);
        grown.put("ageBand", "18-59");
        grown.put("askedAnew", false);
        post("documenter", "victims", grown)
                .statusCode(400)
                .body(
                        "findings.pointer",
                        contains("/majorityOn", "/askedAnew", "/assent", "/guardianPermission", "/guardianConflict"))
                .body("findings.code", contains("child-only", "child-only", "child-only", "child-only", "child-only"));
        Map<String, Object> born = new HashMap<>(CHILD);
        born.put("majorityOn", "2031-05-17");
        post("documenter", "victims", born)
                .statusCode(400)
                .body("findings.pointer", contains("/majorityOn"))
                .body("findings.code", contains("month-at-finest"));
        born.put("majorityOn", "2031-13");
        post("documenter", "victims", born).statusCode(400).body("findings.code", contains("edtf-impossible"));
    }

    @Test
    void childrenComeOfAgeAreFoundUntilTheyWereAskedAnew() {
        String id = create("documenter", "victims", CHILD);
        assertThat(listed("documenter", "victims?majority-before=2031-05-01")).doesNotContain(id);
        assertThat(listed("documenter", "victims?majority-before=2031-05-02")).contains(id);
        assertThat(listed("documenter2", "victims?majority-before=2031-05-02")).doesNotContain(id);
        Map<String, Object> asked = new HashMap<>(CHILD);
        asked.put("askedAnew", true);
        put("documenter", "victims/" + id, "\"r1\"", asked).statusCode(200);
        assertThat(listed("documenter", "victims?majority-before=2031-05-02")).doesNotContain(id);
        get("documenter", "victims?majority-before=2031")
                .statusCode(400)
                .body("findings.pointer", contains("?majority-before"))
                .body("findings.code", contains("day-form"));
        get("documenter2", "victims?majority-before=1990-01-01").body("items", hasSize(0));
    }

    @Test
    void theTableTakesNoNameWhoeverWrites() throws SQLException {
        String id = create("documenter", "victims", CHILD);
        for (String name : List.of(
                "'{\"name\": \"x\"}'",
                "'{\"sex\": \"Canary Name\"}'",
                "'{\"assent\": \"канарка\"}'",
                "'{\"characteristics\": [\"Canary Name\"]}'",
                "'{\"bases\": [{\"of\": \"sex\", \"who\": \"x\"}]}'")) {
            String sql = "update victim set content = content || " + name + " where id = '" + id + "'";
            assertThatThrownBy(() -> update(sql)).as(name).hasMessageContaining("victim_no_name");
        }
    }

    private static void update(String sql) throws SQLException {
        try (Connection connection = AdminDatabase.connect();
                Statement statement = connection.createStatement()) {
            statement.executeUpdate(sql);
        }
    }
}
