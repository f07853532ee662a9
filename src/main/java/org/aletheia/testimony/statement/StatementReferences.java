package org.aletheia.testimony.statement;

import jakarta.inject.Singleton;
import java.util.List;
import org.aletheia.access.RecordKind;
import org.aletheia.evidence.record.References;
import org.aletheia.evidence.record.Referring;

/** How statements name others; who was present at one is told to whoever reads it, and in no graph. */
@Singleton
class StatementReferences implements Referring {
    @Override
    public List<References> references() {
        return List.of(References.of(RecordKind.STATEMENT)
                .coded("statement-kind", "/kind")
                .names("given-by", "/givenBy/id", null)
                .names("speaks-of", "/acts/*", RecordKind.ACT)
                .names("version", "/versions/*/item", RecordKind.ITEM)
                .names("belonging", "/items/*/item", RecordKind.ITEM));
    }
}
