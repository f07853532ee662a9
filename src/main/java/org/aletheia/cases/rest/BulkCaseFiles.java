package org.aletheia.cases.rest;

import jakarta.inject.Singleton;
import org.aletheia.cases.CaseFile;
import org.aletheia.cases.CaseFiles;
import org.aletheia.evidence.bulk.BulkScope;
import org.aletheia.evidence.bulk.LinkedBulk;
import org.aletheia.evidence.record.Checks;

/** Case files in bulk, with their members and charges. */
@Singleton
class BulkCaseFiles extends LinkedBulk<CaseFile, CaseFileBody> {
    private final CaseFiles files;

    BulkCaseFiles(CaseFiles files) {
        super(files, CaseFileBody.class);
        this.files = files;
    }

    @Override
    protected CaseFile check(CaseFileBody body, Checks checks, BulkScope scope) {
        return body.create(checks, files);
    }

    @Override
    protected boolean namedByAuthor() {
        return true;
    }
}
