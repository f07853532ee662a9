package org.aletheia.parties;

import java.util.List;
import org.aletheia.evidence.record.RecordContent;
import org.aletheia.evidence.record.SearchCodes;
import org.aletheia.kernel.CountryCode;
import org.aletheia.platform.persistence.Projection;

/**
 * A group without the form of an organisation, for example an armed band.
 *
 * @param names of every kind in several scripts, at least one
 * @param identifiers in registers of others
 * @param countries where it acts
 */
public record Group(List<PartyName> names, List<Identifier> identifiers, List<CountryCode> countries)
        implements RecordContent {
    public Group {
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
