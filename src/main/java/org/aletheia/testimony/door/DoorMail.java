package org.aletheia.testimony.door;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.aletheia.access.AccessGuard;
import org.aletheia.access.AccessIntent;
import org.aletheia.access.IdPages;
import org.aletheia.access.RecordKind;
import org.aletheia.custody.EventDraft;
import org.aletheia.custody.Subject;
import org.aletheia.custody.format.DoorEventTypes;
import org.aletheia.evidence.UseRecord;
import org.aletheia.evidence.record.PageRequest;
import org.aletheia.evidence.record.RecordDirectory;
import org.aletheia.platform.http.Page;
import org.aletheia.platform.http.ProblemException;
import org.aletheia.platform.http.ProblemType;
import org.aletheia.platform.keys.KeyDestroyedException;
import org.aletheia.platform.keys.UnitKeys;
import org.aletheia.testimony.door.store.DoorCodeTable;

/** Messages between a person and the organisation that gave them the door, sealed under the person's key. */
@ApplicationScoped
public class DoorMail {
    private final AccessGuard guard;
    private final RecordDirectory directory;
    private final UseRecord use;
    private final IdPages pages;
    private final DoorCodeTable codes;
    private final DoorLetters letters;
    private final UnitKeys keys;

    DoorMail(
            AccessGuard guard,
            RecordDirectory directory,
            UseRecord use,
            IdPages pages,
            DoorCodeTable codes,
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
     * One page of the messages of a door, in the order in which they were sent. The person is told when theirs were seen.
     *
     * @throws ProblemException {@code not-found}, and those of {@link IdPages}
     */
    public Page<DoorMessage> list(UUID door, PageRequest page) {
        directory.require(AccessIntent.READ_CONTENT, RecordKind.DOOR, door);
        use.viewed(RecordKind.DOOR, door);
        DoorLetters.Box box = box(door);
        Page<DoorMessage> shown = pages.of(
                "door-messages\n" + door,
                page.limit(),
                page.cursor(),
                (after, most) -> letters.after(box, after, most),
                DoorMessage::id);
        letters.shownToMember(shown.items());
        return shown;
    }

    /**
     * Leaves a message for whoever opens the door.
     *
     * @throws ProblemException {@code not-found}; {@code state-refused} where the person's key is gone
     */
    public DoorMessage send(UUID door, String text) {
        directory.require(AccessIntent.REVISE, RecordKind.DOOR, door);
        EventDraft.Builder event = guard.event(DoorEventTypes.DOOR_MESSAGE, RecordKind.DOOR, door);
        return letters.send(box(door), guard.principal().member(), text, event);
    }

    /** What the person has before them, the latest first. The organisation is told when its messages were seen. */
    List<DoorMessage> of(OpenDoor open) {
        return letters.shownToPerson(new DoorLetters.Box(open.code().door(), open.key()));
    }

    /** Leaves a message of the person, as they typed it. */
    public DoorLetters.Outcome leave(OpenDoor open, String typed) {
        UUID door = open.code().door();
        Subject subject = new Subject(RecordKind.DOOR.code(), door);
        return letters.leave(
                new DoorLetters.Box(door, open.key()),
                typed,
                EventDraft.of(DoorEventTypes.DOOR_MESSAGE, DoorActor.PERSON, subject));
    }

    /** How many messages of the person nobody has seen yet, by door; doors without any are left out. */
    public Map<UUID, Integer> unread(Collection<UUID> doors) {
        return letters.unread(doors);
    }

    private DoorLetters.Box box(UUID door) {
        KeptCode last = codes.latest(door).orElseThrow(() -> new ProblemException(ProblemType.STATE_REFUSED));
        try {
            return new DoorLetters.Box(door, keys.open(last.unitKey()));
        } catch (KeyDestroyedException e) {
            throw new ProblemException(ProblemType.STATE_REFUSED);
        }
    }
}
