package org.aletheia.insight.sheet;

import java.util.List;
import org.aletheia.insight.Disposed;

/**
 * A table of items for a court.
 *
 * @param items in the order in which they were asked for
 * @param disposed items that were asked for, or are of the submission, and that are gone
 * @param notRecorded columns that this release records nothing about, so that nobody takes silence for an answer
 */
public record ItemSheet(List<SheetRow> items, List<Disposed> disposed, List<String> notRecorded) {
    /** What a court asks for and this release does not record. */
    public static final List<String> NOT_RECORDED = List.of("protective-measures");

    public ItemSheet {
        items = List.copyOf(items);
        disposed = List.copyOf(disposed);
        notRecorded = List.copyOf(notRecorded);
    }
}
