package org.aletheia.cases.disclosure;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.aletheia.access.AccessIntent;
import org.aletheia.access.RecordKind;
import org.aletheia.cases.CaseFile;
import org.aletheia.cases.CaseFiles;
import org.aletheia.cases.CaseRecords;
import org.aletheia.evidence.record.PageRequest;
import org.aletheia.evidence.record.ProtectionBody;
import org.aletheia.evidence.record.RecordDesk;
import org.aletheia.evidence.record.RecordStore;
import org.aletheia.evidence.record.RecordVersion;
import org.aletheia.evidence.record.RevisionEntry;
import org.aletheia.platform.http.Finding;
import org.aletheia.platform.http.Page;
import org.aletheia.platform.http.ProblemException;
import org.aletheia.platform.http.ProblemType;
import org.aletheia.platform.time.Moments;
import org.jspecify.annotations.Nullable;

/** Certificates that nothing of a case was left without a decision; one record a case, each issue a revision. */
@Singleton
public class DisclosureCertificates extends CaseRecords<DisclosureCertificate> {
    private final RecordStore<DisclosureCertificate> store;
    private final RecordDesk desk;
    private final CaseFiles files;
    private final DisclosureStatus status;
    private final Clock clock;

    DisclosureCertificates(
            RecordStore<DisclosureCertificate> store,
            RecordDesk desk,
            CaseFiles files,
            DisclosureStatus status,
            Clock clock) {
        super(RecordKind.DISCLOSURE_CERTIFICATE, store, desk, files);
        this.store = store;
        this.desk = desk;
        this.files = files;
        this.status = status;
        this.clock = clock;
    }

    /**
     * Issues the certificate. The case is locked meanwhile, so that no decision changes; a source that is cited or a flag
     * that is raised at the same moment may come after it.
     *
     * @throws ProblemException {@code forbidden} to all but disclosure officers, {@code not-found}; {@code
     *     disclosure-incomplete} with a finding for each item that lacks a decision
     */
    @Transactional
    public RecordVersion<DisclosureCertificate> issue(UUID caseFile, @Nullable String key, ProtectionBody body) {
        desk.guard().requireCreate(RecordKind.DISCLOSURE_CERTIFICATE);
        RecordVersion<CaseFile> file = files.lock(AccessIntent.DISCLOSE, caseFile);
        return once(key, "disclosure-certificate/" + caseFile, body, () -> write(file, body));
    }

    private RecordVersion<DisclosureCertificate> write(RecordVersion<CaseFile> file, ProtectionBody body) {
        DisclosureCertificate issued = certified(file);
        return found(file.id())
                .map(before -> revise(before.id(), revision -> {}, body, (checks, earlier) -> issued))
                .orElseGet(() -> create(
                        null,
                        "disclosure-certificate",
                        new Whole(RecordKind.CASE_FILE, file.id()),
                        body,
                        checks -> issued));
    }

    private DisclosureCertificate certified(RecordVersion<CaseFile> file) {
        List<DisclosureLine> lines = status.of(file.id());
        List<Finding> findings = lines.stream()
                .filter(line -> line.finding() != null)
                .map(line -> new Finding(
                        "",
                        Objects.requireNonNull(line.finding()),
                        Map.of("item", line.item().id().toString())))
                .toList();
        if (!findings.isEmpty()) {
            throw new ProblemException(ProblemType.DISCLOSURE_INCOMPLETE, Map.of(), findings);
        }
        return new DisclosureCertificate(
                file.id(),
                file.revision(),
                lines.size(),
                lines.stream()
                        .map(DisclosureLine::decision)
                        .filter(Objects::nonNull)
                        .map(each -> new DisclosureCertificate.Decision(each.id(), each.revision()))
                        .toList(),
                DisclosureCertificate.counted(lines),
                files.caller(),
                Moments.now(clock).toString());
    }

    /** The one issued last. @throws ProblemException {@code not-found}, also where none was issued yet */
    public RecordVersion<DisclosureCertificate> ofCase(UUID caseFile) {
        return get(id(caseFile));
    }

    /** All that were issued, oldest first. @throws ProblemException as {@link #ofCase} */
    public Page<RevisionEntry> issues(UUID caseFile, PageRequest request) {
        return history(id(caseFile), request);
    }

    private UUID id(UUID caseFile) {
        files.require(AccessIntent.READ, caseFile);
        return found(caseFile).map(RecordVersion::id).orElseThrow(() -> desk.guard()
                .absent(RecordKind.DISCLOSURE_CERTIFICATE, caseFile));
    }

    private Optional<RecordVersion<DisclosureCertificate>> found(UUID caseFile) {
        Map<String, Object> members = Map.of("caseFile", caseFile);
        return store.page(desk.guard().filter(RecordKind.DISCLOSURE_CERTIFICATE), members, new UUID(0, 0), 1).stream()
                .findFirst();
    }
}
