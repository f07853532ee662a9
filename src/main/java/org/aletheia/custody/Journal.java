package org.aletheia.custody;

import java.util.List;

/** Takes events in. What it took is durable, in the log within moments, and never changed. */
public interface Journal {
    /**
     * Appends to the caller's transaction: the event exists if and only if that transaction commits. Makes one insert.
     *
     * @throws IllegalStateException without an active transaction
     * @throws org.aletheia.kernel.MalformedValueException where the draft breaks the event format
     * @throws JournalUnavailableException where the database did not take it; the transaction cannot be committed
     */
    JournalRef append(EventDraft event);

    /** The same for several events at once, in their order: in one batch, however many. */
    List<JournalRef> appendAll(List<EventDraft> events);

    /**
     * Appends apart from any transaction of the caller, together with the events of others who wait at the same time,
     * and returns once it is durable. To be called before the first byte of what is read leaves.
     *
     * @throws org.aletheia.kernel.MalformedValueException where the draft breaks the event format
     * @throws JournalUnavailableException where it is not known to be durable: the read is to be refused, although the
     *     event may exist
     */
    void appendRead(EventDraft event);
}
