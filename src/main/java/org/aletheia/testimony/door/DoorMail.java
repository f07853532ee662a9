package org.aletheia.testimony.door;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.aletheia.access.AccessGuard;
import org.aletheia.access.AccessIntent;
import org.aletheia.access.IdPages;
import org.aletheia.access.RecordKind;
import org.aletheia.custody.EventDraft;
import org.aletheia.custody.Journal;
import org.aletheia.custody.Subject;
import org.aletheia.custody.format.DoorEventTypes;
import org.aletheia.evidence.UseRecord;
import org.aletheia.evidence.record.PageRequest;
import org.aletheia.evidence.record.RecordDirectory;
import org.aletheia.kernel.Digest;
import org.aletheia.kernel.Ids;
import org.aletheia.platform.http.Page;
import org.aletheia.platform.http.ProblemException;
import org.aletheia.platform.http.ProblemType;
import org.aletheia.platform.keys.KeyDestroyedException;
import org.aletheia.platform.keys.UnitKey;
import org.aletheia.platform.keys.UnitKeys;
import org.aletheia.platform.time.Moments;
import org.aletheia.testimony.door.store.DoorCodeTable;
import org.aletheia.testimony.door.store.DoorMessageTable;
import org.jspecify.annotations.Nullable;

/**
 * Messages between a person and the organisation that gave them the door, sealed under the person's key, each bound to its
 * place.
 */
@ApplicationScoped
public class DoorMail {
    /** How long a message may be, in characters. */
    public static final int MAX_TEXT = 4000;

    /** How many messages of a person wait to be seen at most: whoever found a code cannot fill the vault. */
    private static final int MOST_WAITING = 50;

    private static final int MOST_SHOWN = 200;
    private static final String FROM_PERSON = "person";
    private static final String FROM_ORGANISATION = "organisation";

    private final AccessGuard guard;
    private final RecordDirectory directory;
    private final UseRecord use;
    private final IdPages pages;
    private final DoorCodeTable codes;
    private final DoorMessageTable messages;
    private final UnitKeys keys;
    private final Journal journal;
    private final Clock clock;

    DoorMail(
            AccessGuard guard,
            RecordDirectory directory,
            UseRecord use,
            IdPages pages,
            DoorCodeTable codes,
            DoorMessageTable messages,
            UnitKeys keys,
            Journal journal,
            Clock clock) {
        this.guard = guard;
        this.directory = directory;
        this.use = use;
        this.pages = pages;
        this.codes = codes;
        this.messages = messages;
        this.keys = keys;
        this.journal = journal;
        this.clock = clock;
    }

    /**
     * One page of the messages of a door, in the order in which they were sent. The person is told when theirs were seen.
     *
     * @throws ProblemException {@code not-found}, and those of {@link IdPages}
     */
    public Page<DoorMessage> list(UUID door, PageRequest page) {
        directory.require(AccessIntent.READ_CONTENT, RecordKind.DOOR, door);
        use.viewed(RecordKind.DOOR, door);
        UnitKey key = key(door);
        Page<DoorMessage> shown = pages.of(
                "door-messages\n" + door,
                page.limit(),
                page.cursor(),
                (after, most) -> opened(messages.after(door, key.id(), after, most), key),
                DoorMessage::id);
        seen(shown.items(), true);
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
        return send(door, key(door), guard.principal().member(), text, event.detail("from", FROM_ORGANISATION));
    }

    /** What the person has before them, the latest first. The organisation is told when its messages were seen. */
    List<DoorMessage> of(OpenDoor open) {
        UnitKey key = open.key();
        List<DoorMessage> shown = opened(messages.last(open.code().door(), key.id(), MOST_SHOWN), key);
        seen(shown, false);
        return shown;
    }

    /**
     * Leaves a message of the person.
     *
     * @return false where too many wait to be seen, and nothing was left
     */
    public boolean leave(OpenDoor open, String text) {
        UUID door = open.code().door();
        if (unread(List.of(door)).getOrDefault(door, 0) >= MOST_WAITING) {
            return false;
        }
        Subject subject = new Subject(RecordKind.DOOR.code(), door);
        EventDraft.Builder event = EventDraft.of(DoorEventTypes.DOOR_MESSAGE, DoorActor.PERSON, subject);
        send(door, open.key(), null, text, event.detail("from", FROM_PERSON));
        return true;
    }

    /** How many messages of the person nobody has seen yet, by door; doors without any are left out. */
    public Map<UUID, Integer> unread(Collection<UUID> doors) {
        return messages.unread(doors);
    }

    /**
     * Order of durable effects: 1. the sealed message in the vault, where nobody reads it yet; 2. its event; 3. it becomes
     * one to be read. A crash after 1 or 2 leaves a message that nobody reads, and whoever sent it without an answer.
     */
    private DoorMessage send(UUID door, UnitKey key, @Nullable UUID member, String text, EventDraft.Builder event) {
        UUID id = Ids.timeOrdered();
        byte[] sealed = key.wrap(text.getBytes(StandardCharsets.UTF_8), place(door, id, member == null));
        SealedMessage message = new SealedMessage(id, door, Moments.now(clock), member, key.id(), sealed, null);
        messages.put(message);
        QuarkusTransaction.requiringNew()
                .run(() -> journal.append(event.revision(Digest.sha256(sealed))
                        .detail("message", id.toString())
                        .build()));
        messages.confirm(id, Moments.now(clock));
        return opened(message, key);
    }

    /** Those of the other side that are before somebody now. */
    private void seen(List<DoorMessage> shown, boolean fromPerson) {
        List<UUID> fresh = shown.stream()
                .filter(message -> message.fromPerson() == fromPerson && message.readAt() == null)
                .map(DoorMessage::id)
                .toList();
        messages.read(fresh, Moments.now(clock));
    }

    private static List<DoorMessage> opened(List<SealedMessage> found, UnitKey key) {
        return found.stream().map(message -> opened(message, key)).toList();
    }

    private static DoorMessage opened(SealedMessage message, UnitKey key) {
        byte[] text = key.unwrap(message.sealed(), place(message.door(), message.id(), message.fromPerson()));
        return new DoorMessage(
                message.id(),
                message.fromPerson(),
                message.sentAt(),
                message.readAt(),
                new String(text, StandardCharsets.UTF_8));
    }

    private UnitKey key(UUID door) {
        KeptCode last = codes.latest(door).orElseThrow(() -> new ProblemException(ProblemType.STATE_REFUSED));
        try {
            return keys.open(last.unitKey());
        } catch (KeyDestroyedException e) {
            throw new ProblemException(ProblemType.STATE_REFUSED);
        }
    }

    private static byte[] place(UUID door, UUID message, boolean fromPerson) {
        String side = fromPerson ? FROM_PERSON : FROM_ORGANISATION;
        return ("aletheia/door-message/v1\n" + door + "\n" + message + "\n" + side).getBytes(StandardCharsets.UTF_8);
    }
}
