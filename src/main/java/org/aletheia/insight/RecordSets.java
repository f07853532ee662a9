package org.aletheia.insight;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.aletheia.access.AccessIntent;
import org.aletheia.access.RecordKind;
import org.aletheia.access.RecordName;
import org.aletheia.evidence.record.RecordDirectory;
import org.aletheia.evidence.record.References;
import org.aletheia.evidence.record.store.ReferenceIndex;
import org.aletheia.platform.http.Findings;
import org.jspecify.annotations.Nullable;

/** Makes sets of what a caller names. The journal is told of all records of a set before it is there. */
@ApplicationScoped
public class RecordSets {
    /** Most records of one set. */
    public static final int MOST = 500;

    private final RecordDirectory directory;
    private final RecordReader reader;
    private final ReferenceIndex index;

    RecordSets(RecordDirectory directory, RecordReader reader, ReferenceIndex index) {
        this.directory = directory;
        this.reader = reader;
        this.index = index;
    }

    /**
     * The records named, and an incident with its acts.
     *
     * @throws org.aletheia.platform.http.ProblemException {@code invalid-request} with {@code reference-unknown} for each
     *     record that the caller may not see, whether it is absent or not for them; also with what was found before
     */
    public RecordSet of(List<RecordName> named, @Nullable UUID incident, Findings findings) {
        Map<RecordName, SeenRecord> found = new LinkedHashMap<>(reader.read(named));
        for (int i = 0; i < named.size(); i++) {
            require(named.get(i), "/records/" + i + "/id", found, findings);
        }
        boolean truncated = incident != null && addIncident(incident, found, findings);
        findings.throwIfAny();
        Map<RecordName, SeenRecord> wholes = reader.read(wholes(found.values()));
        reader.shown(Stream.concat(found.keySet().stream(), wholes.keySet().stream())
                .distinct()
                .toList());
        return new RecordSet(found.values(), wholes, truncated);
    }

    /** @return whether it has more acts than there is room for */
    private boolean addIncident(UUID incident, Map<RecordName, SeenRecord> found, Findings findings) {
        RecordName whole = new RecordName(RecordKind.INCIDENT, incident);
        found.putAll(reader.read(List.of(whole)));
        require(whole, "/incident", found, findings);
        List<RecordName> acts = index.naming(List.of(incident), Set.of(RecordKind.ACT), MOST + 1);
        List<SeenRecord> seen = new ArrayList<>(reader.read(acts).values());
        for (SeenRecord act : seen.subList(0, Math.min(seen.size(), Math.max(0, MOST - found.size())))) {
            found.put(act.name(), act);
        }
        return seen.stream().anyMatch(act -> !found.containsKey(act.name()));
    }

    /** Who asks for a record that they may not see is journalled as anywhere else. */
    private void require(RecordName name, String pointer, Map<RecordName, SeenRecord> found, Findings findings) {
        if (!found.containsKey(name)) {
            boolean inside = directory.permits(AccessIntent.READ, name.kind(), name.id()) && reader.barred(name);
            findings.add(
                    pointer,
                    inside ? "not-exported" : "reference-unknown",
                    Map.of("kind", name.kind().code()));
        }
    }

    private static Set<RecordName> wholes(Collection<SeenRecord> records) {
        Set<RecordName> wholes = new LinkedHashSet<>();
        records.stream()
                .flatMap(seen -> seen.names().stream())
                .filter(named -> named.by().relation().equals(References.PART_OF))
                .forEach(named -> wholes.add(named.record()));
        return wholes;
    }
}
