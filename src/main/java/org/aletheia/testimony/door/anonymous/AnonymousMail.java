package org.aletheia.testimony.door.anonymous;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.aletheia.access.AccessGuard;
import org.aletheia.access.AccessIntent;
import org.aletheia.access.IdPages;
import org.aletheia.access.RecordKind;
import org.aletheia.custody.EventDraft;
import org.aletheia.custody.Subject;
import org.aletheia.custody.format.DoorEventTypes;
import org.aletheia.evidence.UseRecord;
import org.aletheia.evidence.anonymous.AnonymousIntake;
import org.aletheia.evidence.record.PageRequest;
import org.aletheia.evidence.record.RecordDirectory;
import org.aletheia.platform.http.Page;
import org.aletheia.platform.http.ProblemException;
import org.aletheia.platform.http.ProblemType;
import org.aletheia.platform.keys.KeyDestroyedException;
import org.aletheia.platform.keys.UnitKeys;
import org.aletheia.testimony.door.DoorLetters;
import org.aletheia.testimony.door.DoorMessage;
import org.aletheia.testimony.door.anonymous.store.AnonymousCodeTable;

/** Messages between who handed something in without an account and those who take in. They end with the code. */
@ApplicationScoped
public class AnonymousMail {
    private static final RecordKind KIND = RecordKind.ANONYMOUS_DEPOSIT;

    private final AccessGuard guard;
    private final RecordDirectory directory;
    private final UseRecord use;
    private final IdPages pages;
    private final AnonymousCodeTable codes;
    private final DoorLetters letters;
    private final UnitKeys keys;

    AnonymousMail(
            AccessGuard guard,
            RecordDirectory directory,
            UseRecord use,
            IdPages pages,
            AnonymousCodeTable codes,
            DoorLetters letters,
            UnitKeys keys) {
        this.guard = guard;
        this.directory = directory;
        this.use = use;
        this.pages = pages;
        this.codes = codes;
        this.letters = letters;
        this.keys = keys;
    }

    /**
     * One page of the messages with a deposit, in the order in which they were sent. The person is told when theirs were seen.
     *
     * @throws ProblemException {@code not-found}; {@code state-refused} where the code has ended, and those of {@link IdPages}
     */
    public Page<DoorMessage> list(UUID deposit, PageRequest page) {
        directory.require(AccessIntent.READ_CONTENT, KIND, deposit);
        use.viewed(KIND, deposit);
        DoorLetters.Box box = box(deposit);
        Page<DoorMessage> shown = pages.of(
                "anonymous-messages\n" + deposit,
                page.limit(),
                page.cursor(),
                (after, most) -> letters.after(box, after, most),
                DoorMessage::id);
        letters.shownToMember(shown.items());
        return shown;
    }

    /**
     * Leaves a message for whoever comes back.
     *
     * @throws ProblemException {@code not-found}; {@code state-refused} where the code has ended
     */
    public DoorMessage send(UUID deposit, String text) {
        directory.require(AccessIntent.REVISE, KIND, deposit);
        return letters.send(
                box(deposit),
                guard.principal().member(),
                text,
                guard.event(DoorEventTypes.DOOR_MESSAGE, KIND, deposit));
    }

    /** What the person has before them, the latest first. The organisation is told when its messages were seen. */
    public List<DoorMessage> of(OpenDeposit open) {
        return letters.shownToPerson(open.box());
    }

    /** Leaves a message of the person, as they typed it. */
    public DoorLetters.Outcome leave(OpenDeposit open, String typed) {
        Subject subject = new Subject(KIND.code(), open.id());
        return letters.leave(
                open.box(), typed, EventDraft.of(DoorEventTypes.DOOR_MESSAGE, AnonymousIntake.SOMEBODY, subject));
    }

    private DoorLetters.Box box(UUID deposit) {
        AnonymousCode code = codes.of(deposit).orElseThrow(() -> new ProblemException(ProblemType.STATE_REFUSED));
        try {
            return new DoorLetters.Box(deposit, keys.open(code.mailKey()));
        } catch (KeyDestroyedException e) {
            throw new ProblemException(ProblemType.STATE_REFUSED);
        }
    }
}
