package org.aletheia.kernel;

import java.time.InstantSource;
import java.util.UUID;
import java.util.regex.Pattern;

/** Record ids of this process; inject an {@link IdSource} where a test must fix them. */
public final class Ids {
    private static final IdSource SOURCE = new TimeOrderedIds(InstantSource.system());
    private static final Pattern FORM =
            Pattern.compile("[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}");

    private Ids() {}

    /** The process-wide source behind the static methods. */
    public static IdSource source() {
        return SOURCE;
    }

    /** A UUIDv7 (RFC 9562 §5.7), greater than every earlier one of this process. */
    public static UUID timeOrdered() {
        return SOURCE.timeOrdered();
    }

    /** A UUIDv4 (RFC 9562 §5.4): says nothing of when it was made. */
    public static UUID random() {
        return SOURCE.random();
    }

    /**
     * Parses the 36-character form (RFC 9562 §4) in either case; any version, also nil. Unlike
     * {@link UUID#fromString(String)} it accepts no shortened groups.
     *
     * @throws MalformedValueException {@code id}
     */
    public static UUID parse(String text) {
        if (!FORM.matcher(text).matches()) {
            throw new MalformedValueException("id", "not a UUID of the form 8-4-4-4-12");
        }
        return UUID.fromString(text);
    }
}
