package org.aletheia.evidence.record;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** JSON pointers (RFC 6901) into the content of a record, whose members are plain words. */
public final class Pointers {
    private static final Pattern FORM = Pattern.compile("(?:/[A-Za-z0-9]{1,40}){1,8}");
    private static final Pattern INDEX = Pattern.compile("0|[1-9][0-9]{0,3}");

    private Pointers() {}

    /** Whether a text has the form of such a pointer. */
    public static boolean isForm(String pointer) {
        return FORM.matcher(pointer).matches();
    }

    /** The value that a well-formed pointer names in a content as encoded; empty where there is none. */
    public static Optional<Object> value(Map<String, Object> content, String pointer) {
        @Nullable Object at = content;
        for (String step : pointer.substring(1).split("/", -1)) {
            at = next(at, step);
        }
        return Optional.ofNullable(at);
    }

    /** Whether one pointer is the other, or names something in it. */
    public static boolean within(String inner, String outer) {
        return inner.equals(outer) || inner.startsWith(outer + "/");
    }

    private static @Nullable Object next(@Nullable Object at, String step) {
        if (at instanceof Map<?, ?> members) {
            return members.get(step);
        }
        if (at instanceof List<?> elements && INDEX.matcher(step).matches()) {
            int index = Integer.parseInt(step);
            return index < elements.size() ? elements.get(index) : null;
        }
        return null;
    }
}
