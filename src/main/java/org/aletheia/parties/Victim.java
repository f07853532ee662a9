package org.aletheia.parties;

import java.util.List;
import org.aletheia.evidence.record.RecordContent;
import org.aletheia.evidence.record.SearchCodes;
import org.aletheia.platform.persistence.Projection;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who suffered harm, under a pseudonym. Nothing here can hold a name; the identity vault does. The status of a
 * victim depends on no perpetrator being known.
 *
 * @param pseudonym given by the server, for ever
 * @param type code of {@code victim-type}
 * @param sex code of {@code sex}
 * @param ageBand code of {@code age-band}
 * @param characteristics codes of {@code victim-characteristic}
 */
public record Victim(
        String pseudonym,
        String type,
        @Nullable String sex,
        @Nullable String ageBand,
        List<String> characteristics) implements RecordContent {
    public Victim {
        characteristics = List.copyOf(characteristics);
    }

    /** A pseudonym for a new victim. */
    public static String newPseudonym() {
        return Pseudonyms.next("V");
    }

    @Override
    public void describe(Projection.Builder search) {
        search.identifiers(List.of(pseudonym))
                .codes(new SearchCodes()
                        .add("victim-type", type)
                        .add("victim-characteristic", characteristics)
                        .list());
    }
}
