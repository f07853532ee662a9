package org.aletheia.evidence.metadata;

import java.util.regex.Pattern;
import org.aletheia.kernel.MalformedValueException;
import org.aletheia.platform.http.Findings;
import org.jspecify.annotations.Nullable;

/** The code lists that statements draw on, and the form of codes that are free. */
@FunctionalInterface
public interface Codes {
    /**
     * Checks a code against its list.
     *
     * @return the code, or null when a finding was added
     */
    @Nullable
    String check(String list, String given, String pointer, Findings findings);

    /**
     * A role code or pseudonym: letters, digits, dots and hyphens, at most 64, no spaces. People's names are kept in the
     * identity vault only, so a field that says who did something takes nothing that could be written as a name.
     *
     * @throws MalformedValueException {@code not-a-code-or-pseudonym}
     */
    static String pseudonym(String text) {
        if (!Form.PSEUDONYM.matcher(text).matches()) {
            throw new MalformedValueException("not-a-code-or-pseudonym", "a role code or pseudonym, never a name");
        }
        return text;
    }

    /** Holder of the pattern. */
    final class Form {
        private static final Pattern PSEUDONYM =
                Pattern.compile("[a-z0-9]+(?:[.-][a-z0-9]+)*|[A-Z]{1,8}-[A-Z0-9]{2,}(?:-[A-Z0-9]+)*");

        private Form() {}
    }
}
