package org.aletheia.evidence.rest;

import static org.aletheia.testing.Enrolment.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.Arrays;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.aletheia.kernel.Digest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@Tag("it")
class ContentIT {
    /** More than two segments of the sealed form. */
    private static final byte[] CONTENT = new byte[2_500_000];

    private static volatile String held = "";

    static {
        new Random(7).nextBytes(CONTENT);
    }

    @BeforeEach
    void upload() {
        if (held.isEmpty()) {
            held = Evidence.item("documenter", CONTENT, Map.of("mediaType", "text/html", "fileName", "page.html"));
        }
    }

    @Test
    void theWholeIsSafeToReceive() {
        Response answer = get("documenter", null);
        answer.then()
                .statusCode(200)
                .header("Content-Length", equalTo("2500000"))
                .header("Content-Type", equalTo("application/octet-stream"))
                .header("ETag", equalTo(tag()))
                .header("Repr-Digest", containsString(Evidence.reprDigest(CONTENT)))
                .header("Accept-Ranges", equalTo("bytes"))
                .header("X-Content-Type-Options", equalTo("nosniff"))
                .header("Content-Security-Policy", containsString("sandbox"))
                .header("Content-Disposition", containsString("attachment; filename=\"page.html\""));
        assertThat(answer.asByteArray()).isEqualTo(CONTENT);
        assertThat(answer.headers().getValues("Content-Security-Policy")).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({
        "bytes=0-0, 0, 0",
        "bytes=0-, 0, 2499999",
        "bytes=-1, 2499999, 2499999",
        "bytes=1048500-1048700, 1048500, 1048700",
        "bytes=1048575-2097153, 1048575, 2097153",
        "bytes=2499999-9999999, 2499999, 2499999",
        "bytes=-3000000, 0, 2499999",
    })
    void oneRangeIsCutOut(String range, int from, int to) {
        Response answer = get("documenter", range);
        answer.then()
                .statusCode(206)
                .header("Content-Range", equalTo("bytes " + from + "-" + to + "/2500000"))
                .header("Content-Length", equalTo(Integer.toString(to - from + 1)))
                .header("Repr-Digest", containsString(Evidence.reprDigest(CONTENT)));
        assertThat(answer.asByteArray()).isEqualTo(Arrays.copyOfRange(CONTENT, from, to + 1));
    }

    @ParameterizedTest
    @ValueSource(strings = {"bytes=2500000-", "bytes=-0"})
    void aRangeOfNothingIsRefused(String range) {
        get("documenter", range)
                .then()
                .statusCode(416)
                .header("Content-Range", equalTo("bytes */2500000"))
                .body("code", equalTo("range-not-satisfiable"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"bytes=0-1,5-6", "lines=1-2", "bytes=5-2"})
    void whatIsNotOneRangeGetsTheWhole(String range) {
        get("documenter", range).then().statusCode(200).header("Content-Length", equalTo("2500000"));
    }

    @Test
    void conditionsAreHeard() {
        as("documenter")
                .header("If-Range", "\"other\"")
                .header("Range", "bytes=0-0")
                .get(path())
                .then()
                .statusCode(200);
        as("documenter")
                .header("If-Range", tag())
                .header("Range", "bytes=0-0")
                .get(path())
                .then()
                .statusCode(206);
        as("documenter")
                .header("If-None-Match", tag())
                .get(path())
                .then()
                .statusCode(304)
                .header("ETag", equalTo(tag()));
    }

    @Test
    void headTellsWithoutGiving() {
        as("documenter")
                .head(path())
                .then()
                .statusCode(200)
                .header("Content-Length", equalTo("2500000"))
                .header("ETag", equalTo(tag()))
                .header("Content-Disposition", containsString("attachment"));
    }

    @Test
    void repeatedReadsAreOneEvent() {
        String item = Evidence.item("documenter", Evidence.bytes("read often"), Map.of());
        for (int i = 0; i < 3; i++) {
            as("documenter").get("/api/v1/items/" + item + "/content").then().statusCode(200);
            as("documenter")
                    .header("Range", "bytes=0-1")
                    .get("/api/v1/items/" + item + "/content")
                    .then()
                    .statusCode(206);
        }
        assertThat(downloads(item)).isEqualTo(1);
        as("documenter")
                .header("Aletheia-Purpose", "victim-support")
                .get("/api/v1/items/" + item + "/content")
                .then()
                .statusCode(200);
        assertThat(downloads(item)).isEqualTo(2);
    }

    @Test
    void whoMayNotHaveItGetsNothing() {
        as("documenter2").get(path()).then().statusCode(404).header("ETag", nullValue());
        as("admin").get(path()).then().statusCode(404);
        io.restassured.RestAssured.get(path()).then().statusCode(401);
    }

    private static long downloads(String item) {
        String where = " where event_type = 'CE-ACCESS-DOWNLOAD' and subject_ids[1] = ?)";
        return Kept.rows(
                "select (select count(*) from journal_pending" + where + " + (select count(*) from journal" + where,
                UUID.fromString(item),
                UUID.fromString(item));
    }

    private static String path() {
        return "/api/v1/items/" + held + "/content";
    }

    private static String tag() {
        return '"' + Digest.sha256(CONTENT).hex() + '"';
    }

    private static Response get(String user, @org.jspecify.annotations.Nullable String range) {
        var request = as(user);
        return (range == null ? request : request.header("Range", range)).get(path());
    }
}
