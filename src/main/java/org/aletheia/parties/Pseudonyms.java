package org.aletheia.parties;

import java.util.function.LongSupplier;
import org.aletheia.kernel.Ids;

/**
 * The form of pseudonyms such as {@code V-7K3M9-QXD2F}: almost fifty random bits in Crockford's Base32, which people can read
 * out on a bad line. They say nothing of the person, the organisation or the time. Each group holds a digit, so that no
 * name in capitals has this form.
 */
public final class Pseudonyms {
    private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final int GROUP = 5;

    private Pseudonyms() {}

    static String next(String prefix) {
        // The low 62 bits of a version 4 UUID are all random.
        return of(prefix, () -> Ids.random().getLeastSignificantBits());
    }

    /** @param bits asked until there are two groups with a digit; the low 25 count */
    public static String of(String prefix, LongSupplier bits) {
        return prefix + "-" + group(bits) + "-" + group(bits);
    }

    private static String group(LongSupplier bits) {
        while (true) {
            String text = group(bits.getAsLong());
            if (text.chars().anyMatch(Character::isDigit)) {
                return text;
            }
        }
    }

    private static String group(long bits) {
        StringBuilder text = new StringBuilder(GROUP);
        for (int i = 0; i < GROUP; i++) {
            text.append(ALPHABET.charAt((int) (bits >>> (5 * i)) & 31));
        }
        return text.toString();
    }
}
