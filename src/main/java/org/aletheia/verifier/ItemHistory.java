package org.aletheia.verifier;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.aletheia.custody.format.CanonicalJson;
import org.aletheia.custody.format.DisclosedEvent;
import org.aletheia.custody.format.SubjectOpening;
import org.aletheia.kernel.MalformedValueException;
import org.jspecify.annotations.Nullable;

/**
 * The events of one item, as the API hands them out.
 *
 * @param entries in the order of the text
 */
public record ItemHistory(List<Entry> entries) {
    /** Name of the format. */
    public static final String FORMAT = "aletheia/item-history/v1";

    public ItemHistory {
        entries = List.copyOf(entries);
    }

    /**
     * One event of the item.
     *
     * @param number within the item, from 1, as the server states it
     * @param event open and withheld fields
     * @param opening shows that the item is in an event about a list
     * @param proof {@code .tlog-proof} text
     */
    public record Entry(long number, DisclosedEvent event, Optional<SubjectOpening> opening, String proof) {}

    /**
     * Reads {@code {"format":…,"events":[{"number","event","proof"[,"opening"]}]}}. Other keys beside these are ignored,
     * inside events they are refused.
     *
     * @throws MalformedValueException {@code item-history}, or as {@link DisclosedEvent#parse}
     */
    public static ItemHistory parse(byte[] utf8) {
        if (CanonicalJson.parse(utf8) instanceof Map<?, ?> map
                && FORMAT.equals(map.get("format"))
                && map.get("events") instanceof List<?> events) {
            List<Entry> entries = new ArrayList<>();
            events.forEach(event -> entries.add(entry(event)));
            return new ItemHistory(entries);
        }
        throw malformed();
    }

    /** As JSON, as {@link #parse} reads it. */
    public Map<String, @Nullable Object> json() {
        Map<String, @Nullable Object> json = new TreeMap<>();
        json.put("format", FORMAT);
        json.put("events", entries.stream().map(ItemHistory::json).toList());
        return json;
    }

    private static Map<String, @Nullable Object> json(Entry entry) {
        Map<String, @Nullable Object> json = new TreeMap<>();
        json.put("number", entry.number());
        json.put("event", entry.event().json());
        json.put("proof", entry.proof());
        entry.opening().ifPresent(opening -> json.put("opening", opening.json()));
        return json;
    }

    private static Entry entry(@Nullable Object json) {
        if (json instanceof Map<?, ?> map
                && map.get("number") instanceof Long number
                && map.get("proof") instanceof String proof) {
            Optional<SubjectOpening> opening =
                    Optional.ofNullable(map.get("opening")).map(SubjectOpening::ofJson);
            return new Entry(number, DisclosedEvent.ofJson(map.get("event")), opening, proof);
        }
        throw malformed();
    }

    private static MalformedValueException malformed() {
        return new MalformedValueException("item-history", "expected format " + FORMAT + " and numbered events");
    }
}
