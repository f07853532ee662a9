package org.aletheia.cases.rest;

import jakarta.inject.Singleton;
import java.util.Set;
import org.aletheia.access.AccessGuard;
import org.aletheia.access.RecordKind;
import org.aletheia.cases.CaseElement;
import org.aletheia.cases.CaseElements;
import org.aletheia.cases.CaseFile;
import org.aletheia.cases.CaseFiles;
import org.aletheia.evidence.bulk.BulkScope;
import org.aletheia.evidence.bulk.LinkedBulk;
import org.aletheia.evidence.record.Checks;

/** Elements of crimes charged in bulk; a charge can be told by its place in the case. */
@Singleton
class BulkCaseElements extends LinkedBulk<CaseElement, CaseElementBody> {
    private final CaseElements elements;
    private final CaseFiles files;
    private final AccessGuard guard;

    BulkCaseElements(CaseElements elements, CaseFiles files, AccessGuard guard) {
        super(elements, CaseElementBody.class);
        this.elements = elements;
        this.files = files;
        this.guard = guard;
    }

    @Override
    protected CaseElement check(CaseElementBody body, Checks checks, BulkScope scope) {
        CaseFile file = scope.version(scope.container())
                .map(version -> version.content())
                .filter(CaseFile.class::isInstance)
                .map(CaseFile.class::cast)
                .orElseThrow(() -> guard.absent(RecordKind.CASE_FILE, scope.within()));
        return body.placed(file).create(checks, scope.within(), file, files.caller(), elements);
    }

    @Override
    protected Set<RecordKind> wholes() {
        return Set.of(RecordKind.CASE_FILE);
    }

    @Override
    protected boolean namedByAuthor() {
        return true;
    }
}
