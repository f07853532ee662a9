package org.aletheia.custody.format;

import java.util.Map;
import java.util.TreeMap;
import org.aletheia.kernel.MalformedValueException;
import org.aletheia.transparency.Hash;
import org.jspecify.annotations.Nullable;

/** A field as somebody is shown it: its value with the salt, or only its commitment. */
public sealed interface DisclosedField {
    /** Which field. */
    EventField field();

    /** The commitment, computed or given. */
    Hash commitment();

    /** As JSON: {@code {"name","value","salt"}} or {@code {"name","commitment"}}. */
    Map<String, @Nullable Object> json();

    /**
     * A field that is shown.
     *
     * @param value as {@link CanonicalJson} reads it
     */
    record Open(EventField field, @Nullable Object value, Salt salt) implements DisclosedField {
        public Open {
            CanonicalJson.text(value);
            value = FrozenJson.copy(value);
        }

        @Override
        public Hash commitment() {
            return FieldCommitment.of(salt, field, value);
        }

        @Override
        public Map<String, @Nullable Object> json() {
            Map<String, @Nullable Object> json = new TreeMap<>();
            json.put("name", field.label());
            json.put("value", value);
            json.put("salt", salt.base64());
            return json;
        }
    }

    /** A field that is withheld. */
    record Withheld(EventField field, Hash commitment) implements DisclosedField {
        @Override
        public Map<String, @Nullable Object> json() {
            return new TreeMap<>(Map.of("name", field.label(), "commitment", commitment.base64()));
        }
    }

    /**
     * Reads the JSON form; other keys are refused.
     *
     * @throws MalformedValueException {@code disclosed-field}, {@code base64}, {@code salt-length} or
     *     {@code hash-length}
     */
    static DisclosedField parse(@Nullable Object json) {
        if (json instanceof Map<?, ?> map && map.get("name") instanceof String name) {
            EventField field = EventField.ofLabel(name).orElseThrow(DisclosedField::malformed);
            if (map.size() == 3 && map.containsKey("value") && map.get("salt") instanceof String salt) {
                return new Open(field, map.get("value"), Salt.ofBase64(salt));
            }
            if (map.size() == 2 && map.get("commitment") instanceof String commitment) {
                return new Withheld(field, Hash.ofBase64(commitment));
            }
        }
        throw malformed();
    }

    private static MalformedValueException malformed() {
        return new MalformedValueException("disclosed-field", "expected name, value and salt, or name and commitment");
    }
}
