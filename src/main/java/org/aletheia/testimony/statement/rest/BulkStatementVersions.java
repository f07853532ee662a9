package org.aletheia.testimony.statement.rest;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.aletheia.access.RecordKind;
import org.aletheia.evidence.bulk.BulkDraft;
import org.aletheia.evidence.bulk.BulkKind;
import org.aletheia.evidence.bulk.BulkScope;
import org.aletheia.evidence.bulk.LinkedBulk;
import org.aletheia.evidence.record.RecordVersion;
import org.aletheia.testimony.statement.Statement;
import org.aletheia.testimony.statement.Statements;
import org.aletheia.testimony.statement.VersionBody;

/** Versions of statements in bulk, of the same request or an earlier one, each one more revision of its statement. */
@Singleton
class BulkStatementVersions extends BulkKind<VersionBody> {
    private final Statements statements;

    BulkStatementVersions(Statements statements) {
        super(RecordKind.STATEMENT, "statement-version", VersionBody.class);
        this.statements = statements;
    }

    @Override
    @SuppressWarnings("unchecked") // drafts of a kind have its content
    protected BulkDraft draft(VersionBody said, BulkScope scope) {
        UUID id = scope.within();
        RecordVersion<Statement> before = scope.drafts(RecordKind.STATEMENT)
                .filter(draft -> draft.id().equals(id))
                .map(draft -> (RecordVersion<Statement>) draft)
                .findFirst()
                .orElse(null);
        return BulkDraft.of(statements.draftVersion(id, before, said, scope.checks()));
    }

    @Override
    protected void write(List<BulkDraft> drafts) {
        statements.addVersions(LinkedBulk.versions(drafts));
    }

    @Override
    protected Set<RecordKind> wholes() {
        return Set.of(RecordKind.STATEMENT);
    }
}
