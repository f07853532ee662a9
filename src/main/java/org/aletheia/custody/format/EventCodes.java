package org.aletheia.custody.format;

import java.util.regex.Pattern;
import org.aletheia.kernel.MalformedValueException;
import org.jspecify.annotations.Nullable;

/** What may stand in the code fields of an event: pseudonymous ids and codes, so no spaces and no other scripts. */
final class EventCodes {
    private static final int MAX_CODE = 128;
    private static final Pattern KIND = Pattern.compile("[a-z][a-z0-9]*(?:-[a-z0-9]+)*");
    private static final int MAX_KIND = 64;

    private EventCodes() {}

    static String check(String reason, String code) {
        if (code.isEmpty() || code.length() > MAX_CODE || !printable(code)) {
            throw new MalformedValueException(reason, "not 1 to 128 printable ASCII characters without space");
        }
        return code;
    }

    private static boolean printable(String code) {
        for (int i = 0; i < code.length(); i++) {
            if (code.charAt(i) < '!' || code.charAt(i) > '~') {
                return false;
            }
        }
        return true;
    }

    static void checkOptional(String reason, @Nullable String code) {
        if (code != null) {
            check(reason, code);
        }
    }

    static void checkKind(String kind) {
        if (kind.length() > MAX_KIND || !KIND.matcher(kind).matches()) {
            throw new MalformedValueException("subject-kind", "not lower-case words with hyphens");
        }
    }
}
