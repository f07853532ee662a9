package org.aletheia.transparency;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Trees and proofs of random sizes against the recursive definitions of RFC 9162, written out and slow. */
@Tag("unit")
class TreeDefinitionTest {
    private static final int MAX = 3000;
    private static final int ROUNDS = 60;
    private static final List<byte[]> ENTRIES = entries();
    private static final List<Hash> LEAVES =
            ENTRIES.stream().map(TreeHash::leaf).toList();

    private static final TreeProofs PROOFS =
            new TreeProofs((level, index) -> new Hash(head((int) (index << level), (int) ((index + 1) << level))));

    @Test
    void rootsAreThoseOfTheDefinition() {
        for (int seed = 0; seed < ROUNDS; seed++) {
            int size = new Random(seed).nextInt(MAX);
            Hash expected = new Hash(head(0, size));
            assertThat(TreeHash.root(LEAVES.subList(0, size)))
                    .as("seed %d", seed)
                    .isEqualTo(expected);
            assertThat(Frontier.empty().appendAll(LEAVES.subList(0, size)).root())
                    .isEqualTo(expected);
        }
    }

    @Test
    void proofsAreThoseOfTheDefinition() {
        for (int seed = 0; seed < ROUNDS; seed++) {
            Random random = new Random(seed);
            int size = 1 + random.nextInt(MAX);
            int index = random.nextInt(size);
            int earlier = 1 + random.nextInt(size);
            assertThat(PROOFS.inclusion(index, size).path()).as("seed %d", seed).isEqualTo(path(index, 0, size));
            assertThat(PROOFS.consistency(earlier, size).path())
                    .as("seed %d", seed)
                    .isEqualTo(subproof(earlier, 0, size, true));
            PROOFS.inclusion(index, size).verify(LEAVES.get(index), new Hash(head(0, size)));
            PROOFS.consistency(earlier, size).verify(new Hash(head(0, earlier)), new Hash(head(0, size)));
        }
    }

    /** MTH, section 2.1.1. */
    private static byte[] head(int from, int to) {
        return switch (to - from) {
            case 0 -> sha256();
            case 1 -> sha256(new byte[] {0}, ENTRIES.get(from));
            default -> {
                int split = split(from, to);
                yield sha256(new byte[] {1}, head(from, from + split), head(from + split, to));
            }
        };
    }

    /** PATH, section 2.1.3.1. */
    private static List<Hash> path(int index, int from, int to) {
        if (to - from == 1) {
            return new ArrayList<>();
        }
        int split = split(from, to);
        List<Hash> path = index < split ? path(index, from, from + split) : path(index - split, from + split, to);
        path.add(new Hash(index < split ? head(from + split, to) : head(from, from + split)));
        return path;
    }

    /** SUBPROOF, section 2.1.4.1. */
    private static List<Hash> subproof(int earlier, int from, int to, boolean whole) {
        if (earlier == to - from) {
            return whole ? new ArrayList<>() : new ArrayList<>(List.of(new Hash(head(from, to))));
        }
        int split = split(from, to);
        List<Hash> proof = earlier <= split
                ? subproof(earlier, from, from + split, whole)
                : subproof(earlier - split, from + split, to, false);
        proof.add(new Hash(earlier <= split ? head(from + split, to) : head(from, from + split)));
        return proof;
    }

    /** The largest power of two smaller than the number of leaves. */
    private static int split(int from, int to) {
        int split = 1;
        while (split * 2 < to - from) {
            split *= 2;
        }
        return split;
    }

    private static byte[] sha256(byte[]... parts) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (byte[] part : parts) {
                digest.update(part);
            }
            return digest.digest();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<byte[]> entries() {
        Random random = new Random(9162);
        List<byte[]> entries = new ArrayList<>();
        for (int i = 0; i < MAX; i++) {
            byte[] entry = new byte[random.nextInt(80)];
            random.nextBytes(entry);
            entries.add(entry);
        }
        return entries;
    }
}
