package org.aletheia.parties;

import java.util.regex.Pattern;
import org.aletheia.kernel.MalformedValueException;
import org.aletheia.kernel.UncertainDate;

/**
 * A calendar day in UTC, on which a question is asked.
 *
 * @param date {@code 2014-03-05}
 */
public record Day(String date) {
    private static final Pattern FORM = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}");

    /** @throws MalformedValueException {@code day-form}, {@code edtf-impossible} */
    public Day {
        if (!FORM.matcher(date).matches()) {
            throw new MalformedValueException("day-form", "a day is written as 2014-03-05");
        }
        UncertainDate.parse(date);
    }

    /** Its first millisecond since 1970. */
    public long first() {
        return UncertainDate.parse(date).earliest().orElseThrow().toEpochMilli();
    }

    /** Its last millisecond since 1970. */
    public long last() {
        return UncertainDate.parse(date).latest().orElseThrow().toEpochMilli();
    }
}
