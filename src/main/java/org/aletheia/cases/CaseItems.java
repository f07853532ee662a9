package org.aletheia.cases;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.aletheia.access.RecordName;
import org.aletheia.cases.disclosure.DisclosureDecision;
import org.aletheia.cases.store.CaseFileStore;
import org.aletheia.cases.store.DisclosureDecisionStore;
import org.aletheia.evidence.record.RecordVersion;

/** What the cases that the caller may read make of items; for everybody else, colleagues included, there is nothing. */
@ApplicationScoped
public class CaseItems {
    private static final int MOST = 10_000;

    private final CaseFiles files;
    private final CaseElements elements;
    private final CaseFileStore material;
    private final DisclosureDecisionStore decisions;

    CaseItems(CaseFiles files, CaseElements elements, CaseFileStore material, DisclosureDecisionStore decisions) {
        this.files = files;
        this.elements = elements;
        this.material = material;
        this.decisions = decisions;
    }

    /**
     * Cases with what they say of items.
     *
     * @param files by id
     * @param elements that cite the items, each of one of the files, by id
     * @param decisions about the items, each of one of the files
     */
    public record Found(
            Map<UUID, RecordVersion<CaseFile>> files,
            Map<UUID, RecordVersion<CaseElement>> elements,
            List<RecordVersion<DisclosureDecision>> decisions) {
        public Found {
            decisions = List.copyOf(decisions);
        }

        /** All of them, for the journal. */
        public List<RecordName> names() {
            return Stream.of(files.values(), elements.values(), decisions)
                    .flatMap(Collection::stream)
                    .map(found -> new RecordName(found.kind(), found.id()))
                    .toList();
        }
    }

    /**
     * What is said of these items; to be told to the journal by whoever shows it.
     *
     * @param cited elements that cite them
     */
    public Found of(Collection<UUID> items, Collection<UUID> cited) {
        Map<UUID, RecordVersion<CaseElement>> rows = byId(elements.among(cited));
        List<RecordVersion<DisclosureDecision>> decided = decisions.about(items, MOST);
        Set<UUID> named = new LinkedHashSet<>();
        rows.values().forEach(row -> named.add(row.content().caseFile()));
        decided.forEach(each -> named.add(each.content().caseFile()));
        Map<UUID, RecordVersion<CaseFile>> found = byId(files.among(named));
        material.withMaterial(items, MOST).forEach(file -> found.put(file.id(), file));
        rows.values().removeIf(row -> !found.containsKey(row.content().caseFile()));
        List<RecordVersion<DisclosureDecision>> shown = decided.stream()
                .filter(each -> found.containsKey(each.content().caseFile()))
                .toList();
        return new Found(found, rows, shown);
    }

    private static <T> Map<UUID, RecordVersion<T>> byId(List<RecordVersion<T>> versions) {
        return versions.stream()
                .collect(Collectors.toMap(
                        RecordVersion::id, Function.identity(), (first, same) -> first, LinkedHashMap::new));
    }
}
