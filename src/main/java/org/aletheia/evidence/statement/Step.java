package org.aletheia.evidence.statement;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.aletheia.custody.ChainEntry;
import org.aletheia.custody.format.CanonicalJson;
import org.aletheia.custody.format.DisclosedEvent;
import org.aletheia.custody.format.EventField;
import org.aletheia.custody.format.EventType;
import org.aletheia.custody.format.EventTypes;
import org.aletheia.kernel.Digest;
import org.aletheia.kernel.MalformedValueException;
import org.aletheia.kernel.UncertainDate;
import org.jspecify.annotations.Nullable;

/**
 * One event of a chain with what its reader may know of it; nothing here is added to what the event says.
 *
 * @param number in the chain, from 1
 * @param index in the log
 */
public record Step(long number, long index, DisclosedEvent event) {
    private static final String HAPPENED = "happened";
    private static final String PERIOD = "period";

    /** Of an entry of the chain. */
    static Step of(ChainEntry entry) {
        return new Step(entry.number(), entry.index(), entry.event());
    }

    /** The event's id, or its number in the chain where the id is withheld. */
    public String name() {
        return text(EventField.ID).orElse("number-" + number);
    }

    /** The event's type; empty where withheld. */
    public Optional<String> type() {
        return text(EventField.TYPE);
    }

    /** Whether it is known to be of this type. */
    public boolean is(EventType type) {
        return type().filter(type.code()::equals).isPresent();
    }

    /** Whether it declares that custody of a period is not known. */
    public boolean isGap() {
        return is(EventTypes.GAP_DECLARED) || detail().containsKey(PERIOD);
    }

    /** Whether it tells of custody at another time and does nothing to the item: a gap, or custody before receipt. */
    boolean isStatement() {
        return isGap() || is(EventTypes.CUSTODY_STATED);
    }

    /** Whether it is known to be something that was done with the item. */
    boolean isAction() {
        return type().isPresent() && !isStatement();
    }

    /** When the event was recorded, by the server's clock (RFC 3339). */
    public Optional<String> recorded() {
        return text(EventField.TIME);
    }

    /** The value of a field that is a text; empty where withheld or null. */
    public Optional<String> text(EventField field) {
        return event.value(field).map(Object::toString);
    }

    /** When it happened as somebody stated (EDTF); empty where nobody said, as of a gap, which has its {@link #period()}. */
    public Optional<String> happened() {
        return isGap() ? Optional.empty() : stated(HAPPENED);
    }

    /** For which period custody is not known (EDTF); empty where it is no gap, or withheld. */
    public Optional<String> period() {
        return stated(PERIOD);
    }

    /** When it happened as stated, else when it was recorded; empty where withheld, or where what is withheld may state it. */
    Optional<String> date() {
        return happened().or(() -> mayHideDate() ? Optional.empty() : recorded());
    }

    /** From when on, at the earliest; empty where that is withheld or open. */
    Optional<Instant> start() {
        return happened().isPresent() ? happened().flatMap(Step::parsed).flatMap(UncertainDate::earliest) : done();
    }

    /** Until when, at the latest; likewise. */
    Optional<Instant> end() {
        return happened().isPresent() ? happened().flatMap(Step::parsed).flatMap(UncertainDate::latest) : done();
    }

    /** What has no stated date was done when it was recorded. */
    private Optional<Instant> done() {
        return mayHideDate() ? Optional.empty() : recorded().flatMap(Step::instant);
    }

    private boolean mayHideDate() {
        return !isGap() && event.withheld().contains(EventField.DETAIL);
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

    /**
     * Reason, role, purpose and all of the detail, for people: {@code reason records-lost; period 2026-03-05/2026-03-07; risk
     * low}. Values that are no texts are canonical JSON.
     */
    String said() {
        List<String> said = new ArrayList<>();
        for (EventField field : List.of(EventField.REASON, EventField.ROLE, EventField.PURPOSE)) {
            text(field).ifPresent(value -> said.add(field.label() + " " + value));
        }
        TreeMap<String, @Nullable Object> detail = new TreeMap<>();
        detail().forEach((key, value) -> detail.put(String.valueOf(key), value));
        detail.forEach((key, value) -> {
            if (value != null) {
                said.add(key + " " + (value instanceof String text ? text : CanonicalJson.text(value)));
            }
        });
        return String.join("; ", said);
    }

    /** What it says, when it was recorded, and where the log holds it; for people. */
    String account(CustodyRecord record) {
        String said = said();
        return (said.isEmpty() ? "" : said + "; ") + standing(record);
    }

    /** When it was recorded, and where the log holds it; for people. */
    String standing(CustodyRecord record) {
        return "recorded " + recorded().orElse("(withheld)") + "; number " + number + " in its chain; entry " + entry()
                + " at index " + index + " of log " + record.origin() + ", in its checkpoint of size "
                + record.checkpoint().size()
                + (withheld().isEmpty() ? "" : "; withheld: " + String.join(", ", withheld()));
    }

    private Optional<String> stated(String key) {
        return Optional.<Object>ofNullable(detail().get(key)).map(Object::toString);
    }

    private static Optional<UncertainDate> parsed(String edtf) {
        try {
            return Optional.of(UncertainDate.parse(edtf));
        } catch (MalformedValueException e) {
            return Optional.empty(); // of a later release; the text stands in what it says
        }
    }

    private static Optional<Instant> instant(String time) {
        try {
            return Optional.of(Instant.parse(time));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
