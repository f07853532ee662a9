package org.aletheia.evidence.handling;

import java.util.regex.Pattern;
import org.aletheia.kernel.MalformedValueException;

/**
 * Numbers that others gave: of seals, orders, requests. They go into the journal, which forgets nothing, so that their form
 * has little room for a name: up to eight groups of digits, of at most four capitals, or of such capitals followed by
 * digits, with a digit somewhere; between the groups one of {@code - / .} each.
 */
public final class ReferenceNumber {
    private static final String GROUP = "(?:[A-Z]{1,4}[0-9]{0,12}|[0-9]{1,12})";
    private static final Pattern FORM = Pattern.compile("(?=.*[0-9])" + GROUP + "(?:[-/.]" + GROUP + "){0,7}");

    private ReferenceNumber() {}

    /** @throws MalformedValueException {@code not-a-number} */
    public static String check(String text) {
        if (!FORM.matcher(text).matches()) {
            throw new MalformedValueException("not-a-number", "groups of digits and of at most four capitals");
        }
        return text;
    }
}
