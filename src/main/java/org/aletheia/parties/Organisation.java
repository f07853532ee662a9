package org.aletheia.parties;

import java.util.List;
import org.aletheia.evidence.record.LocalText;
import org.aletheia.evidence.record.RecordContent;
import org.aletheia.evidence.record.SearchCodes;
import org.aletheia.kernel.CountryCode;
import org.aletheia.platform.persistence.Projection;

/**
 * An organisation of the record, for example a company or a political party; not a member organisation of this server.
 *
 * @param names in several scripts, at least one
 * @param aliases other names
 * @param countries where it is seated or acts
 */
public record Organisation(List<LocalText> names, List<LocalText> aliases, List<CountryCode> countries)
        implements RecordContent {
    public Organisation {
        names = List.copyOf(names);
        aliases = List.copyOf(aliases);
        countries = List.copyOf(countries);
    }

    @Override
    public void describe(Projection.Builder search) {
        search.names(LocalText.texts(names, aliases))
                .codes(new SearchCodes().countries(countries).list());
    }
}
