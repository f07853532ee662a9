package org.aletheia.testimony.door;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.aletheia.custody.EventDraft;
import org.aletheia.custody.Journal;
import org.aletheia.kernel.Digest;
import org.aletheia.kernel.Ids;
import org.aletheia.platform.keys.UnitKey;
import org.aletheia.platform.time.Moments;
import org.aletheia.testimony.door.store.DoorMessageTable;
import org.jspecify.annotations.Nullable;

/**
 * Messages between somebody without an account and an organisation, each sealed and bound to its place. Who may write or read
 * them is asked by those who call.
 */
@ApplicationScoped
public class DoorLetters {
    /** How long a message may be, in characters. */
    public static final int MAX_TEXT = 4000;

    /** How many messages of a person wait to be seen at most: whoever found a code cannot fill the vault. */
    private static final int MOST_WAITING = 50;

    private static final int MOST_SHOWN = 200;
    private static final String FROM_PERSON = "person";
    private static final String FROM_ORGANISATION = "organisation";

    private final DoorMessageTable messages;
    private final Journal journal;
    private final Clock clock;

    DoorLetters(DoorMessageTable messages, Journal journal, Clock clock) {
        this.messages = messages;
        this.journal = journal;
        this.clock = clock;
    }

    /**
     * Where messages lie.
     *
     * @param door or whatever else they belong to; never used for two
     * @param key under which they are sealed
     */
    public record Box(UUID door, UnitKey key) {}

    /** Some of the messages of a box after one of them, in the order in which they were sent. */
    public List<DoorMessage> after(Box box, UUID after, int most) {
        return opened(messages.after(box.door(), box.key().id(), after, most), box.key());
    }

    /** What the person has before them, the latest first. The organisation is told when its messages were seen. */
    public List<DoorMessage> shownToPerson(Box box) {
        List<DoorMessage> shown = opened(messages.last(box.door(), box.key().id(), MOST_SHOWN), box.key());
        seen(shown, false);
        return shown;
    }

    /** What a member has before them. The person is told when theirs were seen. */
    public void shownToMember(List<DoorMessage> shown) {
        seen(shown, true);
    }

    /** Leaves a message of a member. @param event of it */
    public DoorMessage send(Box box, UUID member, String text, EventDraft.Builder event) {
        return send(box.door(), box.key(), member, text, event.detail("from", FROM_ORGANISATION));
    }

    /** What became of a message of the person. */
    public enum Outcome {
        SENT,
        /** There was nothing in it, or more than {@link #MAX_TEXT}. */
        NOT_SENT,
        /** Too many wait to be seen. */
        TOO_MANY
    }

    /** Leaves a message of the person, as they typed it; where it is not sent, nothing was left. @param event of it */
    public Outcome leave(Box box, String typed, EventDraft.Builder event) {
        String text = TypedText.clean(typed);
        if (text.isEmpty() || text.length() > MAX_TEXT) {
            return Outcome.NOT_SENT;
        }
        UUID door = box.door();
        if (unread(List.of(door)).getOrDefault(door, 0) >= MOST_WAITING) {
            return Outcome.TOO_MANY;
        }
        send(door, box.key(), null, text, event.detail("from", FROM_PERSON));
        return Outcome.SENT;
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

    private static byte[] place(UUID door, UUID message, boolean fromPerson) {
        String side = fromPerson ? FROM_PERSON : FROM_ORGANISATION;
        return ("aletheia/door-message/v1\n" + door + "\n" + message + "\n" + side).getBytes(StandardCharsets.UTF_8);
    }
}
