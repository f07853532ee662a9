package org.aletheia.parties;

import java.util.List;
import org.aletheia.evidence.record.RecordContent;
import org.aletheia.evidence.record.SearchCodes;
import org.aletheia.kernel.CountryCode;
import org.aletheia.platform.persistence.Projection;

/**
 * A State, as party to the facts.
 *
 * @param country ISO 3166-1
 * @param names in several scripts; may be none, the code says enough
 * @param identifiers in registers of others
 */
public record State(CountryCode country, List<PartyName> names, List<Identifier> identifiers) implements RecordContent {
    public State {
        names = List.copyOf(names);
        identifiers = List.copyOf(identifiers);
    }

    @Override
    public void describe(Projection.Builder search) {
        search.names(PartyName.texts(names))
                .identifiers(Identifier.values(identifiers))
                .codes(new SearchCodes().countries(List.of(country)).list());
    }
}
