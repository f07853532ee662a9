package org.aletheia.testimony.door;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.aletheia.kernel.MalformedValueException;
import org.aletheia.kernel.SecureBytes;

/**
 * The code of a door: a locator of 40 random bits, by which it is found, and a secret of 80. Written in Crockford's base 32
 * as 24 symbols and two that check them, in groups of four: all 26 as one number are a multiple of 1021, the largest prime
 * that two symbols can hold, so that no single wrong symbol and no two exchanged ones pass. That check is public and tells
 * mistakes of typing from others; it proves nothing.
 *
 * <p>Read whatever the case, with or without spaces and hyphens, with O for 0, I and L for 1, and with the digits of any
 * script.
 */
public final class DoorCode {
    private static final String SYMBOLS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final int LOCATOR = 5;
    private static final int LENGTH = 15;
    private static final int CHECKED = 26;
    private static final int GROUP = 4;
    private static final int SYMBOL_BITS = 5;
    private static final BigInteger CHECK_RANGE = BigInteger.valueOf(1 << 2 * SYMBOL_BITS);
    private static final BigInteger MODULUS = BigInteger.valueOf(1021);

    private final byte[] bytes;

    private DoorCode(byte[] bytes) {
        this.bytes = bytes;
    }

    /** A new one. */
    public static DoorCode random() {
        return new DoorCode(SecureBytes.random(LENGTH));
    }

    /**
     * Reads what somebody typed.
     *
     * @throws MalformedValueException {@code door-code}, without a word of what was typed
     */
    public static DoorCode read(String typed) {
        int[] values = typed.codePoints()
                .filter(DoorCode::matters)
                .limit(CHECKED + 1)
                .map(DoorCode::value)
                .toArray();
        if (values.length != CHECKED || Arrays.stream(values).anyMatch(value -> value < 0)) {
            throw mistyped();
        }
        BigInteger number = Arrays.stream(values)
                .mapToObj(BigInteger::valueOf)
                .reduce(BigInteger.ZERO, (before, value) -> before.shiftLeft(SYMBOL_BITS)
                        .or(value));
        if (number.mod(MODULUS).signum() != 0) {
            throw mistyped();
        }
        byte[] unsigned = number.shiftRight(2 * SYMBOL_BITS).toByteArray();
        byte[] bytes = new byte[LENGTH];
        int from = Math.max(0, unsigned.length - LENGTH);
        System.arraycopy(unsigned, from, bytes, LENGTH - (unsigned.length - from), unsigned.length - from);
        DoorCode read = new DoorCode(bytes);
        if (!read.number().equals(number)) {
            throw mistyped();
        }
        return read;
    }

    /** Whether {@link #read} would pass. */
    public static boolean wellTyped(String typed) {
        try {
            read(typed);
            return true;
        } catch (MalformedValueException e) {
            return false;
        }
    }

    private static boolean matters(int typed) {
        return !Character.isWhitespace(typed)
                && !Character.isSpaceChar(typed)
                && Character.getType(typed) != Character.DASH_PUNCTUATION
                && Character.getType(typed) != Character.FORMAT;
    }

    private static int value(int typed) {
        int digit = Character.digit(typed, 10);
        if (digit >= 0) {
            return digit;
        }
        int symbol = Character.toUpperCase(typed);
        return switch (symbol) {
            case 'O' -> 0;
            case 'I', 'L' -> 1;
            default -> SYMBOLS.indexOf(symbol);
        };
    }

    private static MalformedValueException mistyped() {
        return new MalformedValueException("door-code", "not a code of a door, or one with a mistake");
    }

    /** The bytes, then the check that makes the whole a multiple of the modulus. */
    private BigInteger number() {
        BigInteger shifted = new BigInteger(1, bytes).multiply(CHECK_RANGE);
        return shifted.add(shifted.negate().mod(MODULUS));
    }

    /** By which it is found: says nothing of the secret. */
    byte[] locator() {
        return Arrays.copyOf(bytes, LOCATOR);
    }

    /** What only its holder has. */
    byte[] secret() {
        return Arrays.copyOfRange(bytes, LOCATOR, LENGTH);
    }

    /** As it is handed over: six groups of four symbols and one of two. */
    public String text() {
        BigInteger number = number();
        String symbols = IntStream.range(0, CHECKED)
                .map(at -> number.shiftRight(SYMBOL_BITS * (CHECKED - 1 - at)).intValue() & SYMBOLS.length() - 1)
                .mapToObj(value -> SYMBOLS.substring(value, value + 1))
                .collect(Collectors.joining());
        return IntStream.iterate(0, at -> at < CHECKED, at -> at + GROUP)
                .mapToObj(at -> symbols.substring(at, Math.min(CHECKED, at + GROUP)))
                .collect(Collectors.joining("-"));
    }

    /** Says nothing of it. */
    @Override
    public String toString() {
        return "DoorCode[sealed]";
    }
}
