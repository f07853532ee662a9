package org.aletheia.evidence.statement;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.aletheia.custody.format.EventField;
import org.aletheia.custody.format.EventType;
import org.aletheia.custody.format.EventTypes;
import org.aletheia.evidence.content.DetectedType;
import org.aletheia.transparency.Checkpoint;
import org.aletheia.transparency.SignedNote;
import org.aletheia.transparency.StatedTime;
import org.jspecify.annotations.Nullable;

/**
 * The chain of custody of an item up to one checkpoint of the log, as far as one reader may see it. All that is told of the
 * item but its media types is taken from the events.
 *
 * @param note the checkpoint, signed
 * @param mediaType as the record of the item has it, no event; empty where the reader is not to have it
 * @param detected what its first bytes are, as the record has it, no event; empty as well where nobody looked
 * @param steps by number, without holes; all of them lie in the checkpoint's tree
 */
public record CustodyRecord(
        SignedNote note, Optional<String> mediaType, Optional<DetectedType> detected, List<Step> steps) {
    public CustodyRecord {
        steps = List.copyOf(steps);
    }

    /** The tree head in which all events lie. */
    public Checkpoint checkpoint() {
        return Checkpoint.parse(note.text());
    }

    /** Name of the log. */
    public String origin() {
        return checkpoint().origin();
    }

    /** The latest time that signatures of the checkpoint state. */
    public Optional<Instant> checkpointTime() {
        return StatedTime.latest(note);
    }

    /** The item's id, as the event of receipt names it, or else the first event. */
    public Optional<String> item() {
        return receipt()
                .or(() -> steps.stream().findFirst())
                .flatMap(step -> step.event().value(EventField.SUBJECT))
                .flatMap(subject -> subject instanceof Map<?, ?> record
                        ? Optional.<Object>ofNullable(record.get("id"))
                        : Optional.empty())
                .map(Object::toString);
    }

    /** The event of receipt; empty where its type is withheld. */
    public Optional<Step> receipt() {
        return first(EventTypes.RECEIVED);
    }

    /** When it was received, by the server's clock. */
    public Optional<String> received() {
        return receipt().flatMap(Step::recorded);
    }

    /** The number under which it was registered; empty where no event tells it (it is told since schema 2). */
    public Optional<String> registrationNumber() {
        return first(EventTypes.REGISTERED).flatMap(step -> text(step, "registrationNumber"));
    }

    /** The length of the bytes as received. */
    public Optional<String> size() {
        return receipt().flatMap(step -> text(step, "size"));
    }

    /** Digests of the bytes as received, lower-case hex by RFC 9530 name; empty where withheld. */
    public SortedMap<String, String> digests() {
        SortedMap<String, String> digests = new TreeMap<>();
        @Nullable
        Object told =
                receipt().<Object>map(step -> step.detail().get("digests")).orElse(null);
        if (told instanceof Map<?, ?> found) {
            found.forEach((algorithm, hex) -> digests.put(String.valueOf(algorithm), String.valueOf(hex)));
        }
        return digests;
    }

    private Optional<Step> first(EventType type) {
        return steps.stream().filter(step -> step.is(type)).findFirst();
    }

    private static Optional<String> text(Step step, String key) {
        return Optional.<Object>ofNullable(step.detail().get(key)).map(Object::toString);
    }
}
