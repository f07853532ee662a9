package org.aletheia.joins;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.aletheia.access.RecordKind;
import org.aletheia.evidence.record.RecordContent;
import org.aletheia.platform.persistence.Projection;
import org.jspecify.annotations.Nullable;

/**
 * That a person holds that records of one kind speak of one and the same, or that they do not. It says so beside the records
 * and alters none of them: what is undone was never there for whoever reads them.
 *
 * @param of the kind of the records
 * @param parts two records or more, in the order of their ids
 * @param decision code of {@code join-decision}
 * @param confidence code of {@code join-confidence}
 * @param reasons codes of {@code join-reason}, at least one
 * @param decidedBy the member who decided
 * @param undone null while it stands
 */
public record Join(
        RecordKind of,
        List<Part> parts,
        String decision,
        @Nullable String confidence,
        List<String> reasons,
        UUID decidedBy,
        @Nullable Ended undone)
        implements RecordContent {
    /** The records speak of one and the same. */
    public static final String SAME = "same";

    /** They do not, so that nobody need look at them again. */
    public static final String NOT_SAME = "not-same";

    /**
     * A record that is joined.
     *
     * @param revision of it that was looked at
     */
    public record Part(UUID record, int revision) {}

    /**
     * That something does not hold any more.
     *
     * @param reason code of {@code join-end-reason}
     * @param by the member who said so
     */
    public record Ended(String reason, UUID by) {}

    public Join {
        parts = List.copyOf(parts);
        reasons = List.copyOf(reasons);
    }

    /** Whether it says that the records are one and the same. */
    public boolean same() {
        return decision.equals(SAME);
    }

    /** The ids of the records. */
    public Set<UUID> records() {
        return parts.stream().map(Part::record).collect(Collectors.toUnmodifiableSet());
    }

    Join undone(Ended end) {
        return new Join(of, parts, decision, confidence, reasons, decidedBy, end);
    }

    /** Nothing: a join is found through its records, by who sees all of them. */
    @Override
    public void describe(Projection.Builder search) {}
}
