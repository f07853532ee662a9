package org.aletheia.custody.format;

import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.aletheia.kernel.Digest;
import org.aletheia.kernel.DigestAlgorithm;
import org.aletheia.kernel.MalformedValueException;
import org.aletheia.transparency.Hash;
import org.aletheia.transparency.TreeHash;
import org.jspecify.annotations.Nullable;

/**
 * An event with its commitments, as the journal keeps it: {@link #canonical()} and {@link #seed()} are to be stored, both
 * secret; {@link #entry()} is what the log publishes. Immutable.
 */
public final class SealedEvent {
    private static final int TYPICAL_LENGTH = 1024;

    private final Event event;
    private final EventSeed seed;
    private final Map<EventField, @Nullable Object> values;
    private final Map<EventField, Hash> commitments = new EnumMap<>(EventField.class);
    private final byte[] canonical;

    private SealedEvent(Event event, EventSeed seed) {
        this.event = event;
        this.seed = seed;
        this.values = EventCodec.values(event);
        this.canonical = commit();
    }

    /** Commits to each field, and returns the fields as they are stored: each is rendered once, for both. */
    private byte[] commit() {
        EventSeed.Derivation salts = seed.derivation();
        MessageDigest sha256 = DigestAlgorithm.SHA_256.newMessageDigest();
        JsonWriter pairs = new JsonWriter(TYPICAL_LENGTH);
        values.forEach((field, value) -> {
            pairs.ascii(pairs.length() == 0 ? '[' : ',');
            commitments.put(field, FieldCommitment.of(sha256, salts.salt(field), field, value, pairs));
        });
        pairs.ascii(']');
        return pairs.bytes();
    }

    /** Commits to each field of the event. */
    public static SealedEvent seal(Event event, EventSeed seed) {
        return new SealedEvent(event, seed);
    }

    /**
     * Reads a stored event back.
     *
     * @param canonical as {@link #canonical()} gave it
     * @throws MalformedValueException reasons {@code event-…}, {@code json-…} where these are not such bytes
     */
    public static SealedEvent restore(byte[] canonical, EventSeed seed) {
        Map<EventField, @Nullable Object> values = new EnumMap<>(EventField.class);
        List<?> pairs = CanonicalJson.parseCanonical(canonical) instanceof List<?> list ? list : List.of();
        EventField[] fields = EventField.values();
        if (pairs.size() != fields.length) {
            throw new MalformedValueException("event-fields", "expected " + fields.length + " fields");
        }
        Iterator<?> rest = pairs.iterator();
        for (EventField field : fields) {
            values.put(field, value(field, rest.next()));
        }
        return restored(EventCodec.event(values), seed, canonical);
    }

    /** The event. */
    public Event event() {
        return event;
    }

    /** The secret behind the salts. */
    public EventSeed seed() {
        return seed;
    }

    /** The canonical JSON of all fields, {@code [["schema",1],["type",…],…]}: store these bytes, never a re-rendering. */
    public byte[] canonical() {
        return canonical.clone();
    }

    /** c₁ … c₁₂ in the order of {@link EventField}. */
    public List<Hash> commitments() {
        return List.copyOf(commitments.values());
    }

    /** d, the 32 bytes that are the log entry. */
    public Digest entry() {
        return FieldCommitment.entry(commitments.values());
    }

    /** The leaf hash of the entry. */
    public Hash leafHash() {
        return TreeHash.leaf(entry().bytes());
    }

    /** What somebody is shown who may not see these fields. */
    public DisclosedEvent disclose(Set<EventField> withheld) {
        List<DisclosedField> fields = new ArrayList<>();
        commitments.forEach((field, commitment) -> fields.add(
                withheld.contains(field)
                        ? new DisclosedField.Withheld(field, commitment)
                        : new DisclosedField.Open(field, values.get(field), seed.salt(field))));
        return new DisclosedEvent(fields);
    }

    /** Refuses bytes of which the event has another form: its commitments would not be those of the log. */
    private static SealedEvent restored(Event event, EventSeed seed, byte[] canonical) {
        SealedEvent sealed = new SealedEvent(event, seed);
        if (!Arrays.equals(sealed.canonical, canonical)) {
            throw new MalformedValueException("event-not-canonical", "a field is not in its one form");
        }
        return sealed;
    }

    private static @Nullable Object value(EventField field, @Nullable Object pair) {
        if (pair instanceof List<?> list && list.size() == 2 && field.label().equals(list.getFirst())) {
            return list.get(1);
        }
        throw new MalformedValueException("event-fields", "the field " + field.label() + " is not at its place");
    }
}
