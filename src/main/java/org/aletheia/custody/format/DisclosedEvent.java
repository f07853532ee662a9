package org.aletheia.custody.format;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.aletheia.kernel.Digest;
import org.aletheia.kernel.MalformedValueException;
import org.aletheia.transparency.Hash;
import org.aletheia.transparency.TreeHash;
import org.jspecify.annotations.Nullable;

/**
 * An event as it is handed out: each field open or withheld, so that the entry can be recomputed either way. What the
 * values say is the server's statement; that the entry is in the log shows when it was made.
 *
 * @param fields all fields of {@link EventField}, in their order
 */
public record DisclosedEvent(List<DisclosedField> fields) {
    public DisclosedEvent {
        fields = List.copyOf(fields);
        List<EventField> found = fields.stream().map(DisclosedField::field).toList();
        if (!found.equals(List.of(EventField.values()))) {
            throw new MalformedValueException("disclosed-fields", "not all fields once and in their order");
        }
    }

    /**
     * Reads the JSON form from UTF-8.
     *
     * @throws MalformedValueException reasons {@code json-…}, {@code disclosed-…}, {@code base64}, …
     */
    public static DisclosedEvent parse(byte[] utf8) {
        return ofJson(CanonicalJson.parse(utf8));
    }

    /**
     * Reads the JSON form, already parsed; other keys are refused.
     *
     * @throws MalformedValueException as {@link #parse}
     */
    public static DisclosedEvent ofJson(@Nullable Object json) {
        if (json instanceof Map<?, ?> map
                && map.size() == 2
                && FieldCommitment.FORMAT.equals(map.get("format"))
                && map.get("fields") instanceof List<?> list) {
            List<DisclosedField> fields = new ArrayList<>();
            list.forEach(field -> fields.add(DisclosedField.parse(field)));
            return new DisclosedEvent(fields);
        }
        throw new MalformedValueException(
                "disclosed-event", "expected format " + FieldCommitment.FORMAT + " and fields");
    }

    /** As JSON: {@code {"format":"aletheia/event/v1","fields":[…]}}. */
    public Map<String, @Nullable Object> json() {
        Map<String, @Nullable Object> json = new TreeMap<>();
        json.put("format", FieldCommitment.FORMAT);
        json.put("fields", fields.stream().map(DisclosedField::json).toList());
        return json;
    }

    /** The log entry, recomputed from what is shown. */
    public Digest entry() {
        return FieldCommitment.entry(
                fields.stream().map(DisclosedField::commitment).toList());
    }

    /** The leaf hash of the entry. */
    public Hash leafHash() {
        return TreeHash.leaf(entry().bytes());
    }

    /** The fields that are not shown, in order. */
    public List<EventField> withheld() {
        return fields.stream()
                .filter(DisclosedField.Withheld.class::isInstance)
                .map(DisclosedField::field)
                .toList();
    }

    /** The value of an open field; empty when withheld or null. */
    public Optional<Object> value(EventField field) {
        return fields.stream()
                .filter(shown -> shown.field() == field)
                .filter(DisclosedField.Open.class::isInstance)
                .flatMap(shown -> Stream.ofNullable(((DisclosedField.Open) shown).value()))
                .findAny();
    }

    /** The same event with these fields withheld as well; the entry stays the same. */
    public DisclosedEvent withhold(Set<EventField> more) {
        return new DisclosedEvent(fields.stream()
                .map(field -> more.contains(field.field())
                        ? new DisclosedField.Withheld(field.field(), field.commitment())
                        : field)
                .toList());
    }
}
