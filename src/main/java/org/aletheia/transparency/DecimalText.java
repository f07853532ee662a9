package org.aletheia.transparency;

import java.util.regex.Pattern;
import org.aletheia.kernel.MalformedValueException;

/** ASCII decimals without sign and leading zeros, up to 2^63 − 1. */
final class DecimalText {
    private static final Pattern FORM = Pattern.compile("0|[1-9][0-9]{0,18}");

    private DecimalText() {}

    static long parse(String reason, String text) {
        if (!FORM.matcher(text).matches()) {
            throw new MalformedValueException(reason, "not a decimal without leading zeros");
        }
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException e) {
            throw new MalformedValueException(reason, "larger than 2^63 - 1");
        }
    }
}
