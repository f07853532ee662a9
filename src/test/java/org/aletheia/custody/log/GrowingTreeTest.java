package org.aletheia.custody.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.aletheia.custody.store.TreeNode;
import org.aletheia.transparency.Frontier;
import org.aletheia.transparency.Hash;
import org.aletheia.transparency.TreeHash;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("unit")
class GrowingTreeTest {
    private static final int LEAVES = 66_000;

    @Test
    void growsLikeTheFrontierAndTellsTheRootsOfFullTiles() {
        List<Hash> leaves = new ArrayList<>();
        GrowingTree tree = new GrowingTree(Frontier.empty());
        for (int i = 0; i < LEAVES; i++) {
            Hash leaf = TreeHash.leaf(ByteBuffer.allocate(4).putInt(i).array());
            leaves.add(leaf);
            tree.append(leaf);
        }
        assertThat(tree.frontier()).isEqualTo(Frontier.empty().appendAll(leaves));
        List<TreeNode> expected = new ArrayList<>();
        for (int tile = 0; tile < LEAVES / 256; tile++) {
            expected.add(new TreeNode(1, tile, TreeHash.root(leaves.subList(256 * tile, 256 * (tile + 1)))));
        }
        expected.add(256, new TreeNode(2, 0, TreeHash.root(leaves.subList(0, 65_536))));
        assertThat(tree.completed()).containsExactlyElementsOf(expected);
    }

    @Test
    void goesOnFromAStoredEdge() {
        Hash leaf = TreeHash.leaf(new byte[] {7});
        Frontier start = Frontier.empty();
        for (int i = 0; i < 600; i++) {
            GrowingTree tree = new GrowingTree(start);
            tree.append(leaf);
            Frontier next = start.append(leaf);
            assertThat(tree.frontier()).isEqualTo(next);
            assertThat(tree.completed()).hasSize((i + 1) % 256 == 0 ? 1 : 0);
            start = next;
        }
    }
}
