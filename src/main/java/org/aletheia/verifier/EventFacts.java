package org.aletheia.verifier;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.aletheia.custody.format.DisclosedEvent;
import org.aletheia.custody.format.EventField;
import org.aletheia.custody.format.EventTypeRegistry;
import org.aletheia.custody.format.EventTypes;
import org.aletheia.kernel.Digest;

/** What a disclosed event says, and what it does not say. */
final class EventFacts {
    private static final List<String> RECEIPT = List.of(EventTypes.RECEIVED.code(), EventTypes.REGISTERED.code());

    private EventFacts() {}

    /** The fields that are withheld, if any are. */
    static Optional<Finding> withheld(DisclosedEvent event) {
        List<EventField> fields = event.withheld();
        return fields.isEmpty()
                ? Optional.empty()
                : Optional.of(Finding.note(
                        Check.WITHHELD, fields.stream().map(EventField::label).collect(Collectors.joining(", "))));
    }

    /** Its type, and whether that is known here. */
    static Finding type(DisclosedEvent event, EventTypeRegistry types, boolean verified) {
        return event.value(EventField.TYPE)
                .map(code -> types.find(code.toString()).isPresent()
                        ? Finding.note(Check.TYPE, code.toString())
                        : Finding.note(
                                Check.TYPE,
                                verified ? code + ": unknown-type, hash verified" : code + ": unknown-type"))
                .orElseGet(() -> Finding.note(Check.TYPE, "withheld"));
    }

    /** What it proves, and what not, where it says that the log goes on in place of another one. */
    static Optional<Finding> succession(DisclosedEvent event) {
        return event.value(EventField.TYPE)
                .filter(EventTypes.LOG_SUCCEEDED.code()::equals)
                .flatMap(type -> event.value(EventField.DETAIL))
                .map(detail -> detail instanceof Map<?, ?> said ? succession(said) : "what it says cannot be read")
                .map(text -> Finding.note(Check.SUCCESSION, text));
    }

    private static String succession(Map<?, ?> said) {
        return "by its own word, this log goes on in place of " + said.get("predecessor")
                + ", whose last tree known to it had "
                + said.get("size") + " entries and the root " + said.get("root") + "; the first " + said.get("common")
                + " entries of both are said to be the same. That the other log's keys never signed this is no fault, and"
                + " that its later entries are not here is what this event states; what they prove, their own proofs and"
                + " that log's keys show";
    }

    /** Whether it is an event of receipt that names this digest as that of what was received. */
    static boolean receives(DisclosedEvent event, Digest file) {
        return event.value(EventField.TYPE).filter(RECEIPT::contains).isPresent()
                && event.value(EventField.DETAIL).orElse(Map.of()) instanceof Map<?, ?> detail
                && detail.get("digests") instanceof Map<?, ?> digests
                && file.hex().equals(digests.get(file.algorithm().label()));
    }
}
