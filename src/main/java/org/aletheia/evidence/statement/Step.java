package org.aletheia.evidence.statement;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.aletheia.custody.ChainEntry;
import org.aletheia.custody.format.DisclosedEvent;
import org.aletheia.custody.format.EventField;
import org.aletheia.kernel.Digest;
import org.aletheia.kernel.MalformedValueException;
import org.aletheia.kernel.UncertainDate;

/**
 * One event of a chain with what its reader may know of it; nothing here is added to what the event says.
 *
 * @param number in the chain, from 1
 * @param index in the log
 */
public record Step(long number, long index, UUID id, DisclosedEvent event) {
    /** Of an entry of the chain. */
    static Step of(ChainEntry entry) {
        return new Step(entry.number(), entry.index(), entry.eventId(), entry.event());
    }

    /** The event's type; empty where withheld. */
    public Optional<String> type() {
        return text(EventField.TYPE);
    }

    /** When the event was recorded, by the server's clock (RFC 3339). */
    public Optional<String> recorded() {
        return text(EventField.TIME);
    }

    /** The value of a field that is a text; empty where withheld or null. */
    public Optional<String> text(EventField field) {
        return event.value(field).map(Object::toString);
    }

    /** When it happened as somebody stated, or for which period custody is unknown; empty where nobody said. */
    public Optional<UncertainDate> happened() {
        return Optional.<Object>ofNullable(detail().get("happened"))
                .or(() -> Optional.ofNullable(detail().get("period")))
                .flatMap(stated -> date(stated.toString()));
    }

    /** The detail; empty where withheld. */
    public Map<?, ?> detail() {
        return event.value(EventField.DETAIL).orElse(Map.of()) instanceof Map<?, ?> detail ? detail : Map.of();
    }

    /** The 32 bytes that the log holds. */
    public Digest entry() {
        return event.entry();
    }

    /** Names of the fields that are withheld, in their order. */
    public List<String> withheld() {
        return event.withheld().stream().map(EventField::label).toList();
    }

    /** When it happened as stated, when it was recorded, and where the log of this name holds it; for people. */
    String standing(String origin) {
        String stated =
                happened().map(date -> "stated date " + date.edtf() + "; ").orElse("");
        return stated + "recorded " + recorded().orElse("(withheld)") + "; number " + number + " in its chain; entry "
                + entry() + " at index " + index + " of log " + origin
                + (withheld().isEmpty() ? "" : "; withheld: " + String.join(", ", withheld()));
    }

    private static Optional<UncertainDate> date(String edtf) {
        try {
            return Optional.of(UncertainDate.parse(edtf));
        } catch (MalformedValueException e) {
            return Optional.empty(); // of a later release; the text stands in the detail
        }
    }
}
