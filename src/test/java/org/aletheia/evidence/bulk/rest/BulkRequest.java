package org.aletheia.evidence.bulk.rest;

import io.restassured.RestAssured;
import io.restassured.config.EncoderConfig;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.aletheia.testing.Enrolment;

/** Requests to load in bulk, written with single quotes and with {@code %1$s} for what tells one run from another. */
final class BulkRequest {
    private BulkRequest() {}

    static String lines(String run, String... lines) {
        return String.join("\n", lines).replace('\'', '"').replace("%1$s", run);
    }

    static String line(String kind, String name, String record) {
        return "{'kind':'" + kind + "','externalId':'%1$s-" + name + "','record':" + record + "}";
    }

    static String within(String kind, String name, String whole, String in, String record) {
        return whole(kind, name, whole, "ext:%1$s-" + in, record);
    }

    static String whole(String kind, String name, String whole, String in, String record) {
        return "{'kind':'" + kind + "','externalId':'%1$s-" + name + "','within':'" + in + "','withinKind':'" + whole
                + "','record':" + record + "}";
    }

    static JsonPath load(String user, String query, String lines) {
        return Enrolment.as(user)
                .config(RestAssured.config()
                        .encoderConfig(EncoderConfig.encoderConfig()
                                .encodeContentTypeAs("application/x-ndjson", ContentType.TEXT)
                                .defaultContentCharset(StandardCharsets.UTF_8)))
                .contentType("application/x-ndjson")
                .body(lines)
                .post("/api/v1/bulk" + query)
                .jsonPath();
    }

    /** The id that the answer gives for a line. */
    static String id(JsonPath answer, int line) {
        return answer.getString("lines[" + line + "].id");
    }

    /** What was found on a line, as {@code pointer:code}. */
    static List<String> findings(JsonPath answer, int line) {
        List<Map<String, Object>> findings = answer.getList("lines[" + line + "].findings");
        return findings.stream()
                .map(each -> each.get("pointer") + ":" + each.get("code"))
                .toList();
    }
}
