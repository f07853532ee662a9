package org.aletheia.incidents;

import java.util.List;
import java.util.UUID;
import org.aletheia.evidence.record.ListedCode;
import org.aletheia.evidence.record.Place;
import org.aletheia.evidence.record.RecordContent;
import org.aletheia.evidence.record.SearchCodes;
import org.aletheia.kernel.UncertainDate;
import org.aletheia.platform.persistence.Projection;
import org.jspecify.annotations.Nullable;

/**
 * One violation within an incident: what was done to whom, by which method, with what harm. It names no perpetrator;
 * where one is alleged, an {@link Involvement} does.
 *
 * @param incident in which it was done
 * @param type the right concerned, code of {@code huridocs-mt-04}
 * @param methods codes of {@code act-method}
 * @param victims those to whom it was done
 * @param harms codes of {@code harm}
 * @param qualifications how law may call it, several frameworks side by side
 */
public record Act(
        UUID incident,
        String type,
        List<String> methods,
        List<UUID> victims,
        List<String> harms,
        List<ListedCode> qualifications,
        @Nullable UncertainDate date,
        @Nullable Place place)
        implements RecordContent {
    public Act {
        methods = List.copyOf(methods);
        victims = List.copyOf(victims);
        harms = List.copyOf(harms);
        qualifications = List.copyOf(qualifications);
    }

    @Override
    public void describe(Projection.Builder search) {
        search.dates(date == null ? List.of() : List.of(date))
                .codes(new SearchCodes()
                        .add("huridocs-mt-04", type)
                        .add("act-method", methods)
                        .add("harm", harms)
                        .add(qualifications)
                        .list());
        if (place != null) {
            place.describe(search);
        }
    }
}
