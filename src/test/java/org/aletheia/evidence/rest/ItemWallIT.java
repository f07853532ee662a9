package org.aletheia.evidence.rest;

import static org.aletheia.evidence.rest.Evidence.bytes;
import static org.aletheia.testing.Enrolment.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.Header;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@Tag("it")
class ItemWallIT {
    @ParameterizedTest
    @ValueSource(strings = {"", "/content", "/custody", "/access-record", "/revisions"})
    void othersCannotTellAnItemFromNone(String part) {
        String item = Evidence.item("documenter", bytes("not for others"), Map.of());
        String none = UUID.randomUUID().toString();
        for (String other : List.of("documenter2", "victims-org", "investigator", "auditor", "admin")) {
            Response real = as(other).get("/api/v1/items/" + item + part);
            Response absent = as(other).get("/api/v1/items/" + none + part);
            assertThat(real.statusCode()).as(other).isEqualTo(404);
            assertThat(seen(real)).as(other).isEqualTo(seen(absent));
        }
    }

    @Test
    void changesByOthersLookAbsentToo() {
        String item = Evidence.item("documenter", bytes("not for others"), Map.of());
        for (String id : List.of(item, UUID.randomUUID().toString())) {
            as("documenter2")
                    .header("If-Match", "\"r1\"")
                    .body(Evidence.metadata(Map.of()))
                    .put("/api/v1/items/" + id)
                    .then()
                    .statusCode(404)
                    .body("code", equalTo("not-found"));
            as("investigator")
                    .header("If-Match", "\"r1\"")
                    .body(Map.of("state", "in-triage", "reason", "assigned"))
                    .post("/api/v1/items/" + id + "/decisions")
                    .then()
                    .statusCode(404);
        }
    }

    @Test
    void anAuditorSeesWhatIsStatedButNotTheContent() {
        String item = Evidence.item("documenter", bytes("for the commission"), Map.of());
        Evidence.shareWithCommission(item);
        as("auditor").get("/api/v1/items/" + item).then().statusCode(200).body("id", equalTo(item));
        as("auditor").get("/api/v1/items/" + item + "/custody").then().statusCode(200);
        as("auditor").get("/api/v1/items/" + item + "/content").then().statusCode(404);
        as("investigator").get("/api/v1/items/" + item + "/content").then().statusCode(200);
    }

    @Test
    void aStricterClassificationClosesToThoseBelow() {
        String item = Evidence.item("documenter", bytes("strict"), Map.of("classification", "TLP:AMBER+STRICT"));
        as("documenter").get("/api/v1/items/" + item).then().statusCode(200);
        Kept.change("update item set classification = 'TLP:RED' where id = ?", UUID.fromString(item));
        as("documenter").get("/api/v1/items/" + item).then().statusCode(404);
    }

    @Test
    void withoutATokenThereIsNothing() {
        for (String path :
                List.of("items", "submissions", "items/" + UUID.randomUUID(), "events/" + UUID.randomUUID())) {
            io.restassured.RestAssured.get("/api/v1/" + path)
                    .then()
                    .statusCode(401)
                    .body("code", equalTo("unauthenticated"));
        }
    }

    /** Status, headers and body, without what names the request. */
    private static Map<String, String> seen(Response answer) {
        Map<String, String> seen = new TreeMap<>();
        seen.put("status", Integer.toString(answer.statusCode()));
        for (Header header : answer.headers()) {
            if (!header.getName().equalsIgnoreCase("Aletheia-Request-Id")
                    && !header.getName().equalsIgnoreCase("Date")) {
                seen.put(header.getName(), header.getValue());
            }
        }
        Map<String, Object> body = new TreeMap<>(answer.jsonPath().getMap(""));
        body.remove("instance");
        seen.put("body", body.toString());
        return seen;
    }
}
