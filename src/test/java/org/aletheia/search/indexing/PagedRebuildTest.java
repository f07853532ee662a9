package org.aletheia.search.indexing;

import static org.aletheia.testing.Enrolment.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.aletheia.search.elastic.Change;
import org.aletheia.testing.Enrolment;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A rebuild holds rows of a page while the record goes on: what it read too early never stays in the new index. */
@QuarkusTest
@Tag("it")
class PagedRebuildTest {
    /** More than a page. */
    private static final int RECORDS = 520;

    /** How often the record changes under the rebuild: each time when this many more were read. */
    private static final int STEP = 60;

    private final String before = word();
    private final String after = word();

    @Inject
    Rebuild rebuild;

    @Inject
    Records records;

    private record Shared(String incident, String share) {}

    @Test
    void anIndexThatIsBuiltWhileRecordsChangeIsAsOneThatFollowed() {
        List<Shared> changing = new ArrayList<>();
        for (int i = 0; i < RECORDS; i++) {
            String incident = create("incidents", titled(before));
            if (i % STEP == 0 || i == RECORDS - 1) {
                changing.add(new Shared(incident, share(incident)));
            }
        }
        Awaitility.await().atMost(Duration.ofSeconds(60)).until(() -> total(before) == RECORDS);
        Set<String> changed = new HashSet<>();

        long read = rebuild.run(soFar -> {
            if (soFar % STEP == 1 && !changing.isEmpty()) {
                Shared next = changing.removeLast();
                withdraw(next);
                changed.add(next.incident());
            }
            return true;
        });

        assertThat(read).isGreaterThanOrEqualTo(RECORDS);
        assertThat(changed).hasSizeGreaterThan(RECORDS / STEP / 2);
        assertThat(found("documenter", after)).isEqualTo(changed);
        assertThat(found("documenter2", after)).isEmpty();
        assertThat(found("documenter2", before))
                .containsExactlyInAnyOrderElementsOf(
                        changing.stream().map(Shared::incident).toList());
        assertThat(total(before)).isEqualTo(RECORDS - changed.size());
    }

    @Test
    void aRecordThatIsGoneWhenItsPageIsReadIsTakenOutOfTheIndex() {
        UUID gone = UUID.randomUUID();
        UUID there = UUID.fromString(create("incidents", titled(before)));
        assertThat(records.page("incident", List.of(gone, there), id -> 7))
                .extracting(
                        Change::id, Change::version, change -> change.document().isPresent())
                .containsExactly(tuple(gone, 7L, false), tuple(there, 7L, true));
    }

    /** The old index shows it before the rebuild goes on, so what it has read of the record is older from here on. */
    private void withdraw(Shared shared) {
        as("documenter").delete("/api/v1/shares/" + shared.share()).then().statusCode(204);
        as("documenter")
                .header("If-Match", "\"r1\"")
                .body(titled(after))
                .put("/api/v1/incidents/" + shared.incident())
                .then()
                .statusCode(200);
        await(shared.incident(), after);
    }

    private static void await(String incident, String word) {
        Awaitility.await().atMost(Duration.ofSeconds(60)).until(() -> as("documenter")
                .get("/api/v1/search?limit=200&q=" + word)
                .jsonPath()
                .<String>getList("hits.id")
                .contains(incident));
    }

    private static int total(String word) {
        return as("documenter").get("/api/v1/search?q=" + word).jsonPath().getInt("total.value");
    }

    private static Set<String> found(String user, String word) {
        return new HashSet<>(
                as(user).get("/api/v1/search?limit=200&q=" + word).jsonPath().<String>getList("hits.id"));
    }

    private static Map<String, Object> titled(String word) {
        return Map.of("title", word, "language", "en", "dates", List.of("2024-03-05"));
    }

    private static String share(String incident) {
        return create(
                "shares",
                Map.of(
                        "kind",
                        "incident",
                        "record",
                        incident,
                        "grantee",
                        Enrolment.organisation("Field Team Two").toString()));
    }

    private static String create(String path, Map<String, ?> body) {
        return org.aletheia.testing.Records.create("documenter", path, body);
    }

    private static String word() {
        return "w" + UUID.randomUUID().toString().replace("-", "");
    }
}
