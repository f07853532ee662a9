package org.aletheia.testimony.statement.rest;

import jakarta.inject.Singleton;
import org.aletheia.access.RecordKind;
import org.aletheia.evidence.bulk.BulkScope;
import org.aletheia.evidence.bulk.LinkedBulk;
import org.aletheia.evidence.record.Checks;
import org.aletheia.evidence.record.RecordVersion;
import org.aletheia.testimony.statement.Statement;
import org.aletheia.testimony.statement.StatementBody;
import org.aletheia.testimony.statement.Statements;

/** Statements in bulk; a protection need that a line before tells calls for the guidance as one that is written does. */
@Singleton
class BulkStatements extends LinkedBulk<Statement, StatementBody> {
    private final Statements statements;

    BulkStatements(Statements records) {
        super(records, StatementBody.class);
        this.statements = records;
    }

    @Override
    protected Statement check(StatementBody body, Checks checks, BulkScope scope) {
        return statements.check(
                body,
                checks,
                scope.drafts(RecordKind.STATEMENT).map(RecordVersion::content).map(Statement.class::cast));
    }
}
