package org.aletheia.incidents.rest;

import static org.aletheia.testing.Records.get;
import static org.aletheia.testing.Records.post;
import static org.aletheia.testing.Records.put;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.aletheia.testing.Database;
import org.aletheia.testing.Records;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** An act and its involvements are held at least as strictly as their incident. */
@QuarkusTest
@Tag("it")
class ProtectionOfPartsTest {
    @Test
    void partsAreNeverLessStrictThanTheirWhole() throws SQLException {
        String incident = Records.create("documenter", "incidents", held("TLP:GREEN"));
        String act = Records.act("documenter", incident);
        String involvement = Records.involvement("documenter", act, Map.of("perpetratorType", "99"));
        String strict = Records.create(
                "documenter",
                "incidents/" + incident + "/acts",
                Map.of("type", "01", "classification", "TLP:AMBER+STRICT"));
        get("documenter", "acts/" + act).body("classification", equalTo("TLP:GREEN"));
        get("documenter", "involvements/" + involvement).body("classification", equalTo("TLP:GREEN"));
        post("documenter", "incidents/" + incident + "/acts", Map.of("type", "01", "classification", "TLP:CLEAR"))
                .statusCode(400)
                .body("findings.pointer", contains("/classification"))
                .body("findings.code", contains("classification-too-open"));

        put("documenter", "incidents/" + incident, "\"r1\"", held("TLP:AMBER+STRICT"))
                .statusCode(200);

        for (String part : List.of("acts/" + act, "involvements/" + involvement)) {
            get("documenter", part)
                    .body("classification", equalTo("TLP:AMBER+STRICT"))
                    .body("revision", equalTo(2));
            String id = part.substring(part.indexOf('/') + 1);
            assertThat(Database.tablesHolding(id)).contains("public.restriction_pending");
        }
        get("documenter", "acts/" + strict).body("revision", equalTo(1));
        put("documenter", "acts/" + act, "\"r2\"", Map.of("type", "01", "classification", "TLP:GREEN"))
                .statusCode(400)
                .body("findings.code", contains("classification-too-open"));
        get("documenter", "acts/" + Records.act("documenter", incident))
                .body("classification", equalTo("TLP:AMBER+STRICT"));
    }

    @Test
    void noPartSlipsBelowAWholeThatIsTightenedMeanwhile() throws Exception {
        for (int round = 0; round < 6; round++) {
            String incident = Records.create("documenter", "incidents", held("TLP:GREEN"));
            String act = Records.act("documenter", incident);
            List<Callable<ValidatableResponse>> atOnce = new ArrayList<>();
            atOnce.add(() -> put("documenter", "incidents/" + incident, "\"r1\"", held("TLP:AMBER+STRICT")));
            atOnce.add(() -> put("documenter", "acts/" + act, "\"r1\"", Map.of("type", "01", "harms", List.of())));
            for (int i = 0; i < 3; i++) {
                atOnce.add(() -> post("documenter", "incidents/" + incident + "/acts", Map.of("type", "01")));
            }
            try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
                for (Future<ValidatableResponse> answer : threads.invokeAll(atOnce)) {
                    assertThat(answer.get().extract().statusCode()).isIn(200, 201, 412);
                }
            }
            get("documenter", "incidents/" + incident + "/acts")
                    .body("items", hasSize(4))
                    .body("items.classification", everyItem(equalTo("TLP:AMBER+STRICT")));
        }
    }

    private static Map<String, Object> held(String classification) {
        Map<String, Object> body = new HashMap<>(Records.incident());
        body.put("classification", classification);
        return body;
    }
}
