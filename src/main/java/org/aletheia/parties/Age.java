package org.aletheia.parties;

import org.aletheia.kernel.UncertainDate;

/**
 * How old somebody was at a time, in full years.
 *
 * @param least not younger than this
 * @param most not older; the same where it is known exactly
 * @param on at some moment of this date
 */
public record Age(int least, int most, UncertainDate on) {
    /** Nobody is thought older. */
    public static final int OLDEST = 150;

    public Age {
        if (least < 0 || most > OLDEST || least > most) {
            throw new IllegalArgumentException("no age: " + least + " to " + most);
        }
    }
}
