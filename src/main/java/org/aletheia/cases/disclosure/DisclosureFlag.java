package org.aletheia.cases.disclosure;

import java.util.List;
import java.util.UUID;
import org.aletheia.evidence.record.RecordContent;
import org.aletheia.platform.persistence.Projection;
import org.jspecify.annotations.Nullable;

/**
 * That an item may help the defence, which is a task for the disclosure officer of the body that says so.
 *
 * @param source a source of the item that shows it; null where the item as a whole does
 * @param grounds codes of {@code disclosure-ground}
 * @param raisedBy the member who said so
 * @param outcome code of {@code disclosure-outcome}; null while open
 * @param closedBy the officer; null while open
 */
public record DisclosureFlag(
        UUID item,
        @Nullable UUID source,
        List<String> grounds,
        UUID raisedBy,
        FlagState state,
        @Nullable String outcome,
        @Nullable UUID closedBy)
        implements RecordContent {
    public DisclosureFlag {
        grounds = List.copyOf(grounds);
    }

    /** A new one. */
    public static DisclosureFlag open(UUID item, @Nullable UUID source, List<String> grounds, UUID raisedBy) {
        return new DisclosureFlag(item, source, grounds, raisedBy, FlagState.OPEN, null, null);
    }

    DisclosureFlag closed(String with, UUID by) {
        return new DisclosureFlag(item, source, grounds, raisedBy, FlagState.CLOSED, with, by);
    }

    /** Nothing: who searches need not learn what may help the defence. */
    @Override
    public void describe(Projection.Builder search) {}
}
