package org.aletheia.insight.graph;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.aletheia.access.RecordKind;
import org.aletheia.access.RecordName;
import org.aletheia.evidence.record.References.Named;
import org.aletheia.evidence.record.References.Reference;
import org.aletheia.insight.SeenRecord;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("unit")
class NeighbourhoodTest {
    @Test
    void whatIsSaidOfTheWholeOrOfAPartIsSaidOfAMember() {
        assertThat(Neighbourhood.concerns(null, "/victims/0")).isTrue();
        assertThat(Neighbourhood.concerns("/victims", "/victims/0")).isTrue();
        assertThat(Neighbourhood.concerns("/victims/0", "/victims/0")).isTrue();
        assertThat(Neighbourhood.concerns("/victims/0", "/victims/01")).isFalse();
        assertThat(Neighbourhood.concerns("/victims/1", "/victims/0")).isFalse();
        assertThat(Neighbourhood.concerns("/date", "/victims/0")).isFalse();
    }

    @Test
    void noEdgeLeadsToWhatIsNoNode() {
        RecordName hidden = new RecordName(RecordKind.VICTIM, UUID.randomUUID());
        Neighbourhood found = new Neighbourhood(5);
        found.add(seen(record(hidden)));
        assertThat(found.graph().edges()).isEmpty();
        assertThat(found.graph().truncated()).isFalse();
    }

    @Test
    void boundsAreKeptAndToldOnlyWhereSomethingWasLeftOut() {
        Neighbourhood found = new Neighbourhood(2);
        found.add(seen(record(), record()));
        assertThat(found.graph().truncated()).isFalse();
        assertThat(found.full()).isFalse();
        assertThat(found.add(seen(record()))).isEmpty();
        assertThat(found.graph().nodes()).hasSize(2);
        assertThat(found.graph().truncated()).isTrue();
        assertThat(found.full()).isTrue();
    }

    @Test
    void edgesAreBoundedToo() {
        SeenRecord victim = record();
        RecordName[] often = new RecordName[11];
        java.util.Arrays.fill(often, victim.name());
        Neighbourhood found = new Neighbourhood(2);
        found.add(seen(record(often), victim));
        assertThat(found.graph().edges()).hasSize(2 * Neighbourhood.EDGES_PER_NODE);
        assertThat(found.graph().truncated()).isTrue();
    }

    private static Map<RecordName, SeenRecord> seen(SeenRecord... records) {
        Map<RecordName, SeenRecord> map = new LinkedHashMap<>();
        List.of(records).forEach(record -> map.put(record.name(), record));
        return map;
    }

    private static SeenRecord record(RecordName... names) {
        Reference reference = new Reference("victim", "/victims/*", RecordKind.VICTIM, false);
        return new SeenRecord(
                new RecordName(RecordKind.ACT, UUID.randomUUID()),
                null,
                null,
                Map.of(),
                java.util.stream.Stream.of(names)
                        .map(name -> new Named(name, reference, "/victims/0"))
                        .toList(),
                List.of(),
                Optional.empty(),
                false,
                null);
    }
}
