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
     * Who did something: a code of the list {@code custody-role}, or a pseudonym in the form that this server gives (V-7K3M9-QXD2F)
     * or of capitals followed by digits (C-7). People's names are kept in the identity vault only, so a field that says
     * who did something takes nothing that could be written as a name.
     *
     * @throws MalformedValueException {@code not-a-code-or-pseudonym}
     */
    default String who(String text) {
        boolean known = pseudonym(text) || check(ROLES, text, "", new Findings()) != null;
        if (!known) {
            throw new MalformedValueException("not-a-code-or-pseudonym", "a role code or pseudonym, never a name");
        }
        return text;
    }

    /** Whether a text has the form of a pseudonym. */
    static boolean pseudonym(String text) {
        return Form.PSEUDONYM.matcher(text).matches();
    }

    /** The list of roles in which people and bodies handle material. */
    String ROLES = "custody-role";

    /** Holder of the pattern. */
    final class Form {
        private static final String GROUP = "-(?=[A-Z]*[0-9])[0-9A-HJKMNP-TV-Z]{5}";
        private static final Pattern PSEUDONYM =
                Pattern.compile("[A-Z]{1,3}" + GROUP + GROUP + "|[A-Z]{1,3}-?[0-9]{1,6}");

        private Form() {}
    }
}
