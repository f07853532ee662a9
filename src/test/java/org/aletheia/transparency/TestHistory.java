package org.aletheia.transparency;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;

/** One history of a log for tests, with all that it would sign and ask: two of them under one name are a split view. */
public final class TestHistory {
    /** The origin of every history. */
    public static final String ORIGIN = "log.example/2026";

    private static final InstantSource CLOCK = InstantSource.fixed(Instant.ofEpochSecond(1_679_315_147));

    private final String origin;
    private final List<Hash> leaves;

    private TestHistory(String origin, List<Hash> leaves) {
        this.origin = origin;
        this.leaves = List.copyOf(leaves);
    }

    /** So many leaves. */
    public TestHistory(long seed, int size) {
        this(ORIGIN, grown(List.of(), seed, size));
    }

    /** The same leaves under another name. */
    public TestHistory named(String name) {
        return new TestHistory(name, leaves);
    }

    /** A history of the same length that has only so many leaves in common with this one. */
    public TestHistory forkAt(int common, long seed) {
        return new TestHistory(origin, grown(leaves.subList(0, common), seed, leaves.size()));
    }

    /** The tree of the first leaves. */
    public TreeHead head(int size) {
        return new TreeHead(size, TreeHash.root(leaves.subList(0, size)));
    }

    /** Whether this history had that tree. */
    public boolean has(TreeHead head) {
        return head.size() <= leaves.size() && head((int) head.size()).equals(head);
    }

    /** The checkpoint of the first leaves. */
    public SignedNote note(int size, List<NoteKeyPair> keys) {
        return SignedNote.sign(Checkpoint.of(origin, head(size)).format(), signers(keys));
    }

    /** Asks to cosign the tree of one size after that of another. */
    public CosignRequest request(int oldSize, int size, List<NoteKeyPair> keys) {
        HashReader nodes =
                (level, index) -> TreeHash.root(leaves.subList((int) (index << level), (int) ((index + 1) << level)));
        return CosignRequest.of(new TreeProofs(nodes).consistency(oldSize, size), note(size, keys));
    }

    static List<NoteSigner> signers(List<NoteKeyPair> keys) {
        return keys.stream().map(key -> key.signer(CLOCK)).toList();
    }

    private static List<Hash> grown(List<Hash> from, long seed, int size) {
        List<Hash> leaves = new ArrayList<>(from);
        while (leaves.size() < size) {
            ByteBuffer entry = ByteBuffer.allocate(2 * Long.BYTES).putLong(seed).putLong(leaves.size());
            leaves.add(TreeHash.leaf(entry.array()));
        }
        return leaves;
    }
}
