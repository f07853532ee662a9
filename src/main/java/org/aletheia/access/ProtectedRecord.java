package org.aletheia.access;

import java.util.Set;
import java.util.UUID;
import org.aletheia.platform.persistence.RecordEntity;

/**
 * What the policy needs to know of a record.
 *
 * @param confinedTo the members who alone use it, beside those whose role oversees it; empty where it is not confined
 * @param closures the grounds on which it is closed now
 * @param closuresKnown whether it was asked what closes it; {@link AccessGuard} asks before it decides where nobody did
 */
public record ProtectedRecord(
        RecordKind kind,
        UUID id,
        UUID ownerOrg,
        Classification classification,
        Set<String> compartments,
        Set<UUID> confinedTo,
        Set<ClosureGround> closures,
        boolean closuresKnown) {
    public ProtectedRecord {
        compartments = Set.copyOf(compartments);
        confinedTo = Set.copyOf(confinedTo);
        closures = Set.copyOf(closures);
    }

    /** A record of which nobody asked what closes it. */
    public ProtectedRecord(
            RecordKind kind,
            UUID id,
            UUID ownerOrg,
            Classification classification,
            Set<String> compartments,
            Set<UUID> confinedTo) {
        this(kind, id, ownerOrg, classification, compartments, confinedTo, Set.of(), false);
    }

    /** A record that is not confined to some members. */
    public ProtectedRecord(
            RecordKind kind, UUID id, UUID ownerOrg, Classification classification, Set<String> compartments) {
        this(kind, id, ownerOrg, classification, compartments, Set.of());
    }

    /** The same record, closed on these grounds and no other. */
    public ProtectedRecord closedBy(Set<ClosureGround> grounds) {
        return new ProtectedRecord(kind, id, ownerOrg, classification, compartments, confinedTo, grounds, true);
    }

    /** Whether somebody who uses what is confined like {@code other} may not use what is confined like this. */
    public boolean confinedMoreThan(ProtectedRecord other) {
        return !confinedTo.isEmpty() && (other.confinedTo.isEmpty() || !confinedTo.containsAll(other.confinedTo));
    }

    /** The record that a row holds. */
    public static ProtectedRecord of(RecordKind kind, RecordEntity row) {
        return new ProtectedRecord(
                kind, row.id, row.ownerOrg, Classification.parse(row.classification), Set.of(row.compartments));
    }
}
