package org.aletheia.evidence.anonymous;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.aletheia.access.AccessGuard;
import org.aletheia.access.AccessIntent;
import org.aletheia.access.ClosureGround;
import org.aletheia.access.Closures;
import org.aletheia.access.RecordKind;
import org.aletheia.access.RecordName;
import org.aletheia.custody.EventDraft;
import org.aletheia.custody.Journal;
import org.aletheia.custody.Subject;
import org.aletheia.custody.format.DoorEventTypes;
import org.aletheia.evidence.anonymous.store.AnonymousRows;
import org.aletheia.platform.http.ProblemException;
import org.aletheia.platform.http.ProblemType;

/**
 * Whether what became items may be used. Whoever handed it in can stop that, and cannot start it again: a thief of the code could
 * only close. The items belong to the organisation that received them, so nobody closes another's evidence by it.
 */
@ApplicationScoped
public class AnonymousUses {
    private static final RecordKind KIND = RecordKind.ANONYMOUS_DEPOSIT;
    private static final ClosureGround GROUND = ClosureGround.CONSENT_WITHDRAWN;

    private final AccessGuard guard;
    private final AnonymousRows rows;
    private final Closures closures;
    private final Journal journal;

    AnonymousUses(AccessGuard guard, AnonymousRows rows, Closures closures, Journal journal) {
        this.guard = guard;
        this.rows = rows;
        this.closures = closures;
        this.journal = journal;
    }

    /** Closes the items of a deposit that was entered, in the caller's transaction. */
    @Transactional(TxType.MANDATORY)
    void stop(UUID deposit) {
        for (UUID item : items(deposit)) {
            UUID event = journal.append(EventDraft.of(
                                    DoorEventTypes.USE_STOPPED,
                                    AnonymousIntake.SOMEBODY,
                                    new Subject(RecordKind.ITEM.code(), item))
                            .detail("what", "withdrawal")
                            .build())
                    .eventId();
            closures.close(RecordKind.ITEM, item, GROUND, new RecordName(KIND, deposit), event);
        }
    }

    /**
     * Opens them again, on the word of a member that the person wants it.
     *
     * @throws ProblemException {@code not-found}; {@code state-refused} where nothing is stopped
     */
    @Transactional
    public void resume(UUID deposit) {
        AnonymousDeposit found = rows.find(deposit).orElseThrow(() -> guard.absent(KIND, deposit));
        guard.check(AccessIntent.REVISE, found.guarded());
        if (!rows.stopped(deposit)) {
            throw new ProblemException(ProblemType.STATE_REFUSED);
        }
        for (UUID item : items(deposit)) {
            UUID event = journal.append(guard.event(DoorEventTypes.USE_RESUMED, RecordKind.ITEM, item)
                            .build())
                    .eventId();
            closures.reopen(RecordKind.ITEM, item, GROUND, new RecordName(KIND, deposit), event);
        }
    }

    private List<UUID> items(UUID deposit) {
        return rows.files(deposit).stream()
                .flatMap(file -> Stream.ofNullable(file.item()))
                .toList();
    }
}
