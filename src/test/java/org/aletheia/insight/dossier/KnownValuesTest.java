package org.aletheia.insight.dossier;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("unit")
class KnownValuesTest {
    private static final UUID KNOWN = UUID.randomUUID();
    private static final UUID HIDDEN = UUID.randomUUID();

    @Test
    void anIdThatIsNotKnownIsLeftOutWhereverItStands() {
        Object value = Map.of(
                "reference", "A/HRC/25/65",
                "item", HIDDEN.toString(),
                "items", List.of(KNOWN.toString(), HIDDEN.toString()),
                "conflict", Map.of("item", HIDDEN.toString()));
        assertThat(KnownValues.of(value, Set.of(KNOWN)::contains))
                .isEqualTo(Map.of("reference", "A/HRC/25/65", "items", List.of(KNOWN.toString())));
    }

    @Test
    void nothingIsLeftOfWhatIsOnlyAnIdThatIsNotKnown() {
        assertThat(KnownValues.of(HIDDEN.toString(), Set.of(KNOWN)::contains)).isNull();
        assertThat(KnownValues.of(List.of(HIDDEN.toString()), Set.of(KNOWN)::contains))
                .isNull();
        assertThat(KnownValues.of(KNOWN.toString(), Set.of(KNOWN)::contains)).isEqualTo(KNOWN.toString());
    }

    @Test
    void idsAreFoundAtAnyDepth() {
        assertThat(KnownValues.ids(Map.of("of", List.of(KNOWN.toString(), "x"), "in", Map.of("id", HIDDEN.toString()))))
                .containsExactlyInAnyOrder(KNOWN, HIDDEN);
        assertThat(KnownValues.ids("no id")).isEmpty();
    }

    @Test
    void otherValuesStay() {
        for (Object value : List.of("2024-03-05", 3, true, "0".repeat(36), List.of(36.2, 49.9))) {
            assertThat(KnownValues.of(value, id -> false)).isEqualTo(value);
        }
    }
}
