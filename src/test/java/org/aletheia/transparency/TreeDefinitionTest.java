package org.aletheia.transparency;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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

    /** C2SP tlog-tiles: hash i of tile (L, N) is the tree head over 256^L entries from (256 N + i) 256^L on. */
    @Test
    void tilesAreThoseOfTheDefinitionHoweverTheTreeGrew() {
        for (int seed = 0; seed < ROUNDS / 4; seed++) {
            Random random = new Random(seed);
            Map<TileId, Tile> bucket = new HashMap<>();
            int size = 0;
            for (int step = 0; step < 4; step++) {
                int grown = size + random.nextInt(MAX / 4);
                new TileBuilder(id -> read(bucket, id))
                        .append(size, LEAVES.subList(size, grown))
                        .forEach(tile -> bucket.put(tile.id(), tile));
                size = grown;
            }
            for (Tile tile : bucket.values()) {
                int leaves = 1 << (8 * tile.id().level());
                int first = (int) tile.id().index() * TileId.FULL_WIDTH;
                for (int i = 0; i < tile.id().width(); i++) {
                    assertThat(tile.hashes().get(i).bytes())
                            .as("seed %d, hash %d of %s", seed, i, tile.id().path())
                            .isEqualTo(head((first + i) * leaves, (first + i + 1) * leaves));
                }
            }
            proofsComeFrom(bucket, size, random);
        }
    }

    private static Tile read(Map<TileId, Tile> bucket, TileId id) {
        return Objects.requireNonNull(bucket.get(id));
    }

    private static void proofsComeFrom(Map<TileId, Tile> bucket, int size, Random random) {
        TreeProofs proofs = new TreeProofs(new TileHashReader(id -> read(bucket, id), size));
        int index = random.nextInt(size);
        int earlier = 1 + random.nextInt(size);
        assertThat(proofs.inclusion(index, size).path()).isEqualTo(path(index, 0, size));
        assertThat(proofs.consistency(earlier, size).path()).isEqualTo(subproof(earlier, 0, size, true));
    }

    /** A proof is accepted if and only if it is that of the definition, for the leaf that stands there. */
    @Test
    void noOtherProofIsAccepted() {
        int accepted = 0;
        for (int seed = 0; seed < 20 * ROUNDS; seed++) {
            Random random = new Random(seed);
            int size = 2 + random.nextInt(100);
            int index = random.nextInt(size);
            int leaf = random.nextInt(4) > 0 ? index : random.nextInt(size);
            List<Hash> path = path(index, 0, size);
            if (random.nextInt(4) > 0) {
                change(path, random);
            }
            boolean right = leaf == index && path.equals(path(index, 0, size));
            assertThat(verifies(() ->
                            new InclusionProof(index, size, path).verify(LEAVES.get(leaf), new Hash(head(0, size)))))
                    .as("seed %d", seed)
                    .isEqualTo(right);
            accepted += right ? 1 : 0;
            int earlier = 1 + random.nextInt(size);
            List<Hash> between = subproof(earlier, 0, size, true);
            if (random.nextInt(4) > 0) {
                change(between, random);
            }
            assertThat(verifies(() -> new ConsistencyProof(earlier, size, between)
                            .verify(new Hash(head(0, earlier)), new Hash(head(0, size)))))
                    .as("seed %d", seed)
                    .isEqualTo(between.equals(subproof(earlier, 0, size, true)));
        }
        assertThat(accepted).as("of both kinds there were some").isBetween(ROUNDS, 19 * ROUNDS);
    }

    /** A hash more, less, elsewhere, or another; now and then all as it was. */
    private static void change(List<Hash> path, Random random) {
        int at = path.isEmpty() ? 0 : random.nextInt(path.size());
        Hash other = LEAVES.get(random.nextInt(MAX));
        switch (path.isEmpty() ? 0 : random.nextInt(4)) {
            case 0 -> path.add(at, other);
            case 1 -> path.remove(at);
            case 2 -> Collections.swap(path, at, random.nextInt(path.size()));
            default -> path.set(at, other);
        }
    }

    private static boolean verifies(Runnable verification) {
        try {
            verification.run();
            return true;
        } catch (ProofException refused) {
            return false;
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
