package org.aletheia.testing;

import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Makes records of the linked record through the API, for tests that are about something else. */
public final class Records {
    private Records() {}

    /** Posts a body that is to be accepted; the id of what it made. */
    public static String create(String user, String path, Map<String, ?> body) {
        return post(user, path, body).statusCode(201).extract().path("id");
    }

    /** Posts any body. */
    public static ValidatableResponse post(String user, String path, Map<String, ?> body) {
        return Enrolment.as(user).body(body).post("/api/v1/" + path).then();
    }

    /** Puts any body in the place of the revision with this tag; without a tag it names none. */
    public static ValidatableResponse put(String user, String path, @Nullable String tag, Map<String, ?> body) {
        RequestSpecification request = Enrolment.as(user).body(body);
        return (tag == null ? request : request.header("If-Match", tag))
                .put("/api/v1/" + path)
                .then();
    }

    /** Gets anything. */
    public static ValidatableResponse get(String user, String path) {
        return Enrolment.as(user).get("/api/v1/" + path).then();
    }

    /** The ids of a whole list, page after page. */
    public static List<String> listed(String user, String path) {
        return entries(user, path).stream()
                .map(entry -> (String) entry.get("id"))
                .toList();
    }

    /** One entry of a list, on whichever of its pages it stands. */
    public static Map<String, Object> listedEntry(String user, String path, String id) {
        return listedEntry(user, path, "id", id);
    }

    /** The entry of a list that has this member, on whichever of its pages it stands. */
    public static Map<String, Object> listedEntry(String user, String path, String member, String id) {
        return entries(user, path).stream()
                .filter(entry -> id.equals(entry.get(member)))
                .findFirst()
                .orElseThrow(() -> new AssertionError(id + " is not listed at " + path));
    }

    private static List<Map<String, Object>> entries(String user, String path) {
        List<Map<String, Object>> entries = new ArrayList<>();
        String separator = path.contains("?") ? "&" : "?";
        String cursor = "";
        do {
            JsonPath page = get(user, path + separator + "limit=200" + cursor)
                    .statusCode(200)
                    .extract()
                    .jsonPath();
            entries.addAll(page.getList("items"));
            cursor = page.getString("next") == null ? "" : "&cursor=" + page.getString("next");
        } while (!cursor.isEmpty());
        return entries;
    }

    /** A small incident. */
    public static String incident(String user) {
        return create(user, "incidents", incident());
    }

    /** The body of a small incident. */
    public static Map<String, Object> incident() {
        return Map.of("title", "Strike on a residential block", "language", "en", "dates", List.of("2024-03-05"));
    }

    /** One victim. */
    public static String victim(String user) {
        return create(user, "victims", Map.of("type", "individual"));
    }

    /** An act without anybody. */
    public static String act(String user, String incident) {
        return create(user, "incidents/" + incident + "/acts", Map.of("type", "01"));
    }

    /** An allegation with one source, an item that the user may read. */
    public static String involvement(String user, String act, Map<String, ?> body) {
        return create(user, "acts/" + act + "/involvements", sourced(user, body));
    }

    /** The body with one source that supports it, an item that the user may read. */
    public static Map<String, Object> sourced(String user, Map<String, ?> body) {
        Map<String, Object> with = new HashMap<>(body);
        with.put("sources", List.of(Map.of("item", Items.readableBy(user).id(), "support", "supports")));
        return with;
    }
}
