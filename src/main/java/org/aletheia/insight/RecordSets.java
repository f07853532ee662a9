package org.aletheia.insight;

import jakarta.enterprise.context.ApplicationScoped;
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
import org.aletheia.cases.CaseScope;
import org.aletheia.evidence.record.RecordDirectory;
import org.aletheia.evidence.record.RecordSearch;
import org.aletheia.evidence.record.References;
import org.aletheia.evidence.record.store.ReferenceIndex;
import org.aletheia.platform.http.Findings;
import org.aletheia.platform.http.ProblemException;
import org.jspecify.annotations.Nullable;

/** Makes sets of what a caller names. The journal is told of all records of a set before it is there. */
@ApplicationScoped
public class RecordSets {
    /** Most records of one set. */
    public static final int MOST = 500;

    private static final int AT_ONCE = 1000;

    private final RecordDirectory directory;
    private final RecordReader reader;
    private final ReferenceIndex index;
    private final CaseScope cases;
    private final RecordSearch search;

    RecordSets(
            RecordDirectory directory,
            RecordReader reader,
            ReferenceIndex index,
            CaseScope cases,
            RecordSearch search) {
        this.directory = directory;
        this.reader = reader;
        this.index = index;
        this.cases = cases;
        this.search = search;
    }

    /**
     * The records named, an incident with its acts, what a case is about, and what a search finds.
     *
     * @throws org.aletheia.platform.http.ProblemException {@code invalid-request} with {@code reference-unknown} for each
     *     record that the caller may not see, whether it is absent or not for them; also with what was found before
     */
    public RecordSet of(
            List<RecordName> named,
            @Nullable UUID incident,
            @Nullable UUID caseFile,
            RecordSearch.@Nullable Asked asked,
            Findings findings) {
        Map<RecordName, SeenRecord> found = new LinkedHashMap<>(reader.read(named));
        for (int i = 0; i < named.size(); i++) {
            require(named.get(i), "/records/" + i + "/id", found, findings);
        }
        boolean truncated = incident != null && addIncident(incident, found, findings);
        truncated |= caseFile != null && addCase(caseFile, found, findings);
        truncated |= asked != null && addFound(asked, found, findings);
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
        return add(acts, found);
    }

    /** @return whether there is more than there is room for */
    private boolean addFound(RecordSearch.Asked asked, Map<RecordName, SeenRecord> found, Findings findings) {
        RecordSearch.Hits hits = search.find(asked, reader.kinds(), MOST, findings);
        return add(hits.records(), found) | hits.more();
    }

    /** @return whether it is about more than there is room for */
    private boolean addCase(UUID caseFile, Map<RecordName, SeenRecord> found, Findings findings) {
        try {
            return add(cases.of(caseFile), found);
        } catch (ProblemException e) {
            if (!e.tellsAbsence()) {
                throw e;
            }
            findings.add("/caseFile", "reference-unknown", Map.of("kind", RecordKind.CASE_FILE.code()));
            return false;
        }
    }

    /** Takes in those that the caller may see, as far as there is room. @return whether there was no room for one */
    private boolean add(List<RecordName> names, Map<RecordName, SeenRecord> found) {
        for (int from = 0; from < names.size(); from += AT_ONCE) {
            List<RecordName> some = names.subList(from, Math.min(from + AT_ONCE, names.size()));
            for (SeenRecord seen : reader.read(some).values()) {
                if (found.size() >= MOST && !found.containsKey(seen.name())) {
                    return true;
                }
                found.put(seen.name(), seen);
            }
        }
        return false;
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
