package org.aletheia.testimony.statement;

import org.aletheia.evidence.record.RecordVersion;

/** A capability to which it matters that somebody gave something, or that more of their words were linked to it. */
public interface StatementWatch {
    /** Told of each statement in the transaction that writes it, when all else of it is written. */
    void written(RecordVersion<Statement> statement);
}
