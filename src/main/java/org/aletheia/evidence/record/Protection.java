package org.aletheia.evidence.record;

import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.aletheia.access.Classification;
import org.aletheia.access.Principal;
import org.aletheia.access.ProtectedRecord;
import org.aletheia.platform.http.Findings;

/** Who may see a record: its classification and compartments, as its owner sets them. */
public record Protection(Classification classification, Set<String> compartments) {
    /** Where the writer says nothing. */
    public static final Protection DEFAULT = new Protection(Classification.AMBER, Set.of());

    /** What every record keeps to. */
    public static final Protection NO_FLOOR = new Protection(Classification.CLEAR, Set.of());

    public Protection {
        compartments = Set.copyOf(compartments);
    }

    /** How a record is held. */
    public static Protection of(ProtectedRecord record) {
        return new Protection(record.classification(), record.compartments());
    }

    /** Whether somebody who may see what is held like {@code other} may not see what is held like this. */
    public boolean narrowerThan(Protection other) {
        return !other.classification.covers(classification) || !other.compartments.containsAll(compartments);
    }

    /** The stricter classification and the compartments of both. */
    public Protection atLeast(Protection floor) {
        Set<String> both = new HashSet<>(compartments);
        both.addAll(floor.compartments);
        return new Protection(
                classification.covers(floor.classification) ? classification : floor.classification, both);
    }

    /**
     * What a body asks for; nobody may hide a record from themselves.
     *
     * @param otherwise what holds where the body says nothing
     * @param floor below which the record may not go
     */
    public static Protection check(
            ProtectionBody body, Protection otherwise, Protection floor, Principal writer, Checks checks) {
        Protection unsaid = otherwise.atLeast(floor);
        Classification asked = checks.classification("/classification", body.classification());
        Classification level = Objects.requireNonNullElse(asked, unsaid.classification());
        List<String> named = body.compartments();
        Set<String> within = named == null ? unsaid.compartments() : Set.copyOf(checks.compartments(named));
        Findings findings = checks.findings();
        findings.require(writer.clearance().covers(level), "/classification", "classification-above-clearance");
        findings.require(level.covers(floor.classification), "/classification", "classification-too-open");
        findings.require(writer.compartments().containsAll(within), "/compartments", "compartment-not-held");
        return new Protection(level, within).atLeast(floor);
    }
}
