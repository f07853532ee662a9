package org.aletheia.evidence.record;

import static org.aletheia.testing.Records.create;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.arc.All;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.aletheia.kernel.GeoPoint;
import org.aletheia.kernel.UncertainDate;
import org.aletheia.platform.persistence.Projection;
import org.aletheia.platform.persistence.Projection.Field;
import org.aletheia.platform.persistence.Projections;
import org.aletheia.testing.Records;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What search is told of the linked record. */
@QuarkusTest
@Tag("it")
class LinkedProjectionsTest {
    @Inject
    @All
    List<Projections> all;

    @Test
    void anIncidentIsFoundByWordsDatesAndPlace() {
        Map<String, Object> point = Map.of("type", "Point", "coordinates", List.of(36.2, 49.9));
        String id = create(
                "documenter",
                "incidents",
                Map.of(
                        "title",
                        "Strike",
                        "language",
                        "en",
                        "dates",
                        List.of("2024-03"),
                        "place",
                        Map.of(
                                "geometry",
                                point,
                                "precision",
                                "exact",
                                "names",
                                List.of(Map.of("language", "uk", "text", "Харків")))));
        assertThat(projection("incident", id).fields())
                .containsEntry(Field.TITLE, "Strike")
                .containsEntry(Field.DATES, List.of(UncertainDate.parse("2024-03")))
                .containsEntry(Field.PLACES, List.of(new GeoPoint(36.2, 49.9)))
                .containsEntry(Field.NAMES, List.of("Харків"));
    }

    @Test
    void aVictimIsFoundByPseudonymAndCodesOnly() {
        String id = create(
                "documenter",
                "victims",
                Map.of(
                        "type",
                        "individual",
                        "sex",
                        "female",
                        "characteristics",
                        List.of("child"),
                        "bases",
                        List.of(Map.of("of", "sex", "by", "self"), Map.of("of", "child", "by", "guardian"))));
        assertThat(projection("victim", id).fields()).containsOnlyKeys(Field.IDENTIFIERS, Field.CODES);
        assertThat(projection("victim", id).fields())
                .containsEntry(Field.CODES, List.of("victim-type:individual", "victim-characteristic:child"));
    }

    @Test
    void everyKindCanBeWalkedThrough() {
        String incident = Records.incident("documenter");
        String act = Records.act("documenter", incident);
        assertThat(of("act").idsAfter("act", null, 1000)).contains(UUID.fromString(act));
        assertThat(of("act").idsAfter("act", UUID.fromString(act), 1000)).doesNotContain(UUID.fromString(act));
        assertThat(all.stream().flatMap(each -> each.kinds().stream()))
                .contains(
                        "incident",
                        "act",
                        "involvement",
                        "person",
                        "group",
                        "unit",
                        "organisation",
                        "state",
                        "victim",
                        "reparation-claim");
    }

    private Projection projection(String kind, String id) {
        return Objects.requireNonNull(
                        of(kind).find(kind, List.of(UUID.fromString(id))).get(UUID.fromString(id)))
                .get();
    }

    private Projections of(String kind) {
        return all.stream()
                .filter(each -> each.kinds().contains(kind))
                .findFirst()
                .orElseThrow();
    }
}
