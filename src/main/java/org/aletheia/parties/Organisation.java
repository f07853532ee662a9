package org.aletheia.parties;

import java.util.List;
import org.aletheia.evidence.record.RecordContent;
import org.aletheia.evidence.record.SearchCodes;
import org.aletheia.kernel.CountryCode;
import org.aletheia.platform.persistence.Projection;

/**
 * An organisation of the record, for example a company or a political party; not a member organisation of this server.
 *
 * @param names of every kind in several scripts, at least one
 * @param identifiers in registers of others
 * @param countries where it is seated or acts
 */
public record Organisation(List<PartyName> names, List<Identifier> identifiers, List<CountryCode> countries)
        implements RecordContent {
    public Organisation {
        names = List.copyOf(names);
        identifiers = List.copyOf(identifiers);
        countries = List.copyOf(countries);
    }

    @Override
    public void describe(Projection.Builder search) {
        search.names(PartyName.texts(names))
                .identifiers(Identifier.values(identifiers))
                .codes(new SearchCodes().countries(countries).list());
    }
}
