package org.aletheia.testimony.door;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.aletheia.access.AccessGuard;
import org.aletheia.access.ClosureGround;
import org.aletheia.access.Closures;
import org.aletheia.access.RecordKind;
import org.aletheia.access.RecordName;
import org.aletheia.custody.Journal;
import org.aletheia.custody.format.DoorEventTypes;
import org.aletheia.evidence.record.RecordVersion;
import org.aletheia.testimony.door.store.WishRows;
import org.aletheia.testimony.statement.Statement;
import org.aletheia.testimony.statement.StatementWatch;

/**
 * What somebody gives, and words of theirs that are linked, while a wish at their door is open are closed in the transaction
 * that writes them: who stopped every use stopped these too. A wish that is being made meanwhile waits for that transaction
 * and finds them. Once a withdrawal is confirmed, what they give anew is theirs to give; to what it closed nothing is added
 * that stays open.
 */
@Singleton
class GivenLater implements StatementWatch {
    private final AccessGuard guard;
    private final WishRows rows;
    private final StatementsGiven given;
    private final Closures closures;
    private final Journal journal;

    GivenLater(AccessGuard guard, WishRows rows, StatementsGiven given, Closures closures, Journal journal) {
        this.guard = guard;
        this.rows = rows;
        this.given = given;
        this.closures = closures;
        this.journal = journal;
    }

    @Override
    public void written(RecordVersion<Statement> statement) {
        UUID person = statement.content().givenBy().id();
        for (WishRows.Standing standing : rows.standingOf(person)) {
            List<RecordName> closed = rows.closedBy(standing.door());
            if (!standing.open() && !closed.contains(new RecordName(RecordKind.STATEMENT, statement.id()))) {
                continue;
            }
            Set<RecordName> closes = given.closes(statement, statement.ownerOrg());
            stop(
                    standing,
                    closes.stream().filter(record -> !closed.contains(record)).toList());
        }
    }

    private void stop(WishRows.Standing standing, List<RecordName> open) {
        if (open.isEmpty()) {
            return;
        }
        RecordName basis = DoorWishes.basis(standing.door());
        UUID event = journal.append(guard.listEvent(DoorEventTypes.USE_STOPPED, DoorWishes.subjects(open))
                        .detail("what", standing.wish().code())
                        .build())
                .eventId();
        open.forEach(
                record -> closures.close(record.kind(), record.id(), ClosureGround.CONSENT_WITHDRAWN, basis, event));
    }
}
