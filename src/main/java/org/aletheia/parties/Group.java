package org.aletheia.parties;

import java.util.List;
import org.aletheia.evidence.record.LocalText;
import org.aletheia.evidence.record.RecordContent;
import org.aletheia.evidence.record.SearchCodes;
import org.aletheia.kernel.CountryCode;
import org.aletheia.platform.persistence.Projection;

/**
 * A group without the form of an organisation, for example an armed band.
 *
 * @param names in several scripts, at least one
 * @param aliases other names
 * @param countries where it acts
 */
public record Group(List<LocalText> names, List<LocalText> aliases, List<CountryCode> countries)
        implements RecordContent {
    public Group {
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
