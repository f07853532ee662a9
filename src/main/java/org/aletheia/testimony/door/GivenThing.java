package org.aletheia.testimony.door;

import java.util.Set;
import org.aletheia.access.RecordName;

/**
 * Something that a person gave, as their door shows it.
 *
 * @param what key of the words for it, {@code given.<code>}
 * @param day EDTF, or the day on which it was recorded
 * @param state key of the words for where it stands, {@code state.<code>}
 * @param closes what is closed when uses stop: the record and the items with the person's words, as far as the organisation
 *     owns them; nothing where that would only harm the person
 */
public record GivenThing(String what, String day, String state, Set<RecordName> closes) {
    public GivenThing {
        closes = Set.copyOf(closes);
    }
}
