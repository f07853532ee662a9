package org.aletheia.cases;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.aletheia.access.RecordKind;
import org.aletheia.evidence.record.RecordContent;
import org.aletheia.kernel.LanguageTag;
import org.aletheia.platform.persistence.Projection;
import org.jspecify.annotations.Nullable;

/**
 * A case that some members of one organisation work on. Its content is for them alone, beside the disclosure officer of
 * their organisation.
 *
 * @param title short and neutral, naming no person
 * @param language of title and scope
 * @param scope what the case is about, and what not
 * @param members who belong to it, the member who wrote it among them
 * @param material items that belong to it, beside those that its elements, acts and incidents cite
 * @param witnesses whom it may call
 */
public record CaseFile(
        String title,
        LanguageTag language,
        @Nullable String scope,
        List<UUID> members,
        List<Charge> charges,
        List<UUID> material,
        List<Witness> witnesses)
        implements RecordContent {
    public CaseFile {
        members = List.copyOf(members);
        charges = List.copyOf(charges);
        material = List.copyOf(material);
        witnesses = List.copyOf(witnesses);
    }

    /**
     * Somebody who may be called.
     *
     * @param kind person or victim
     */
    public record Witness(RecordKind kind, UUID id) {}

    /** The charge of that id. */
    public Optional<Charge> charge(UUID id) {
        return charges.stream().filter(charge -> charge.id().equals(id)).findFirst();
    }

    /** The acts of all charges, each once. */
    Set<UUID> chargedActs() {
        return charges.stream()
                .flatMap(charge -> charge.acts().stream())
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** The incidents of all charges, each once. */
    Set<UUID> chargedIncidents() {
        return charges.stream()
                .flatMap(charge -> charge.incidents().stream())
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** Always true: a charge is an allegation until a court has decided. */
    public boolean alleged() {
        return true;
    }

    @Override
    public Set<UUID> confinedTo() {
        return Set.copyOf(members);
    }

    /** Nothing: a case is not searched. */
    @Override
    public void describe(Projection.Builder search) {}
}
