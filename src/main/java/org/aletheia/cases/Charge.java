package org.aletheia.cases;

import java.util.List;
import java.util.UUID;
import org.aletheia.access.RecordKind;
import org.aletheia.evidence.record.ListedCode;

/**
 * That somebody is alleged to be liable for a crime.
 *
 * @param id given by the server; the elements of the crime name it
 * @param alleged perpetrator
 * @param crime as one framework names it
 * @param liability modes of liability, alternatives side by side, codes of {@code icc-liability}
 * @param acts that are charged
 * @param incidents in which they were done
 */
public record Charge(
        UUID id, Alleged alleged, ListedCode crime, List<String> liability, List<UUID> acts, List<UUID> incidents) {
    public Charge {
        liability = List.copyOf(liability);
        acts = List.copyOf(acts);
        incidents = List.copyOf(incidents);
    }

    /** The record of a person, group, unit, organisation or State. */
    public record Alleged(RecordKind kind, UUID id) {}
}
