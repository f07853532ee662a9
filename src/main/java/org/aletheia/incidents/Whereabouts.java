package org.aletheia.incidents;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.aletheia.evidence.record.Place;
import org.aletheia.evidence.record.RecordContent;
import org.aletheia.evidence.record.SearchCodes;
import org.aletheia.kernel.UncertainDate;
import org.aletheia.platform.persistence.Projection;
import org.jspecify.annotations.Nullable;

/**
 * What is said of where a missing person was, or what an authority answered: one statement of one date. Statements that
 * contradict each other stand side by side, and none changes a status.
 *
 * @param missingPerson of whom
 * @param type last seen, sighting, held, reply, denial …; code of {@code whereabouts-type}
 * @param date when the person was there, or when the authority answered; an interval where it lasted
 * @param place where
 * @param authority which body held or answered; never the name of a person
 */
public record Whereabouts(
        UUID missingPerson,
        String type,
        UncertainDate date,
        @Nullable Place place,
        @Nullable String authority) implements RecordContent {
    /** Types that are the word of an authority. */
    private static final Set<String> ANSWERS = Set.of("reply", "denial", "no-reply");

    /** Whether a statement of that type says which authority. */
    public static boolean needsAuthority(String type) {
        return ANSWERS.contains(type);
    }

    /** Of where and when; never the authority, which words could name. */
    @Override
    public void describe(Projection.Builder search) {
        search.mayIdentifyProtectedPerson(true)
                .dates(List.of(date))
                .codes(new SearchCodes()
                        .add("whereabouts-type", type)
                        .country(place)
                        .list());
        if (place != null) {
            place.describe(search);
        }
    }

    @Override
    public Map<String, Object> shown() {
        return Map.of("dateBounds", DateBounds.of(date));
    }
}
