package org.aletheia.joins.matching;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.aletheia.evidence.record.Geometry;
import org.aletheia.evidence.record.Place;
import org.aletheia.parties.Affiliation;
import org.aletheia.parties.Affiliations;
import org.jspecify.annotations.Nullable;

/** Units that are said to have been at the same places at the same time, by affiliations that the caller may list. */
@ApplicationScoped
class OverlappingAreas {
    private static final int MOST_PAIRS = 500;

    private final Candidates candidates;
    private final Affiliations affiliations;

    OverlappingAreas(Candidates candidates, Affiliations affiliations) {
        this.candidates = candidates;
        this.affiliations = affiliations;
    }

    /** For each other unit one reason that names the two affiliations. */
    Map<UUID, Reason> with(UUID unit) {
        List<Candidates.AreaPair> pairs = candidates.areas(unit, MOST_PAIRS);
        Map<UUID, Geometry> where = geometries(pairs.stream()
                .flatMap(pair -> Stream.of(pair.mine(), pair.theirs()))
                .distinct()
                .toList());
        Map<UUID, Reason> reasons = new LinkedHashMap<>();
        for (Candidates.AreaPair pair : pairs) {
            if (!reasons.containsKey(pair.unit()) && overlap(where.get(pair.mine()), where.get(pair.theirs()))) {
                reasons.put(pair.unit(), Reason.ofAreas(pair.mine(), pair.theirs()));
            }
        }
        return reasons;
    }

    private static boolean overlap(@Nullable Geometry mine, @Nullable Geometry theirs) {
        return mine != null && theirs != null && Overlap.of(mine, theirs);
    }

    private Map<UUID, Geometry> geometries(Collection<UUID> ids) {
        Map<UUID, Geometry> found = new HashMap<>();
        affiliations.among(ids).forEach(each -> geometry(each.content()).ifPresent(at -> found.put(each.id(), at)));
        return found;
    }

    private static Optional<Geometry> geometry(Affiliation said) {
        return Optional.ofNullable(said.place()).map(Place::geometry);
    }
}
