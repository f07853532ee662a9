package org.aletheia.incidents;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.aletheia.evidence.record.RecordContent;
import org.aletheia.evidence.record.SearchCodes;
import org.aletheia.platform.persistence.Projection;

/**
 * How one incident stands to another, said once and read from both ends.
 *
 * @param relation what the first end is to the second, code of {@code incident-relation} in the direction that
 *     {@link Relations#stored} keeps
 * @param ends the two incidents, in the order of the relation
 * @param withdrawn whether its author does not say so any more
 */
public record IncidentLink(String relation, List<UUID> ends, boolean withdrawn) implements RecordContent {
    public IncidentLink {
        ends = List.copyOf(ends);
        if (ends.size() != 2 || ends.getFirst().equals(ends.getLast())) {
            throw new IllegalArgumentException("a link joins two incidents");
        }
    }

    /** The incident that the relation is said of. */
    public UUID from() {
        return ends.getFirst();
    }

    /** The other one. */
    public UUID to() {
        return ends.getLast();
    }

    /** What the incident at one end is to the one at the other, read from there. */
    public String relationFrom(UUID end, Relations relations) {
        return end.equals(from()) ? relation : relations.inverse(relation);
    }

    /** The incident at the other end. */
    public UUID otherThan(UUID end) {
        return end.equals(from()) ? to() : from();
    }

    /** The relation. The two that it joins are not told. */
    @Override
    public void describe(Projection.Builder search) {
        search.codes(new SearchCodes().add("incident-relation", relation).list());
    }

    @Override
    public Map<String, Object> shown() {
        return Map.of("from", from(), "to", to());
    }
}
