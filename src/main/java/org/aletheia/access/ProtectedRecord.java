package org.aletheia.access;

import java.util.Set;
import java.util.UUID;
import org.aletheia.platform.persistence.RecordEntity;

/** What the policy needs to know of a record. */
public record ProtectedRecord(
        RecordKind kind, UUID id, UUID ownerOrg, Classification classification, Set<String> compartments) {
    public ProtectedRecord {
        compartments = Set.copyOf(compartments);
    }

    /** The record that a row holds. */
    public static ProtectedRecord of(RecordKind kind, RecordEntity row) {
        return new ProtectedRecord(
                kind, row.id, row.ownerOrg, Classification.parse(row.classification), Set.of(row.compartments));
    }
}
