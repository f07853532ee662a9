package org.aletheia.incidents.rest;

import static org.aletheia.testing.Records.create;
import static org.aletheia.testing.Records.get;
import static org.aletheia.testing.Records.listed;
import static org.aletheia.testing.Records.post;
import static org.aletheia.testing.Records.put;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.aletheia.testing.Enrolment;
import org.aletheia.testing.Items;
import org.aletheia.testing.Records;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Everything attributed to a State under one article. */
@QuarkusTest
@Tag("it")
class AttributedTest {
    @Test
    void whatIsAttributedIsToldWithBasesAndEvidence() {
        String state = create("documenter", "states", Map.of("country", "SY"));
        String act = Records.act("documenter", Records.incident("documenter"));
        String one = involvement(act, state, "ARS-8", "ARS-5");
        String other = involvement(act, state, "ARS-8");
        String third = involvement(act, state, "ARS-4");
        String item = Items.of("documenter").id();
        post(
                        "documenter",
                        "involvements/" + one + "/sources",
                        Map.of("item", item, "support", "supports", "about", "/attributions/0"))
                .statusCode(201);
        attributed("documenter", state, "ARS-8")
                .body("items.id", contains(one, other))
                .body("items.alleged", contains(true, true))
                .body("items[0].attributions.basis", contains("ARS-8", "ARS-5"))
                .body("items.sourceCount", contains(2, 1))
                .body("items[0].sources.find { it.item == '" + item + "' }.about", equalTo("/attributions/0"));
        attributed("documenter", state, "ARS-4").body("items.id", contains(third));
        assertThat(listed("documenter", "states/" + state + "/attributed?article=ARS-8"))
                .containsExactly(one, other);
    }

    @Test
    void aRevisionMovesTheAttribution() {
        String state = create("documenter", "states", Map.of("country", "SY"));
        String act = Records.act("documenter", Records.incident("documenter"));
        String id = involvement(act, state, "ARS-8");
        put(
                        "documenter",
                        "involvements/" + id,
                        "\"r1\"",
                        Map.of(
                                "perpetratorType",
                                "99",
                                "attributions",
                                List.of(Map.of("state", state, "basis", "ARS-11"))))
                .statusCode(200);
        attributed("documenter", state, "ARS-8").body("items", hasSize(0));
        attributed("documenter", state, "ARS-11").body("items.id", contains(id));
    }

    @Test
    void onlyWhatTheCallerMayListIsThere() {
        String state = create("documenter", "states", Map.of("country", "SY"));
        String act = Records.act("documenter", Records.incident("documenter"));
        String id = involvement(act, state, "ARS-8");
        get("investigator", "states/" + state + "/attributed?article=ARS-8").statusCode(404);
        get("investigator", "states/" + UUID.randomUUID() + "/attributed?article=ARS-8")
                .statusCode(404);
        String commission = Enrolment.organisation("Commission").toString();
        post("documenter", "shares", Map.of("kind", "state", "record", state, "grantee", commission))
                .statusCode(201);
        attributed("investigator", state, "ARS-8").body("items", hasSize(0));
        post("documenter", "shares", Map.of("kind", "involvement", "record", id, "grantee", commission))
                .statusCode(201);
        attributed("investigator", state, "ARS-8").body("items.id", contains(id));
    }

    @Test
    void theArticleIsRequiredAndOfTheList() {
        String state = create("documenter", "states", Map.of("country", "SY"));
        get("documenter", "states/" + state + "/attributed")
                .statusCode(400)
                .body("findings.pointer", contains("?article"))
                .body("findings.code", contains("required"));
        get("documenter", "states/" + state + "/attributed?article=ARS-88")
                .statusCode(400)
                .body("findings.pointer", contains("?article"))
                .body("findings.code", contains("code-unknown"));
    }

    private static ValidatableResponse attributed(String user, String state, String article) {
        return get(user, "states/" + state + "/attributed?article=" + article).statusCode(200);
    }

    private static String involvement(String act, String state, String... bases) {
        List<Map<String, String>> attributions = Arrays.stream(bases)
                .map(basis -> Map.of("state", state, "basis", basis))
                .toList();
        return create(
                "documenter",
                "acts/" + act + "/involvements",
                Records.sourced("documenter", Map.of("perpetratorType", "99", "attributions", attributions)));
    }
}
