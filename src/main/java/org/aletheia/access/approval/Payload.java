package org.aletheia.access.approval;

import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.aletheia.custody.format.CanonicalJson;
import org.aletheia.kernel.Digest;
import org.aletheia.kernel.Ids;
import org.jspecify.annotations.Nullable;

/**
 * What exactly is asked, in the form whose digest is in the log: what two decided about is what is done.
 *
 * @param values of the model of {@link CanonicalJson}
 */
public record Payload(Map<String, @Nullable Object> values) {
    public Payload {
        values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
    }

    /** Reads what {@link #canonical} wrote. */
    public static Payload parse(String canonical) {
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        if (CanonicalJson.parseCanonical(canonical.getBytes(StandardCharsets.UTF_8)) instanceof Map<?, ?> read) {
            read.forEach((key, value) -> values.put(String.valueOf(key), value));
        }
        return new Payload(values);
    }

    /** The one text of these values. */
    public String canonical() {
        return CanonicalJson.text(values);
    }

    /** SHA-256 over the canonical text as UTF-8. */
    public Digest digest() {
        return Digest.sha256(canonical().getBytes(StandardCharsets.UTF_8));
    }

    /** A text that must be there. */
    public String text(String key) {
        return (String) Objects.requireNonNull(values.get(key), key);
    }

    /** A text that may be absent. */
    public @Nullable String optionalText(String key) {
        return (String) values.get(key);
    }

    /** An id that must be there. */
    public UUID id(String key) {
        return Ids.parse(text(key));
    }

    /** A number that must be there. */
    public int number(String key) {
        return ((Number) Objects.requireNonNull(values.get(key), key)).intValue();
    }

    /** A list of texts that must be there. */
    public List<String> texts(String key) {
        List<?> list = (List<?>) Objects.requireNonNull(values.get(key), key);
        return list.stream().map(String.class::cast).toList();
    }
}
