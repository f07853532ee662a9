package org.aletheia.cases;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.aletheia.access.AccessIntent;
import org.aletheia.access.RecordKind;
import org.aletheia.cases.store.CaseSources;
import org.aletheia.evidence.UseRecord;
import org.aletheia.evidence.record.RecordVersion;
import org.aletheia.platform.http.ProblemException;

/** What is missing in a case; for members of the case who may read content, and of what they may see only. */
@ApplicationScoped
public class CaseReports {
    private final CaseFiles files;
    private final CaseElements elements;
    private final CaseSources sources;
    private final ExpectedElements expected;
    private final UseRecord use;

    CaseReports(CaseFiles files, CaseElements elements, CaseSources sources, ExpectedElements expected, UseRecord use) {
        this.files = files;
        this.elements = elements;
        this.sources = sources;
        this.expected = expected;
        this.use = use;
    }

    /**
     * The gaps of its element matrix.
     *
     * @throws ProblemException {@code not-found}
     */
    public List<Gap> gaps(UUID caseFile) {
        RecordVersion<CaseFile> file = files.require(AccessIntent.READ_CONTENT, caseFile);
        use.viewed(RecordKind.CASE_FILE, caseFile);
        List<RecordVersion<CaseElement>> rows = elements.all(caseFile);
        List<UUID> ids = rows.stream().map(RecordVersion::id).toList();
        use.listed(RecordKind.CASE_ELEMENT, ids);
        return Gaps.of(
                file.content().charges(),
                rows.stream().map(row -> new Gaps.Row(row.id(), row.content())).toList(),
                sources.of(ids),
                expected::of);
    }
}
