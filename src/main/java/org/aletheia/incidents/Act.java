package org.aletheia.incidents;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.aletheia.evidence.record.Place;
import org.aletheia.evidence.record.RecordContent;
import org.aletheia.evidence.record.SearchCodes;
import org.aletheia.kernel.Span;
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
 * @param grounds on which it is said to have discriminated, codes of {@code discrimination-ground}
 * @param qualifications how law may call it, several frameworks side by side
 */
public record Act(
        UUID incident,
        String type,
        List<String> methods,
        List<UUID> victims,
        List<String> harms,
        List<String> grounds,
        List<Qualification> qualifications,
        @Nullable UncertainDate date,
        @Nullable Place place)
        implements RecordContent {
    public Act {
        methods = List.copyOf(methods);
        victims = List.copyOf(victims);
        harms = List.copyOf(harms);
        grounds = List.copyOf(grounds);
        qualifications = List.copyOf(qualifications);
    }

    /** When it can have been done; empty where it has no date of its own, so that the incident's count. */
    public Optional<Span> span() {
        return Optional.ofNullable(date).map(Span::of);
    }

    @Override
    public void describe(Projection.Builder search) {
        SearchCodes codes = new SearchCodes()
                .add("huridocs-mt-04", type)
                .add("act-method", methods)
                .add("harm", harms)
                .add("discrimination-ground", grounds);
        qualifications.forEach(law -> codes.add(law.list(), law.code()));
        codes.country(place);
        search.dates(date == null ? List.of() : List.of(date)).codes(codes.list());
        if (place != null) {
            place.describe(search);
        }
    }

    @Override
    public Map<String, Object> shown() {
        Map<String, Object> shown = new LinkedHashMap<>();
        if (date != null) {
            shown.put("dateBounds", DateBounds.of(date));
        }
        List<Qualification.Gap> gaps = new ArrayList<>();
        for (int i = 0; i < qualifications.size(); i++) {
            gaps.addAll(qualifications.get(i).gaps("/qualifications/" + i));
        }
        shown.put("gaps", gaps);
        return shown;
    }
}
