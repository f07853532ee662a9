package org.aletheia.evidence.record;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.aletheia.access.Classification;
import org.aletheia.access.Principal;
import org.aletheia.access.ProtectedRecord;

/** Who may see a record: its classification and compartments, as its owner sets them. */
public record Protection(Classification classification, Set<String> compartments) {
    /** Where the writer says nothing. */
    public static final Protection DEFAULT = new Protection(Classification.AMBER, Set.of());

    public Protection {
        compartments = Set.copyOf(compartments);
    }

    /** Whether somebody who may see what is held like {@code other} may not see what is held like this. */
    public boolean narrower(Protection other) {
        return classification.compareTo(other.classification) > 0 || !other.compartments.containsAll(compartments);
    }

    /** What protects a link between two records: the stricter classification and the compartments of both. */
    public static Protection ofBoth(ProtectedRecord a, ProtectedRecord b) {
        Set<String> all = new TreeSet<>(a.compartments());
        all.addAll(b.compartments());
        boolean first = a.classification().covers(b.classification());
        return new Protection(first ? a.classification() : b.classification(), all);
    }

    /** Whether somebody who could see the record before may not see it now. */
    boolean narrowerThan(Protection before) {
        return !before.classification.covers(classification) || !before.compartments.containsAll(compartments);
    }

    /** What a body asks for; nobody may hide a record from themselves. */
    static Protection check(ProtectionBody body, Protection before, Principal writer, Checks checks) {
        Classification asked = checks.classification("/classification", body.classification());
        Classification level = Objects.requireNonNullElse(asked, before.classification());
        List<String> named = body.compartments();
        Set<String> within = named == null ? before.compartments() : Set.copyOf(checks.compartments(named));
        checks.findings()
                .require(writer.clearance().covers(level), "/classification", "classification-above-clearance");
        checks.findings().require(writer.compartments().containsAll(within), "/compartments", "compartment-not-held");
        return new Protection(level, within);
    }
}
