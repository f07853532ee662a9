package org.aletheia.parties;

import java.util.List;
import org.aletheia.evidence.record.RecordContent;
import org.aletheia.evidence.record.SearchCodes;
import org.aletheia.platform.persistence.Projection;
import org.jspecify.annotations.Nullable;

/**
 * Somebody in one capacity: as witness, participating victim, claimant or source of information. Each capacity of one
 * human is a record of its own, with its own pseudonym, representative and audience, and says nothing of the others: only
 * a {@link PersonLink} joins them, for those who may see it.
 *
 * @param pseudonym given by the server, for ever
 * @param capacity code of {@code person-capacity}
 * @param representative the person or organisation that speaks for them in this capacity
 */
public record Capacity(
        String pseudonym, String capacity, @Nullable PartyRef representative) implements RecordContent {
    /** A pseudonym for a new capacity. */
    public static String newPseudonym() {
        return Pseudonyms.next("C");
    }

    /** The pseudonym and the capacity; not who speaks for them. */
    @Override
    public void describe(Projection.Builder search) {
        search.mayIdentifyProtectedPerson(true)
                .identifiers(List.of(pseudonym))
                .codes(new SearchCodes().add("person-capacity", capacity).list());
    }
}
