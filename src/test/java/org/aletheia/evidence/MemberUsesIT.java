package org.aletheia.evidence;

import static org.aletheia.testing.Enrolment.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;
import org.aletheia.testing.AdminDatabase;
import org.aletheia.testing.Compartments;
import org.aletheia.testing.Enrolment;
import org.aletheia.testing.Items;
import org.aletheia.testing.Records;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What a member saw, for the auditor of their organisation and for nobody else. */
@QuarkusTest
@Tag("it")
class MemberUsesIT {
    private static final String WATCHED = "investigator";

    @Test
    void theAuditorSeesWhatAColleagueViewedDownloadedFoundAndWasRefused() {
        String item = Items.readableBy(WATCHED).id();
        String incident = Records.incident(WATCHED);
        Records.get(WATCHED, "items/" + item).statusCode(200);
        as(WATCHED).get("/api/v1/items/" + item + "/content").then().statusCode(200);
        Records.get(WATCHED, "incidents/" + incident).statusCode(200);
        Records.listed(WATCHED, "incidents");
        String others = Records.incident("documenter2");
        Records.get(WATCHED, "incidents/" + others).statusCode(404);

        JsonPath seen = uses(
                page -> types(page).containsAll(List.of("CE-ACCESS-DENIED", "CE-ACCESS-DOWNLOAD", "CE-ACCESS-SEARCH")));
        assertThat(recordsOf(seen, "CE-ACCESS-VIEW")).contains(item, incident);
        assertThat(recordsOf(seen, "CE-ACCESS-DOWNLOAD")).contains(item);
        assertThat(recordsOf(seen, "CE-ACCESS-SEARCH")).contains(incident);
        assertThat(seen.getList("index", Long.class)).isSortedAccordingTo((a, b) -> Long.compare(b, a));
        List<String> actors = seen.getList("event.fields.collect { it.find { it.name == 'actor' }.value }");
        assertThat(new HashSet<>(actors))
                .containsExactly(Enrolment.member(WATCHED).toString());
        // what was refused is not told: it may be what is hidden from the auditor too
        assertThat(seen.prettify()).doesNotContain(others);
    }

    @Test
    void whatTheAuditorMayNotSeeIsWithheldAndSaidToBe() {
        Compartments.set(WATCHED, "investigator", List.of("north"));
        String secret;
        try {
            Map<String, Object> body = new HashMap<>(Records.incident());
            body.put("compartments", List.of("north"));
            secret = Records.create(WATCHED, "incidents", body);
            Records.get(WATCHED, "incidents/" + secret).statusCode(200);
            Records.listed(WATCHED, "incidents");
        } finally {
            Compartments.set(WATCHED, "investigator", List.of());
        }
        await().atMost(Duration.ofSeconds(60))
                .until(() -> AdminDatabase.column(
                                        "select event_type from journal where event_type = 'CE-ACCESS-VIEW' and ? = any (subject_ids)",
                                        UUID.fromString(secret))
                                .size()
                        > 0);
        JsonPath seen = uses(page -> true);
        assertThat(seen.prettify()).doesNotContain(secret);
        assertThat(seen.getList("withheld", Boolean.class)).contains(true);
        int hidden = seen.getList("withheld", Boolean.class).indexOf(true);
        List<List<Map<String, Object>>> all = seen.getList("event.fields");
        List<Map<String, Object>> fields = all.get(hidden);
        assertThat(fields.stream()
                        .filter(field ->
                                List.of("subject", "revision", "detail").contains(field.get("name")))
                        .filter(field -> field.containsKey("value")))
                .isEmpty();
    }

    @Test
    void nobodyElseLearnsAnything() {
        String member = Enrolment.member(WATCHED).toString();
        for (String other : List.of(
                "investigator",
                "case-team",
                "claims-officer",
                "counsel",
                "documenter",
                "admin",
                "disclosure-officer")) {
            Records.get(other, path(member)).statusCode(404).body("code", equalTo("not-found"));
        }
        String absent = Records.get("auditor", path(UUID.randomUUID().toString()))
                .statusCode(404)
                .extract()
                .path("title");
        Records.get("auditor", path(Enrolment.member("documenter").toString()))
                .statusCode(404)
                .body("title", equalTo(absent));
    }

    @Test
    void pagesGoThroughAllOnceAndBelongToTheirReader() {
        for (int i = 0; i < 6; i++) {
            Records.get(WATCHED, "incidents/" + Records.incident(WATCHED));
        }
        uses(page -> types(page).size() > 5);
        List<String> all = new ArrayList<>();
        String cursor = "";
        for (int page = 0; page < 3; page++) {
            JsonPath answer = Records.get(
                            "auditor", path(Enrolment.member(WATCHED).toString()) + "?limit=2" + cursor)
                    .statusCode(200)
                    .extract()
                    .jsonPath();
            all.addAll(answer.getList("items.id"));
            cursor = "&cursor=" + answer.getString("next");
        }
        assertThat(all).hasSize(6).doesNotHaveDuplicates();
        Records.get("auditor", path(Enrolment.member("case-team").toString()) + "?limit=2" + cursor)
                .statusCode(400)
                .body("code", equalTo("cursor-invalid"));
    }

    /** Whoever watches is watched. */
    @Test
    void theAuditorsOwnLookIsAnEvent() {
        UUID member = Enrolment.member(WATCHED);
        Records.get("auditor", path(member.toString())).statusCode(200);
        assertThat(AdminDatabase.eventsOf(member)).contains("CE-ACCESS-VIEW");
    }

    private static String path(String member) {
        return "members/" + member + "/access-record";
    }

    /** The last uses, once they are as is wished: events get their index moments after they were committed. */
    private static JsonPath uses(Predicate<JsonPath> wished) {
        Response answer = await().atMost(Duration.ofSeconds(60))
                .until(
                        () -> as("auditor")
                                .queryParam("limit", 200)
                                .get("/api/v1/" + path(Enrolment.member(WATCHED).toString())),
                        page -> page.statusCode() == 200
                                && wished.test(page.jsonPath().setRootPath("items")));
        return answer.jsonPath().setRootPath("items");
    }

    private static List<String> types(JsonPath page) {
        return page.getList("event.fields.collect { it.find { it.name == 'type' }.value }");
    }

    private static List<String> recordsOf(JsonPath page, String type) {
        return page.getList(
                "findAll { it.event.fields.find { it.name == 'type' }.value == '" + type + "' }.records.flatten().id");
    }
}
