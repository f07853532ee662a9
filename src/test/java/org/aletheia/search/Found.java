package org.aletheia.search;

import static org.aletheia.testing.Enrolment.as;

import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.aletheia.testing.Enrolment;
import org.awaitility.Awaitility;

/** Records made through the API, and what a member of the cast finds of them. */
final class Found {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Duration PAUSE = Duration.ofMillis(50);

    private Found() {}

    /** A word that occurs in no other test. */
    static String word() {
        return "w" + UUID.randomUUID().toString().replace("-", "");
    }

    static Response search(String user, Map<String, ?> parameters) {
        return as(user).queryParams(parameters).get("/api/v1/search");
    }

    /** Ids of the hits of one page; the search must be answered. */
    static Set<String> ids(String user, String text) {
        JsonPath page = search(user, Map.of("q", text, "limit", 200))
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
        return new HashSet<>(page.<String>getList("hits.id"));
    }

    static void await(Callable<Boolean> condition) {
        Awaitility.await().atMost(PATIENCE).pollInterval(PAUSE).until(condition);
    }

    static String submission(String user) {
        return create(
                user,
                "submissions",
                Map.of(
                        "title", "Delivery",
                        "controller", "Field Team",
                        "legalBasis", "consent of the data subjects",
                        "retentionRule", "until-proceedings-end"));
    }

    static String item(String user, Map<String, Object> metadata, String text) {
        return itemOf(submission(user), user, metadata, text);
    }

    static String itemOf(String submission, String user, Map<String, Object> metadata, String text) {
        String deposit = create(user, "submissions/" + submission + "/deposits", metadata);
        return as(user).contentType("application/octet-stream")
                .body(text.getBytes(StandardCharsets.UTF_8))
                .put("/api/v1/deposits/" + deposit + "/content")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    static String incident(String user, String title) {
        return create(user, "incidents", Map.of("title", title, "language", "en", "dates", List.of("2024-03-05")));
    }

    static String create(String user, String path, Map<String, ?> body) {
        return as(user).body(body)
                .post("/api/v1/" + path)
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    static String share(String user, String kind, String record, String organisation) {
        return create(
                user,
                "shares",
                Map.of(
                        "kind", kind,
                        "record", record,
                        "grantee", Enrolment.organisation(organisation).toString()));
    }
}
