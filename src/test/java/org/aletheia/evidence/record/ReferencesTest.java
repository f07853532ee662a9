package org.aletheia.evidence.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.aletheia.access.RecordKind;
import org.aletheia.access.RecordName;
import org.aletheia.evidence.record.References.Named;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("unit")
class ReferencesTest {
    private static final References TOLD = References.of(RecordKind.INVOLVEMENT)
            .labelled("/title", "/names/*/text")
            .coded("huridocs-mt-18", "/degree")
            .names(References.PART_OF, "/act", RecordKind.ACT)
            .alleges("alleged-perpetrator", "/party/id", null);

    @Test
    void namesAreFoundWithWhatSaysThemAndWhetherTheyAreAlleged() {
        UUID act = UUID.randomUUID();
        UUID unit = UUID.randomUUID();
        List<Named> named =
                TOLD.in(Map.of("act", act.toString(), "party", Map.of("kind", "unit", "id", unit.toString())));
        assertThat(named)
                .extracting(Named::record)
                .containsExactly(new RecordName(RecordKind.ACT, act), new RecordName(RecordKind.UNIT, unit));
        assertThat(named).extracting(each -> each.by().alleged()).containsExactly(false, true);
        assertThat(named).extracting(Named::pointer).containsExactly("/act", "/party/id");
    }

    @Test
    void whatNamesNoRecordIsPassedOver() {
        String id = UUID.randomUUID().toString();
        assertThat(TOLD.in(Map.of("act", "no id", "party", Map.of("kind", "planet", "id", id))))
                .isEmpty();
        assertThat(TOLD.in(Map.of("party", Map.of("id", id)))).isEmpty();
    }

    @Test
    void aRecordIsKnownByTheFirstThatIsThere() {
        assertThat(TOLD.label(Map.of("names", List.of(Map.of("text", "One"), Map.of("text", "Two")))))
                .isEqualTo("One");
        assertThat(TOLD.label(Map.of("pseudonym", "P-1"))).isNull();
        assertThat(TOLD.code(Map.of("degree", "01"))).isEqualTo("huridocs-mt-18:01");
        assertThat(TOLD.code(Map.of())).isNull();
    }
}
