package org.aletheia.evidence;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.aletheia.access.AccessGuard;
import org.aletheia.access.AccessIntent;
import org.aletheia.access.RecordKind;
import org.aletheia.custody.Chains;
import org.aletheia.custody.Chains.FoundEvent;
import org.aletheia.custody.Journal;
import org.aletheia.custody.Subject;
import org.aletheia.custody.format.CustodyEventTypes;
import org.aletheia.custody.format.EventField;
import org.aletheia.custody.format.EventTypes;
import org.aletheia.evidence.store.NoticeRows;
import org.aletheia.platform.http.ProblemException;
import org.aletheia.platform.http.ProblemType;
import org.aletheia.platform.time.Moments;

/** Lets those who handed an item in know of a use of it: decided by the body that used it, use by use, for ever. */
@ApplicationScoped
public class UseNotices {
    private static final Set<String> USES = Set.of(EventTypes.VIEWED.code(), EventTypes.DOWNLOADED.code());

    private final AccessGuard guard;
    private final Items items;
    private final Chains chains;
    private final NoticeRows rows;
    private final Journal journal;
    private final Clock clock;

    UseNotices(AccessGuard guard, Items items, Chains chains, NoticeRows rows, Journal journal, Clock clock) {
        this.guard = guard;
        this.items = items;
        this.chains = chains;
        this.rows = rows;
        this.journal = journal;
        this.clock = clock;
    }

    /**
     * Marks a view or download of an item by a member of the caller's organisation as one that the item's owner may know of;
     * once is as good as twice. One transaction with its event, which stays in the access record.
     *
     * @throws ProblemException {@code not-found}, also for the use of another organisation
     */
    @Transactional
    public void mark(UUID use) {
        String own = guard.principal().organisation().toString();
        UUID item = chains.find(use)
                .filter(found -> found.event()
                        .value(EventField.ORGANISATION)
                        .filter(own::equals)
                        .isPresent())
                .flatMap(UseNotices::usedItem)
                .orElseThrow(() -> new ProblemException(ProblemType.NOT_FOUND));
        items.require(item, AccessIntent.ASSESS);
        if (rows.add(use, item, guard.principal().organisation(), Moments.now(clock))) {
            journal.append(guard.event(CustodyEventTypes.USE_NOTIFIABLE, RecordKind.ITEM, item)
                    .detail("use", use.toString())
                    .build());
        }
    }

    private static Optional<UUID> usedItem(FoundEvent found) {
        return Optional.of(found.entry())
                .filter(entry -> USES.contains(entry.type()) && entry.subjects().size() == 1)
                .map(entry -> entry.subjects().getFirst())
                .filter(subject -> subject.kind().equals(RecordKind.ITEM.code()))
                .map(Subject::id);
    }
}
