package org.aletheia.cases;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.aletheia.access.RecordKind;
import org.aletheia.evidence.record.RecordContent;
import org.aletheia.evidence.record.SearchCodes;
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
     * @param kind person, victim or capacity
     * @param availability code of {@code witness-availability}
     * @param measures that their coming depends on, codes of {@code protection-measure}
     */
    public record Witness(
            RecordKind kind, UUID id, @Nullable String availability, List<String> measures) {
        public Witness {
            // Cases written before these were asked for have none.
            measures = measures == null ? List.of() : List.copyOf(measures);
        }
    }

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

    /** By its title and the crimes charged; neither scope nor anybody charged or to be called, whom words could name. */
    @Override
    public void describe(Projection.Builder search) {
        SearchCodes codes = new SearchCodes();
        charges.forEach(charge -> codes.add(List.of(charge.crime())).add("icc-liability", charge.liability()));
        search.title(title)
                .languages(List.of(language))
                .codes(codes.list().stream().distinct().toList());
    }
}
