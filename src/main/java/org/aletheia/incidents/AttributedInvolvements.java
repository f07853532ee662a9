package org.aletheia.incidents;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.aletheia.access.AccessIntent;
import org.aletheia.access.IdPages;
import org.aletheia.access.RecordKind;
import org.aletheia.custody.Subject;
import org.aletheia.evidence.UseRecord;
import org.aletheia.evidence.citation.Cited;
import org.aletheia.evidence.citation.Evidence;
import org.aletheia.evidence.citation.store.EvidenceStore;
import org.aletheia.evidence.record.PageRequest;
import org.aletheia.evidence.record.RecordDirectory;
import org.aletheia.evidence.record.RecordVersion;
import org.aletheia.incidents.store.AttributionStore;
import org.aletheia.platform.http.Page;

/**
 * What is attributed to a State, on which basis and by which evidence, as far as the caller may list it. The journal is
 * told of each record shown, durably, before anything is returned.
 */
@ApplicationScoped
public class AttributedInvolvements {
    private static final int SOURCES = 20;

    private final AttributionStore store;
    private final EvidenceStore evidence;
    private final RecordDirectory directory;
    private final IdPages pages;
    private final UseRecord use;

    AttributedInvolvements(
            AttributionStore store, EvidenceStore evidence, RecordDirectory directory, IdPages pages, UseRecord use) {
        this.store = store;
        this.evidence = evidence;
        this.directory = directory;
        this.pages = pages;
        this.use = use;
    }

    /** An alleged involvement and what bears on it. */
    public record Attributed(RecordVersion<Involvement> involvement, Evidence evidence) {}

    /**
     * One page of the involvements that are attributed to a State on one basis, by id.
     *
     * @param basis code of {@code arsiwa}
     * @throws org.aletheia.platform.http.ProblemException {@code not-found}, {@code invalid-request}, {@code
     *     cursor-invalid}, {@code cursor-expired}
     */
    public Page<Attributed> to(UUID state, String basis, PageRequest request) {
        directory.require(AccessIntent.READ, RecordKind.STATE, state);
        Page<RecordVersion<Involvement>> page = pages.of(
                "attributed to " + state + "\n" + basis,
                request.limit(),
                request.cursor(),
                (after, most) -> store.page(state, basis, after, most),
                RecordVersion::id);
        List<UUID> ids = page.items().stream().map(RecordVersion::id).toList();
        Map<UUID, Evidence> support = evidence.of(RecordKind.INVOLVEMENT, ids, SOURCES);
        tell(state, ids, support);
        return page.map(found -> new Attributed(found, support.getOrDefault(found.id(), Evidence.NONE)));
    }

    private void tell(UUID state, List<UUID> ids, Map<UUID, Evidence> support) {
        List<Subject> subjects = new ArrayList<>();
        subjects.add(new Subject(RecordKind.STATE.code(), state));
        ids.forEach(id -> subjects.add(new Subject(RecordKind.INVOLVEMENT.code(), id)));
        Stream<Cited> cited = ids.stream().flatMap(id -> support.getOrDefault(id, Evidence.NONE).sources().stream());
        cited.forEach(source -> subjects.add(new Subject(RecordKind.SOURCE.code(), source.source())));
        use.listed(subjects);
    }
}
