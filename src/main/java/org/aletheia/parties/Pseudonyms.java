package org.aletheia.parties;

import java.util.UUID;
import org.aletheia.kernel.Ids;

/**
 * Makes pseudonyms such as {@code V-7K3M9-QXD2F}: fifty random bits in Crockford's Base32, which people can read out on
 * a bad line. They say nothing of the person, the organisation or the time.
 */
final class Pseudonyms {
    private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final int GROUP = 5;

    private Pseudonyms() {}

    static String next(String prefix) {
        UUID random = Ids.random();
        // The low 62 bits of a version 4 UUID are all random.
        long bits = random.getLeastSignificantBits();
        return prefix + "-" + group(bits) + "-" + group(bits >>> (5 * GROUP));
    }

    private static String group(long bits) {
        StringBuilder text = new StringBuilder(GROUP);
        for (int i = 0; i < GROUP; i++) {
            text.append(ALPHABET.charAt((int) (bits >>> (5 * i)) & 31));
        }
        return text.toString();
    }
}
