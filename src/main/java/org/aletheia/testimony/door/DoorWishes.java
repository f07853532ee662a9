package org.aletheia.testimony.door;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.aletheia.access.AccessGuard;
import org.aletheia.access.ClosureGround;
import org.aletheia.access.Closures;
import org.aletheia.access.IdPages;
import org.aletheia.access.RecordFilter;
import org.aletheia.access.RecordKind;
import org.aletheia.access.RecordName;
import org.aletheia.custody.EventDraft;
import org.aletheia.custody.Journal;
import org.aletheia.custody.Subject;
import org.aletheia.custody.format.DoorEventTypes;
import org.aletheia.evidence.UseRecord;
import org.aletheia.evidence.record.PageRequest;
import org.aletheia.kernel.Ids;
import org.aletheia.platform.http.Page;
import org.aletheia.platform.time.Moments;
import org.aletheia.testimony.door.store.WishRows;
import org.jspecify.annotations.Nullable;

/**
 * What a person wishes at their door takes effect at once: with the commit everything that they gave the organisation is
 * closed, as a withdrawal closes it. It opens again, or stays closed for good, only when the organisation has spoken with
 * them by the way on which they can be reached safely: whoever holds a stolen telephone can stop uses, and nothing else.
 */
@ApplicationScoped
public class DoorWishes {
    private final AccessGuard guard;
    private final UseRecord use;
    private final IdPages pages;
    private final WishRows rows;
    private final GivenThings given;
    private final Closures closures;
    private final Journal journal;
    private final Clock clock;

    DoorWishes(
            AccessGuard guard,
            UseRecord use,
            IdPages pages,
            WishRows rows,
            GivenThings given,
            Closures closures,
            Journal journal,
            Clock clock) {
        this.guard = guard;
        this.use = use;
        this.pages = pages;
        this.rows = rows;
        this.given = given;
        this.closures = closures;
        this.journal = journal;
        this.clock = clock;
    }

    /**
     * Wishes, as the person. One transaction: the wish, its event, and the closing of all that was given; where the same wish
     * is open already, what is not closed yet is closed as well and nothing else happens. What was given is asked for when the
     * door is locked: what is being written meanwhile is found, or finds the wish ({@link GivenLater}).
     */
    public void wish(OpenDoor open, Wish wish) {
        UUID door = open.code().door();
        DoorWish made =
                new DoorWish(Ids.timeOrdered(), door, wish, Moments.now(clock), WishState.OPEN, null, null, null);
        QuarkusTransaction.requiringNew().run(() -> {
            rows.enter(door);
            rows.lock(door);
            if (rows.add(made)) {
                journal.append(EventDraft.of(DoorEventTypes.DOOR_WISH, DoorActor.PERSON, subject(basis(door)))
                        .detail("wish", made.id().toString())
                        .detail("what", wish.code())
                        .build());
            }
            stop(basis(door), made, given.closesNow(open.code()));
        });
    }

    private void stop(RecordName basis, DoorWish wish, Set<RecordName> records) {
        List<RecordName> closed = rows.closedBy(wish.door());
        List<RecordName> open =
                records.stream().filter(record -> !closed.contains(record)).toList();
        if (open.isEmpty()) {
            return;
        }
        UUID event = journal.append(EventDraft.ofList(DoorEventTypes.USE_STOPPED, DoorActor.PERSON, subjects(open))
                        .detail("what", wish.wish().code())
                        .build())
                .eventId();
        open.forEach(
                record -> closures.close(record.kind(), record.id(), ClosureGround.CONSENT_WITHDRAWN, basis, event));
    }

    /** What the person wished, oldest first. */
    List<DoorWish> of(OpenDoor open) {
        UUID door = open.code().door();
        return QuarkusTransaction.requiringNew().call(() -> {
            rows.enter(door);
            return rows.of(door);
        });
    }

    /**
     * One page of what was wished at the doors of the caller's organisation, in the order of wishing: what is open waits for
     * somebody to speak with the person.
     *
     * @param state null for all
     * @throws ProblemException those of {@link IdPages}
     */
    public Page<DoorWish> list(@Nullable WishState state, PageRequest page) {
        boolean sees = guard.filter(RecordKind.DOOR) instanceof RecordFilter.Matching;
        UUID own = guard.principal().organisation();
        Page<DoorWish> found = pages.of(
                "door-wishes\n" + state,
                page.limit(),
                page.cursor(),
                (after, most) -> sees ? rows.page(own, state, after, most) : List.of(),
                DoorWish::id);
        use.listed(
                RecordKind.DOOR,
                found.items().stream().map(DoorWish::door).distinct().toList());
        return found;
    }

    static RecordName basis(UUID door) {
        return new RecordName(RecordKind.DOOR, door);
    }

    static List<Subject> subjects(List<RecordName> records) {
        return records.stream().map(DoorWishes::subject).toList();
    }

    private static Subject subject(RecordName record) {
        return new Subject(record.kind().code(), record.id());
    }
}
