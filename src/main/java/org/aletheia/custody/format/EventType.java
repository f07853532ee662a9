package org.aletheia.custody.format;

import java.util.Optional;
import java.util.regex.Pattern;
import org.aletheia.kernel.MalformedValueException;

/**
 * A kind of event. A code never changes its meaning; its schema only grows, each growth with a higher version.
 *
 * @param code upper-case words with hyphens, at most 64 characters, for example {@code CE-RECEIVED}
 * @param group what it is about
 * @param premisCode nearest PREMIS 3 event type (id.loc.gov/vocabulary/preservation/eventType), if any is near
 * @param schemaVersion version of the keys in {@code detail}, from 1
 * @param description one English sentence for documentation
 */
public record EventType(
        String code, EventTypeGroup group, Optional<String> premisCode, int schemaVersion, String description) {
    private static final Pattern CODE = Pattern.compile("[A-Z][A-Z0-9]*(?:-[A-Z0-9]+)*");
    private static final Pattern PREMIS = Pattern.compile("[a-z]{3}");
    private static final int MAX_CODE = 64;

    public EventType {
        checkCode(code);
        if (premisCode.isPresent() && !PREMIS.matcher(premisCode.get()).matches()) {
            throw new MalformedValueException("event-type-premis", "not three lower-case letters: " + premisCode.get());
        }
        if (schemaVersion < 1 || description.isBlank()) {
            throw new MalformedValueException("event-type", code + " needs a version from 1 and a description");
        }
    }

    /** A type with a near PREMIS type, in its first version. */
    public static EventType of(String code, EventTypeGroup group, String premisCode, String description) {
        return new EventType(code, group, Optional.of(premisCode), 1, description);
    }

    /** A type that PREMIS lacks, in its first version. */
    public static EventType of(String code, EventTypeGroup group, String description) {
        return new EventType(code, group, Optional.empty(), 1, description);
    }

    static void checkCode(String code) {
        if (code.length() > MAX_CODE || !CODE.matcher(code).matches()) {
            throw new MalformedValueException("event-type-code", "not upper-case words with hyphens");
        }
    }
}
