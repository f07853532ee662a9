package org.aletheia.testimony.door;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.aletheia.access.AccessGuard;
import org.aletheia.access.AccessIntent;
import org.aletheia.access.ClosureGround;
import org.aletheia.access.Closures;
import org.aletheia.access.RecordKind;
import org.aletheia.access.RecordName;
import org.aletheia.custody.Journal;
import org.aletheia.custody.format.DoorEventTypes;
import org.aletheia.evidence.record.PageRequest;
import org.aletheia.evidence.record.RecordDirectory;
import org.aletheia.evidence.record.RecordVersion;
import org.aletheia.platform.http.Page;
import org.aletheia.platform.http.ProblemException;
import org.aletheia.platform.http.ProblemType;
import org.aletheia.platform.time.Moments;
import org.aletheia.testimony.consent.Consent;
import org.aletheia.testimony.consent.ConsentWithdrawalBody;
import org.aletheia.testimony.consent.Consents;
import org.aletheia.testimony.door.store.WishRows;
import org.jspecify.annotations.Nullable;

/** What comes of a wish once the organisation has spoken with the person, by the way on which they can be reached safely. */
@ApplicationScoped
public class DoorSettlements {
    private static final int PAGE = 200;

    private final AccessGuard guard;
    private final RecordDirectory directory;
    private final Doors doors;
    private final WishRows rows;
    private final Consents consents;
    private final Closures closures;
    private final Journal journal;
    private final Clock clock;

    DoorSettlements(
            AccessGuard guard,
            RecordDirectory directory,
            Doors doors,
            WishRows rows,
            Consents consents,
            Closures closures,
            Journal journal,
            Clock clock) {
        this.guard = guard;
        this.directory = directory;
        this.doors = doors;
        this.rows = rows;
        this.consents = consents;
        this.closures = closures;
        this.journal = journal;
        this.clock = clock;
    }

    /**
     * What the person said.
     *
     * @param outcome confirmed or lifted
     * @param channel how they were reached, code of {@code contact-channel}
     * @param recorded how that they said so was recorded, code of {@code consent-form}; null unless confirmed
     */
    public record Said(
            WishState outcome, String channel, @Nullable String recorded) {}

    /**
     * Settles a wish, in one transaction.
     *
     * <p>Confirmed, a withdrawal is final: the person's consents that the caller's organisation keeps, and that the caller sees,
     * are withdrawn with all that follows, as of the day of the wish; what no consent closes by now, the door keeps closed.
     *
     * <p>Lifted, a wish ends, also one that was confirmed; where no other stands, what the door closed opens again. What a
     * withdrawn consent or anything else closes is not touched.
     *
     * @throws ProblemException {@code not-found}; {@code state-refused} for a wish that was settled so, for one that was lifted,
     *     and for a pause that is to be confirmed
     */
    @Transactional
    public DoorWish settle(UUID id, Said said) {
        DoorWish before = rows.find(id).orElseThrow(() -> guard.absent(RecordKind.DOOR, id));
        directory.require(AccessIntent.REVISE, RecordKind.DOOR, before.door());
        rows.lock(before.door());
        DoorWish settled =
                before.settled(said.outcome(), said.channel(), guard.principal().member(), Moments.now(clock));
        boolean possible = said.outcome() == WishState.LIFTED || before.wish() == Wish.WITHDRAWAL;
        if (!possible || !rows.settle(settled)) {
            throw new ProblemException(
                    ProblemType.STATE_REFUSED,
                    Map.of(
                            "state",
                            before.state().code(),
                            "wanted",
                            said.outcome().code()));
        }
        UUID event = tell(settled, said.channel());
        if (settled.state() == WishState.CONFIRMED) {
            withdraw(settled, said.recorded(), event);
        } else if (rows.of(settled.door()).stream().noneMatch(DoorWish::isInForce)) {
            resume(DoorWishes.basis(settled.door()), rows.closedBy(settled.door()));
        }
        return settled;
    }

    private UUID tell(DoorWish settled, String channel) {
        return journal.append(guard.event(DoorEventTypes.DOOR_WISH_SETTLED, RecordKind.DOOR, settled.door())
                        .detail("wish", settled.id().toString())
                        .detail("what", settled.wish().code())
                        .detail("outcome", settled.state().code())
                        .detail("channel", channel)
                        .build())
                .eventId();
    }

    /** What a consent closes from here on is that consent's to open again, when it is given anew. */
    private void withdraw(DoorWish wish, @Nullable String recorded, UUID event) {
        String day = wish.wishedAt().atOffset(ZoneOffset.UTC).toLocalDate().toString();
        UUID subject = doors.get(wish.door()).content().subject().id();
        standing(subject)
                .forEach(consent -> consents.withdraw(consent, new ConsentWithdrawalBody(day, recorded, null)));
        rows.closedByConsentToo(wish.door())
                .forEach(record -> closures.reopen(
                        record.kind(),
                        record.id(),
                        ClosureGround.CONSENT_WITHDRAWN,
                        DoorWishes.basis(wish.door()),
                        event));
    }

    /** All of them, page after page: one that was left out would stay in force. */
    private List<UUID> standing(UUID subject) {
        List<UUID> standing = new ArrayList<>();
        @Nullable String cursor = null;
        do {
            Page<RecordVersion<Consent>> page =
                    consents.list(new PageRequest(PAGE, cursor, Map.of("subject", Map.of("id", subject.toString()))));
            page.items().stream()
                    .filter(consent -> !consent.content().state().equals(Consent.WITHDRAWN))
                    .map(RecordVersion::id)
                    .forEach(standing::add);
            cursor = page.next();
        } while (cursor != null);
        return standing;
    }

    private void resume(RecordName basis, List<RecordName> closed) {
        if (!closed.isEmpty()) {
            UUID event = journal.append(guard.listEvent(DoorEventTypes.USE_RESUMED, DoorWishes.subjects(closed))
                            .build())
                    .eventId();
            closures.reopenAll(ClosureGround.CONSENT_WITHDRAWN, basis, event);
        }
    }
}
