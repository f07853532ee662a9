package org.aletheia.kernel.split;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.aletheia.kernel.SecureBytes;

/**
 * Shamir's sharing of a secret (Communications of the ACM 22, 1979), byte by byte over GF(2^8) with the polynomial of AES: each
 * byte is where a random polynomial of degree {@code needed - 1} crosses zero, share <i>n</i> its value at <i>n</i>. So many
 * shares as are needed give the secret; fewer say nothing of it, whoever computes. Nothing here shows that a share is right:
 * whoever combines has to know ({@link ShareSeal#commitment}).
 *
 * <p>No tables and no branches on secrets: how long it takes says nothing of them.
 */
public final class SplitSecret {
    /** As many shares as there are places but zero, where the secret is. */
    public static final int MOST = 255;

    private static final int BYTE = 0xFF;
    private static final int REDUCTION = 0x11B;
    private static final int INVERTING = 254;

    private SplitSecret() {}

    /**
     * One part of a secret.
     *
     * @param number at which place, from 1
     * @param bytes as many as the secret has; for the caller to wipe
     */
    @SuppressWarnings("ArrayRecordComponent") // a copy could not be wiped
    public record Share(int number, byte[] bytes) {
        /** @throws IllegalArgumentException for a place that there is not, or no bytes */
        public Share {
            if (number < 1 || number > MOST || bytes.length == 0) {
                throw new IllegalArgumentException("a share has a number from 1 to 255, and bytes");
            }
        }

        /** Says nothing of the share. */
        @Override
        public String toString() {
            return "Share[" + number + "]";
        }
    }

    /**
     * Splits.
     *
     * @param needed how many give the secret, from 2
     * @param all how many there are, {@code needed} to 255
     * @throws IllegalArgumentException for other numbers, or no secret
     */
    public static List<Share> split(byte[] secret, int needed, int all) {
        if (needed < 2 || all < needed || all > MOST || secret.length == 0) {
            throw new IllegalArgumentException("a secret is split so that 2 to all of at most 255 are needed");
        }
        byte[] coefficients = SecureBytes.random(secret.length * (needed - 1));
        List<Share> shares = new ArrayList<>(all);
        for (int place = 1; place <= all; place++) {
            shares.add(new Share(place, valueAt(place, secret, coefficients)));
        }
        Arrays.fill(coefficients, (byte) 0);
        return shares;
    }

    /**
     * Puts together what was split. With fewer shares than were needed, or wrong ones, this gives other bytes, and nothing says so.
     *
     * @param shares exactly so many as are needed
     * @throws IllegalArgumentException where two have the same number, or they are not of one length
     */
    public static byte[] combine(List<Share> shares) {
        refuseUnlike(shares);
        byte[] secret = new byte[shares.getFirst().bytes().length];
        for (Share share : shares) {
            int weight = weightAtZero(share.number(), shares);
            for (int i = 0; i < secret.length; i++) {
                secret[i] ^= (byte) multiplied(weight, share.bytes()[i] & BYTE);
            }
        }
        return secret;
    }

    private static void refuseUnlike(List<Share> shares) {
        long places = shares.stream().mapToInt(Share::number).distinct().count();
        long lengths = shares.stream()
                .mapToInt(share -> share.bytes().length)
                .distinct()
                .count();
        if (shares.size() < 2 || places != shares.size() || lengths != 1) {
            throw new IllegalArgumentException("shares of one secret are at least two, of one length, each another");
        }
    }

    /** Horner's rule, for each byte of the secret. */
    private static byte[] valueAt(int place, byte[] secret, byte[] coefficients) {
        byte[] value = new byte[secret.length];
        for (int from = coefficients.length - secret.length; from >= 0; from -= secret.length) {
            for (int i = 0; i < value.length; i++) {
                value[i] = (byte) multiplied(place, (value[i] ^ coefficients[from + i]) & BYTE);
            }
        }
        for (int i = 0; i < value.length; i++) {
            value[i] ^= secret[i];
        }
        return value;
    }

    /** Lagrange's basis polynomial of a place at zero, where minus is plus. */
    private static int weightAtZero(int place, List<Share> shares) {
        int weight = 1;
        for (Share other : shares) {
            if (other.number() != place) {
                weight = multiplied(weight, multiplied(other.number(), inverse(other.number() ^ place)));
            }
        }
        return weight;
    }

    static int multiplied(int one, int other) {
        int product = 0;
        int shifted = one;
        for (int bit = 0; bit < Byte.SIZE; bit++) {
            product ^= shifted & -((other >> bit) & 1);
            shifted = (shifted << 1) ^ (REDUCTION & -(shifted >> (Byte.SIZE - 1)));
        }
        return product;
    }

    /** The power of 254, since that of 255 is one. */
    static int inverse(int value) {
        int power = 1;
        for (int i = 0; i < INVERTING; i++) {
            power = multiplied(power, value);
        }
        return power;
    }
}
