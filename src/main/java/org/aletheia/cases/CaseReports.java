package org.aletheia.cases;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.aletheia.access.AccessIntent;
import org.aletheia.access.RecordKind;
import org.aletheia.cases.store.CaseSources;
import org.aletheia.evidence.UseRecord;
import org.aletheia.evidence.record.RecordVersion;
import org.aletheia.parties.Persons;
import org.aletheia.parties.Victims;
import org.aletheia.platform.http.ProblemException;

/**
 * What is missing in a case, and whom it may call; for members of the case who may read content, and of what they may see
 * only.
 */
@ApplicationScoped
public class CaseReports {
    private final CaseFiles files;
    private final CaseElements elements;
    private final CaseSources sources;
    private final Persons persons;
    private final Victims victims;
    private final UseRecord use;

    CaseReports(
            CaseFiles files,
            CaseElements elements,
            CaseSources sources,
            Persons persons,
            Victims victims,
            UseRecord use) {
        this.files = files;
        this.elements = elements;
        this.sources = sources;
        this.persons = persons;
        this.victims = victims;
        this.use = use;
    }

    /**
     * The gaps of its element matrix.
     *
     * @throws ProblemException {@code not-found}
     */
    public List<Gap> gaps(UUID caseFile) {
        RecordVersion<CaseFile> file = read(caseFile);
        List<RecordVersion<CaseElement>> rows = elements.all(caseFile);
        List<UUID> ids = rows.stream().map(RecordVersion::id).toList();
        use.listed(RecordKind.CASE_ELEMENT, ids);
        return Gaps.of(
                file.content().charges(),
                rows.stream().map(row -> new Gaps.Row(row.id(), row.content())).toList(),
                sources.of(ids));
    }

    /**
     * Its witnesses, each by pseudonym only, also those whose name is public.
     *
     * @throws ProblemException {@code not-found}
     */
    public List<WitnessLine> witnesses(UUID caseFile) {
        return read(caseFile).content().witnesses().stream().map(this::line).toList();
    }

    private WitnessLine line(CaseFile.Witness witness) {
        String pseudonym = Seen.of(() -> witness.kind() == RecordKind.PERSON
                        ? persons.get(witness.id()).content().pseudonym()
                        : victims.get(witness.id()).content().pseudonym())
                .orElse(null);
        return new WitnessLine(witness.kind().code(), witness.id(), pseudonym);
    }

    private RecordVersion<CaseFile> read(UUID caseFile) {
        RecordVersion<CaseFile> file = files.require(AccessIntent.READ_CONTENT, caseFile);
        use.viewed(RecordKind.CASE_FILE, caseFile);
        return file;
    }
}
