package org.aletheia.insight.sheet;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.aletheia.access.RecordKind;
import org.aletheia.access.RecordName;
import org.aletheia.evidence.citation.Source;
import org.aletheia.insight.SeenRecord;
import org.aletheia.insight.sheet.SheetRow.Contradiction;
import org.aletheia.insight.sheet.SheetRow.Relevance;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("unit")
class CitingsTest {
    private static final UUID ACT = UUID.randomUUID();
    private static final UUID ONE = UUID.randomUUID();
    private static final UUID OTHER = UUID.randomUUID();

    @Test
    void theOppositeOfTheSameMatterContradicts() {
        contradicted(null, 1);
        contradicted("/victims", 1);
        contradicted("/victims/0", 1);
        contradicted("/victims/1", 0);
        contradicted("/date", 0);
    }

    private static void contradicted(@Nullable String about, int times) {
        Citings citings = citings(source(ONE, "/victims/0", "supports"), source(OTHER, about, "contradicts"));
        assertThat(citings.contradicting(ONE)).hasSize(times);
        assertThat(citings.contradicting(OTHER)).hasSize(times);
    }

    @Test
    void agreementAndNeutralityContradictNothing() {
        Citings citings =
                citings(source(ONE, null, "supports"), source(OTHER, null, "supports"), source(OTHER, null, "neutral"));
        assertThat(citings.contradicting(ONE)).isEmpty();
        assertThat(citings.contradicting(OTHER)).isEmpty();
    }

    @Test
    void aContradictingItemIsNamedOnceByItsNumber() {
        Citings citings = citings(
                source(ONE, null, "supports"), source(ONE, "/date", "supports"), source(OTHER, null, "contradicts"));
        assertThat(citings.contradicting(ONE))
                .containsExactly(new Contradiction(OTHER, "R-1", "act", ACT, null, "contradicts", null));
    }

    @Test
    void relevanceTellsHowTheRecordIsQualified() {
        assertThat(citings(source(ONE, null, "supports")).relevance(ONE))
                .containsExactly(new Relevance("act", ACT, null, null, "supports", List.of("icc-crime:7-1-a")));
        assertThat(citings(source(OTHER, null, "supports")).relevance(ONE)).isEmpty();
    }

    private static Citings citings(Source... sources) {
        RecordName act = new RecordName(RecordKind.ACT, ACT);
        Map<String, Object> content = Map.of("qualifications", List.of(Map.of("list", "icc-crime", "code", "7-1-a")));
        SeenRecord seen = new SeenRecord(act, null, null, content, List.of(), List.of(), Optional.empty(), false, null);
        return new Citings(List.of(sources), Map.of(act, seen), Map.of(OTHER, "R-1"), Map.of());
    }

    private static Source source(UUID item, @Nullable String about, String support) {
        return new Source(
                RecordKind.ACT, ACT, null, about, item, null, support, null, null, null, null, UUID.randomUUID());
    }
}
