package org.aletheia.transparency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.aletheia.kernel.MalformedValueException;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The fast hashes are those of the plain definition. */
@Tag("unit")
class TileHasherTest {
    private final TileHasher hasher = new TileHasher();
    private final Random random = new Random(11);

    @Test
    void leavesAndRootsAreThoseOfTheDefinitionAtEveryWidth() {
        List<byte[]> entries = new ArrayList<>();
        for (int width = 1; width <= TileId.FULL_WIDTH; width++) {
            byte[] entry = new byte[random.nextInt(300)];
            random.nextBytes(entry);
            entries.add(entry);
            List<Hash> expected = entries.stream().map(TreeHash::leaf).toList();
            byte[] leaves = hasher.leafHashes(new EntryBundle(entries).toBytes());
            assertThat(leaves).isEqualTo(new Tile(new TileId(0, 0, width), expected).toBytes());
            assertThat(new Hash(hasher.root(leaves, width))).isEqualTo(TreeHash.root(expected));
        }
    }

    @Test
    void whatIsNoBundleIsRefused() {
        byte[] bundle = new EntryBundle(List.of(new byte[32], new byte[] {})).toBytes();
        for (int length : new int[] {0, 1, 2, 33, 35}) {
            assertThatThrownBy(() -> hasher.leafHashes(Arrays.copyOf(bundle, length)))
                    .isInstanceOf(MalformedValueException.class);
        }
        byte[] tooMany = new byte[2 * (TileId.FULL_WIDTH + 1)];
        assertThatThrownBy(() -> hasher.leafHashes(tooMany)).isInstanceOf(MalformedValueException.class);
        assertThat(hasher.leafHashes(Arrays.copyOf(tooMany, 2 * TileId.FULL_WIDTH)))
                .hasSize(TileId.FULL_WIDTH * Hash.LENGTH);
    }
}
