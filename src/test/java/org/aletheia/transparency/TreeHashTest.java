package org.aletheia.transparency;

import static org.aletheia.kernel.Refusal.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.aletheia.kernel.Mutations;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Against the constants that all implementations of RFC 6962 share. */
@Tag("unit")
class TreeHashTest {
    private static final List<Hash> LEAVES = Stream.of(
                    "", "00", "10", "2021", "3031", "40414243", "5051525354555657", "606162636465666768696a6b6c6d6e6f")
            .map(hex -> TreeHash.leaf(HexFormat.of().parseHex(hex)))
            .toList();

    private static final List<String> ROOTS = List.of(
            "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
            "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
            "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
            "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
            "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
            "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
            "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
            "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
            "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328");

    private static final List<String> LEAF_HASHES = List.of(
            "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
            "96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7",
            "0298d122906dcfc10892cb53a73992fc5b9f493ea4c9badb27b791b4127a7fe7",
            "07506a85fd9dd2f120eb694f86011e5bb4662e5c415a62917033d4a9624487e7",
            "bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b",
            "4271a26be0d8a84f0bd54c8c302e7cb3a3b5d1fa6780a40bcce2873477dab658",
            "b08693ec2e721597130641e8211e7eedccb4c26413963eee6c1e2ed16ffb1a5f",
            "46f6ffadd3d06a09ff3c5860d2755c8b9819db7df44251788c7d8e3180de8eb1");

    @Test
    void agreesWithThePublishedRoots() {
        assertThat(LEAVES).extracting(Hash::hex).isEqualTo(LEAF_HASHES);
        Frontier frontier = Frontier.empty();
        for (int size = 0; size <= LEAVES.size(); size++) {
            assertThat(TreeHash.root(LEAVES.subList(0, size))).hasToString(ROOTS.get(size));
            assertThat(frontier.root()).hasToString(ROOTS.get(size));
            frontier = size < LEAVES.size() ? frontier.append(LEAVES.get(size)) : frontier;
        }
        assertThat(TreeHash.emptyRoot()).hasToString(ROOTS.getFirst());
    }

    @Test
    void theEdgeGivesTheRootAtEverySizeHoweverItGrew() {
        for (int seed = 0; seed < 200; seed++) {
            Random random = new Random(seed);
            int first = random.nextInt(700);
            int second = first + random.nextInt(700);
            List<Hash> leaves = Trees.leaves(second);
            Frontier stored = Frontier.parse(
                    Frontier.empty().appendAll(leaves.subList(0, first)).toBytes());
            Frontier grown = stored.appendAll(leaves.subList(first, second));
            assertThat(grown.head()).as("seed %d", seed).isEqualTo(new TreeHead(second, TreeHash.root(leaves)));
        }
    }

    @Test
    void refusesAnEdgeThatDoesNotFitItsSize() {
        assertRefused("frontier-hashes", () -> new Frontier(3, Trees.leaves(1)));
        assertRefused("frontier-hashes", () -> new Frontier(-1, Trees.leaves(64)));
        assertRefused("frontier-length", () -> Frontier.parse(new byte[7]));
        assertRefused("frontier-length", () -> Frontier.parse(new byte[9]));
        assertRefused("tree-size", () -> new TreeHead(-1, TreeHash.emptyRoot()));
        assertRefused("tree-root", () -> new TreeHead(0, Trees.leaf(1)));
        Mutations.fuzz(Frontier.empty().appendAll(Trees.leaves(7)).toBytes(), Frontier::parse);
    }

    @Test
    void hashesAreValues() {
        byte[] given = new byte[32];
        Hash hash = new Hash(given);
        given[0] = 1;
        hash.bytes()[1] = 1;
        assertThat(hash).isEqualTo(new Hash(new byte[32])).hasSameHashCodeAs(new Hash(new byte[32]));
        assertThat(Hash.ofBase64(hash.base64())).isEqualTo(hash);
        assertThat(Hash.ofHex(hash.hex())).isEqualTo(hash).isNotEqualTo(Trees.leaf(0));
        assertRefused("hash-length", () -> new Hash(new byte[31]));
        assertRefused("hash-length", () -> Hash.ofHex("00"));
        assertRefused("hash-hex", () -> Hash.ofHex("0"));
        assertRefused("base64", () -> Hash.ofBase64("!"));
    }
}
