package org.aletheia.search;

import static org.aletheia.search.Found.await;
import static org.aletheia.search.Found.create;
import static org.aletheia.search.Found.search;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.aletheia.testing.Records;
import org.aletheia.testing.Testimony;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What search knows of statements: that there are some, of when and about where. */
@QuarkusTest
@Tag("it")
class StatementsInSearchTest {
    private static final String USER = "documenter";

    @Test
    void aStatementIsFoundByDayAndCoarsePlaceAndAClaimNarrativeNotAtAll() throws Exception {
        String victim = Records.victim(USER);
        String pseudonym = Records.get(USER, "victims/" + victim).extract().path("pseudonym");
        String narrative = statement("claim-narrative", victim);
        String account = statement("first-account", victim);

        await(() -> hits(Map.of()).contains(account));

        assertThat(hits(Map.of("near", "36.23,49.99", "within", "50"))).contains(account);
        assertThat(hits(Map.of())).doesNotContain(narrative);
        for (String words : List.of(pseudonym, victim, "I-12", "T-3", "sexual-violence", "wish-of-person", "prayer")) {
            assertThat(hits(Map.of("q", words))).as(words).isEmpty();
        }
        search(USER, Map.of("kind", "protection-note"))
                .then()
                .statusCode(400)
                .body("findings.pointer", contains("?kind"))
                .body("findings.code", contains("kind-not-searchable"))
                .body("code", equalTo("invalid-request"));
    }

    private static String statement(String kind, String victim) {
        Map<String, Object> body = Testimony.body(kind, victim, "protectionNeeds", List.of("sexual-violence"));
        Map<String, Object> circumstances = new HashMap<>(Testimony.circumstances());
        circumstances.put("sessions", List.of(Map.of("date", "1931-03-05")));
        body.put("circumstances", circumstances);
        body.put("guidanceReason", "wish-of-person");
        return create(USER, "statements", body);
    }

    /** Statements of that day. */
    private static List<String> hits(Map<String, String> more) {
        Map<String, Object> asked = new HashMap<>(more);
        asked.putAll(Map.of("kind", "statement", "from", "1931-03-05", "to", "1931-03-05", "limit", 200));
        return search(USER, asked).then().statusCode(200).extract().path("hits.id");
    }
}
