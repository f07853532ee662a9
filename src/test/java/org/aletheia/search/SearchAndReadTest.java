package org.aletheia.search;

import static org.aletheia.search.Found.await;
import static org.aletheia.search.Found.search;
import static org.aletheia.search.Found.word;
import static org.aletheia.testing.Enrolment.as;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Property, through the API: once the index has caught up, hits, total and facets of a search are exactly the records that
 * the same member can open one by one. {@code AccessFilterTest} tries far more principals on the filter itself.
 */
@QuarkusTest
@Tag("it")
class SearchAndReadTest {
    private static final List<String> CAST = List.of(
            "documenter", "documenter2", "victims-org", "investigator", "case-team", "claims-officer", "auditor");
    private static final List<String> OWNERS = List.of("documenter", "documenter2", "investigator");
    private static final Map<String, String> ORGANISATION = Map.of(
            "documenter", "Field Team",
            "documenter2", "Field Team Two",
            "victims-org", "Victims Association",
            "investigator", "Commission");
    private static final List<String> LEVELS = List.of("TLP:CLEAR", "TLP:GREEN", "TLP:AMBER", "TLP:AMBER+STRICT");

    private final Random random = new Random(4711);
    private final String word = word();
    private final List<Made> made = new ArrayList<>();

    private record Made(String id, String owner) {}

    @Test
    void searchShowsWhatReadsAllow() throws Exception {
        for (int i = 0; i < 24; i++) {
            create(i);
        }
        made.forEach(this::shareAndPerhapsEnd);
        for (String owner : OWNERS) {
            Set<String> own = ids(made.stream().filter(record -> record.owner().equals(owner)));
            await(() -> Found.ids(owner, word).containsAll(own));
        }
        Thread.sleep(3_000); // shares are changes too: the follower is past them when nothing has happened for a while

        for (String member : CAST) {
            Set<String> readable = ids(made.stream()
                    .filter(record ->
                            as(member).get("/api/v1/incidents/" + record.id()).statusCode() == 200));
            JsonPath found = search(member, Map.of("q", word, "limit", 200, "facets", "kind"))
                    .jsonPath();

            assertThat(found.<String>getList("hits.id")).as(member).containsExactlyInAnyOrderElementsOf(readable);
            assertThat(found.getInt("total.value")).isEqualTo(readable.size());
            assertThat(found.<Integer>getList("facets.kind.count").stream()
                            .mapToInt(count -> count)
                            .sum())
                    .isEqualTo(readable.size());
        }
    }

    private void create(int number) {
        String owner = OWNERS.get(random.nextInt(OWNERS.size()));
        String id = Found.create(
                owner,
                "incidents",
                Map.of(
                        "title",
                        word + " " + number,
                        "language",
                        "en",
                        "dates",
                        List.of("2024"),
                        "classification",
                        LEVELS.get(random.nextInt(LEVELS.size()))));
        made.add(new Made(id, owner));
    }

    private static Set<String> ids(Stream<Made> records) {
        return records.map(Made::id).collect(Collectors.toSet());
    }

    private void shareAndPerhapsEnd(Made record) {
        ORGANISATION.forEach((user, organisation) -> {
            if (!user.equals(record.owner()) && random.nextInt(3) == 0) {
                String share = Found.share(record.owner(), "incident", record.id(), organisation);
                if (random.nextBoolean()) {
                    as(record.owner()).delete("/api/v1/shares/" + share).then().statusCode(204);
                }
            }
        });
    }
}
