package org.aletheia.parties;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.aletheia.access.RecordKind;
import org.aletheia.evidence.record.LocalText;
import org.aletheia.evidence.record.Place;
import org.aletheia.evidence.record.RecordContent;
import org.aletheia.evidence.record.SearchCodes;
import org.aletheia.platform.persistence.Projection;
import org.jspecify.annotations.Nullable;

/**
 * That one party stands in a relation to another, or to a place, for a time. Sources of the record, or of one member of
 * it, say what supports and what contradicts it; several that contradict each other stand side by side.
 *
 * @param relation code of {@code affiliation-relation}, read as "subject … object"
 * @param subject whose affiliation it is: who is a member, commands, is part of, has a site
 * @param object of or over what; null where the relation is to a place
 * @param place where; only of a relation to a place
 * @param basis code of {@code command-basis}
 * @param rank public ranks in several languages; none of a protected person
 * @param post public posts or roles in several languages; none of a protected person
 */
public record Affiliation(
        String relation,
        PartyRef subject,
        @Nullable PartyRef object,
        @Nullable Place place,
        @Nullable String basis,
        List<LocalText> rank,
        List<LocalText> post,
        Tenure period)
        implements RecordContent {
    /** Of the list {@code affiliation-relation}: those that the hierarchy is made of. */
    public static final String COMMANDS = "commands";

    public static final String PART_OF = "part-of";
    public static final String CONTROLS = "controls";

    /** Relations to a place, not to another party. */
    public static final Set<String> TO_A_PLACE = Set.of("site", "area");

    /** Kinds that can command or be part of others. */
    public static final Set<RecordKind> BODIES =
            Set.of(RecordKind.GROUP, RecordKind.UNIT, RecordKind.ORGANISATION, RecordKind.STATE);

    public Affiliation {
        rank = List.copyOf(rank);
        post = List.copyOf(post);
    }

    /** By rank and post, place, and the dates that are stated; the parties that it joins have documents of their own. */
    @Override
    public void describe(Projection.Builder search) {
        List<String> words = new ArrayList<>(LocalText.texts(rank, post));
        if (place != null) {
            place.describe(search);
            words.addAll(LocalText.texts(place.names(), List.of()));
        }
        search.names(words)
                .dates(Stream.of(period.during(), period.firstSeen(), period.lastSeen())
                        .flatMap(Stream::ofNullable)
                        .toList())
                .codes(new SearchCodes()
                        .add("affiliation-relation", relation)
                        .add("command-basis", basis)
                        .country(place)
                        .list());
    }
}
