package org.aletheia.transparency;

import static org.aletheia.kernel.Refusal.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("unit")
class TilesTest {

    @ParameterizedTest
    @CsvSource({
        "0, 1234067, 256, tile/0/x001/x234/067",
        "0, 0, 1, tile/0/000.p/1",
        "63, 999, 255, tile/63/999.p/255",
        "2, 1000, 256, tile/2/x001/000",
        "0, 9223372036854775807, 256, tile/0/x009/x223/x372/x036/x854/x775/807"
    })
    void hasOnePathForEachTile(int level, long index, int width, String path) {
        TileId id = new TileId(level, index, width);
        assertThat(id.path()).isEqualTo(path);
        assertThat(TileId.parse(path)).isEqualTo(id);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "tile/0/67",
                "tile/0/x000/067",
                "tile/0/001/067",
                "tile/00/067",
                "tile/64/067",
                "tile/0/067.p/0",
                "tile/0/067.p/256",
                "tile/0/067.p/01",
                "tile/0/067/",
                "tile/0/",
                "tile/0",
                "tile//067",
                "tile/-1/067",
                "tile/entries/067",
                "/tile/0/067",
                "tile/0/x999/x999/x999/x999/x999/x999/999x",
                "tile/0/..",
                ""
            })
    void refusesOtherPaths(String path) {
        assertThatThrownBy(() -> TileId.parse(path)).isInstanceOf(org.aletheia.kernel.MalformedValueException.class);
    }

    @Test
    void refusesImpossibleTiles() {
        assertRefused("tile-level", () -> new TileId(64, 0, 1));
        assertRefused("tile-index", () -> new TileId(0, -1, 1));
        assertRefused("tile-width", () -> new TileId(0, 0, 0));
        assertRefused("tile-width", () -> new TileId(0, 0, 257));
        assertRefused("tile-hashes", () -> new Tile(new TileId(0, 0, 2), Trees.leaves(1)));
        assertRefused("tile-length", () -> Tile.parse(new TileId(0, 0, 2), new byte[32]));
        assertRefused("tree-size", () -> Tiles.newTiles(2, 1));
    }

    @Test
    void countsTheTilesOfTheSpecification() {
        List<TileId> tiles = Tiles.newTiles(0, 70_000);
        Map<Integer, Long> full = tiles.stream()
                .filter(tile -> !tile.partial())
                .collect(Collectors.groupingBy(TileId::level, Collectors.counting()));
        assertThat(full).isEqualTo(Map.of(0, 273L, 1, 1L));
        assertThat(tiles.stream().filter(TileId::partial))
                .containsExactly(new TileId(0, 273, 112), new TileId(1, 1, 17), new TileId(2, 0, 1));
        assertThat(Tiles.newTiles(255, 256)).containsExactly(new TileId(0, 0, 256), new TileId(1, 0, 1));
        assertThat(Tiles.newTiles(70_000, 70_000)).isEmpty();
        assertThat(Tiles.partialTiles(70_000)).hasSize(3);
        assertThat(Tiles.partialTiles(256)).containsExactly(new TileId(1, 0, 1));
    }

    @Test
    void growsToTheSameTilesInManySteps() {
        Trees atOnce = new Trees().grow(70_000);
        for (int seed = 0; seed < 3; seed++) {
            Random random = new Random(seed);
            Trees inSteps = new Trees();
            for (int size = 0; size < 70_000; ) {
                size = Math.min(70_000, size + 1 + random.nextInt(20_000));
                inSteps.grow(size);
            }
            assertThat(inSteps.bucket).as("seed %d", seed).containsAllEntriesOf(atOnce.bucket);
        }
        assertThat(atOnce.bucket.keySet())
                .containsExactlyInAnyOrderElementsOf(
                        Tiles.newTiles(0, 70_000).stream().map(TileId::path).toList());
    }

    @Test
    void writesWhatItAnnounced() {
        for (int seed = 0; seed < 50; seed++) {
            Random random = new Random(seed);
            int before = random.nextInt(1000);
            int after = before + random.nextInt(1000);
            Trees trees = new Trees().grow(before);
            List<Tile> written = new TileBuilder(trees::read)
                    .append(before, Trees.leaves(after).subList(before, after));
            assertThat(written).as("seed %d", seed).extracting(Tile::id).isEqualTo(Tiles.newTiles(before, after));
        }
    }

    @Test
    void findsTheRootInTheTiles() {
        Trees trees = new Trees().grow(70_000);
        TreeHead head = Frontier.empty().appendAll(Trees.leaves(70_000)).head();
        assertThat(trees.proofs(70_000).root(70_000)).isEqualTo(head.root());
        assertThat(trees.proofs(70_000).frontier(70_000).head()).isEqualTo(head);
        TreeProofs proofs = trees.proofs(70_000);
        for (long index : new long[] {0, 255, 256, 65_535, 65_536, 69_999}) {
            proofs.inclusion(index, 70_000).verify(Trees.leaf(index), head.root());
        }
        proofs.consistency(65_536, 70_000).verify(proofs.root(65_536), head.root());
    }

    @Test
    void takesAWiderTileWhereThePartialOneIsGone() {
        Trees trees = new Trees().grow(300);
        TileReader fullOnly = id -> {
            Tile full = trees.read(id.full().index() == 0 && id.level() == 0 ? id.full() : id);
            return full;
        };
        Hash root = new TreeProofs(new TileHashReader(fullOnly, 100)).root(100);
        assertThat(root).isEqualTo(TreeHash.root(Trees.leaves(100)));
        HashReader liar = new TileHashReader(id -> trees.read(new TileId(0, 0, 256)), 300);
        assertRefused("tile-mismatch", () -> liar.read(0, 299));
        assertRefused("node-outside-tree", () -> liar.read(0, 300));
        assertRefused("node-outside-tree", () -> liar.read(63, 0));
    }
}
