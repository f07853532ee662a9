package org.aletheia.kernel;

import static org.assertj.core.api.Assertions.fail;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import java.util.function.Consumer;

/** Seeded damage to well-formed input, for parsers that may refuse but must not break. */
public final class Mutations {
    private static final int ROUNDS = 4000;

    private Mutations() {}

    /** Feeds damaged copies; the parser may accept or throw {@link MalformedValueException}, nothing else. */
    public static void fuzz(String wellFormed, Consumer<byte[]> parser) {
        fuzz(wellFormed.getBytes(StandardCharsets.UTF_8), parser);
    }

    /** As {@link #fuzz(String, Consumer)}, for bytes. */
    public static void fuzz(byte[] wellFormed, Consumer<byte[]> parser) {
        for (int seed = 0; seed < ROUNDS; seed++) {
            byte[] damaged = damage(wellFormed, new Random(seed));
            try {
                parser.accept(damaged);
            } catch (MalformedValueException expected) {
                // refused, as it may
            } catch (RuntimeException | StackOverflowError e) {
                fail("seed " + seed + " on " + Arrays.toString(damaged), e);
            }
        }
    }

    private static byte[] damage(byte[] original, Random random) {
        byte[] bytes = original.clone();
        for (int i = random.nextInt(4); i >= 0; i--) {
            bytes = once(bytes, random);
        }
        return bytes;
    }

    private static byte[] once(byte[] bytes, Random random) {
        if (bytes.length == 0) {
            return new byte[] {(byte) random.nextInt()};
        }
        int at = random.nextInt(bytes.length);
        return switch (random.nextInt(5)) {
            case 0 -> flipped(bytes, at, random);
            case 1 -> Arrays.copyOf(bytes, at);
            case 2 -> joined(Arrays.copyOf(bytes, at), Arrays.copyOfRange(bytes, at + 1, bytes.length));
            case 3 -> joined(Arrays.copyOf(bytes, at), Arrays.copyOfRange(bytes, random.nextInt(at + 1), bytes.length));
            default -> replaced(bytes, at, random);
        };
    }

    private static byte[] flipped(byte[] bytes, int at, Random random) {
        bytes[at] ^= (byte) (1 << random.nextInt(8));
        return bytes;
    }

    private static byte[] replaced(byte[] bytes, int at, Random random) {
        byte[] telling = "\"\\{}[],:+-0189 \n\r\t\u0000/.eE=xX~?%".getBytes(StandardCharsets.UTF_8);
        bytes[at] = telling[random.nextInt(telling.length)];
        return bytes;
    }

    private static byte[] joined(byte[] left, byte[] right) {
        byte[] both = Arrays.copyOf(left, left.length + right.length);
        System.arraycopy(right, 0, both, left.length, right.length);
        return both;
    }
}
