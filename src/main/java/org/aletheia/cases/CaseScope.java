package org.aletheia.cases;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.aletheia.access.AccessIntent;
import org.aletheia.access.RecordKind;
import org.aletheia.access.RecordName;
import org.aletheia.cases.store.CaseSources;
import org.aletheia.evidence.UseRecord;
import org.aletheia.evidence.record.RecordVersion;
import org.aletheia.platform.http.ProblemException;

/** What cases are about, for members who may read content. */
@ApplicationScoped
public class CaseScope {
    private final CaseFiles files;
    private final CaseElements elements;
    private final CaseSources sources;
    private final UseRecord use;

    CaseScope(CaseFiles files, CaseElements elements, CaseSources sources, UseRecord use) {
        this.files = files;
        this.elements = elements;
        this.sources = sources;
        this.use = use;
    }

    /**
     * The incidents and acts charged and the items of the case, each once, whether or not the caller may see them.
     *
     * @throws ProblemException {@code not-found}
     */
    public List<RecordName> of(UUID caseFile) {
        CaseFile file = read(caseFile);
        return Stream.of(
                        named(RecordKind.INCIDENT, file.chargedIncidents()),
                        named(RecordKind.ACT, file.chargedActs()),
                        named(RecordKind.ITEM, items(caseFile, file)))
                .flatMap(each -> each)
                .toList();
    }

    /** The case itself, which is told to the journal. */
    CaseFile read(UUID caseFile) {
        CaseFile file = files.require(AccessIntent.READ_CONTENT, caseFile).content();
        use.viewed(RecordKind.CASE_FILE, caseFile);
        return file;
    }

    /** Its material and what its elements, acts and incidents cite. */
    Set<UUID> items(UUID caseFile, CaseFile file) {
        Set<UUID> subjects = new LinkedHashSet<>();
        elements.all(caseFile).stream().map(RecordVersion::id).forEach(subjects::add);
        subjects.addAll(file.chargedActs());
        subjects.addAll(file.chargedIncidents());
        Set<UUID> items = new LinkedHashSet<>(file.material());
        items.addAll(sources.itemsOf(subjects));
        return items;
    }

    private static Stream<RecordName> named(RecordKind kind, Collection<UUID> ids) {
        return ids.stream().map(id -> new RecordName(kind, id));
    }
}
