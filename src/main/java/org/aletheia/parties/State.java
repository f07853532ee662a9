package org.aletheia.parties;

import java.util.List;
import org.aletheia.evidence.record.LocalText;
import org.aletheia.evidence.record.RecordContent;
import org.aletheia.evidence.record.SearchCodes;
import org.aletheia.kernel.CountryCode;
import org.aletheia.platform.persistence.Projection;

/**
 * A State, as party to the facts.
 *
 * @param country ISO 3166-1
 * @param names in several scripts; may be none, the code says enough
 */
public record State(CountryCode country, List<LocalText> names) implements RecordContent {
    public State {
        names = List.copyOf(names);
    }

    @Override
    public void describe(Projection.Builder search) {
        search.names(LocalText.texts(names, List.of()))
                .codes(new SearchCodes().countries(List.of(country)).list());
    }
}
