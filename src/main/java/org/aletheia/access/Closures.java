package org.aletheia.access;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.aletheia.access.store.ClosureStore;
import org.aletheia.platform.time.Moments;
import org.jspecify.annotations.Nullable;

/**
 * Closes records beyond ownership and role, and opens them again. A closure has a ground and a basis: the record that says
 * so (a consent, an order, a submission). Closures of several bases stand side by side; the record is open again when none
 * is left. Who may see a closed record all the same is {@link AccessPolicy}'s to say, by the ground alone.
 *
 * <p>Every method joins the caller's transaction, which is to have told the journal of the change by {@code event}: the
 * closure names it, and the index is brought up to date with it, whatever its subjects.
 */
@ApplicationScoped
public class Closures {
    private final ClosureStore store;
    private final Restrictions restrictions;
    private final Clock clock;

    Closures(ClosureStore store, Restrictions restrictions, Clock clock) {
        this.store = store;
        this.restrictions = restrictions;
        this.clock = clock;
    }

    /**
     * Closes a record until it is opened again. From the commit on nobody reads it whom the ground does not let through;
     * searches leave it out at once. Where the same basis closes it on the same ground already, nothing changes,
     * but that it lasts as long as the later of the two. The record is in the database by then: flush a row that Hibernate
     * made in the same transaction.
     *
     * @param event the event of the change
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public void close(RecordKind kind, UUID record, ClosureGround ground, RecordName basis, UUID event) {
        close(kind, record, ground, basis, event, null);
    }

    /** As {@link #close(RecordKind, UUID, ClosureGround, RecordName, UUID)}, with a time at which it ends by itself. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void close(
            RecordKind kind, UUID record, ClosureGround ground, RecordName basis, UUID event, @Nullable Instant until) {
        if (store.add(new RecordName(kind, record), ground, basis, event, Moments.now(clock), until)) {
            restrictions.add(kind, record, null, event);
        }
    }

    /**
     * Ends what the basis closed on the ground; other closures stand. Where it closes nothing, nothing changes. Searches find
     * the record again when the index has caught up with the event.
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public void reopen(RecordKind kind, UUID record, ClosureGround ground, RecordName basis, UUID event) {
        store.end(new RecordName(kind, record), ground, basis, event, Moments.now(clock));
    }

    /** As {@link #reopen}, of every record that the basis closed on the ground, in one statement. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void reopenAll(ClosureGround ground, RecordName basis, UUID event) {
        store.endAll(ground, basis, event, Moments.now(clock));
    }

    /** The grounds on which a record is closed now; says nothing of the caller's right. */
    public Set<ClosureGround> inForce(RecordKind kind, UUID record) {
        return store.inForce(kind, record);
    }
}
