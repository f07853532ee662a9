package org.aletheia.verifier;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.aletheia.transparency.Hash;

/** Leaves that are looked for while a log passes, and where they were met first. Makes no object for one that is not wanted. */
final class LeavesWanted {
    private final Set<Hash> wanted;
    private final long[] prefixes;
    private final Map<Hash, Long> found = new HashMap<>();

    LeavesWanted(Collection<Hash> wanted) {
        this.wanted = new HashSet<>(wanted);
        this.prefixes = this.wanted.stream()
                .mapToLong(leaf -> prefix(leaf.bytes(), 0))
                .sorted()
                .toArray();
    }

    /** The leaf hash at this place of an array has this index in the log. */
    void meet(byte[] hashes, int place, long index) {
        int from = place * Hash.LENGTH;
        if (prefixes.length > 0 && Arrays.binarySearch(prefixes, prefix(hashes, from)) >= 0) {
            Hash leaf = new Hash(Arrays.copyOfRange(hashes, from, from + Hash.LENGTH));
            if (wanted.contains(leaf)) {
                found.putIfAbsent(leaf, index);
            }
        }
    }

    /** Index of a leaf that was looked for; empty where it was not met. */
    Optional<Long> index(Hash leaf) {
        return Optional.ofNullable(found.get(leaf));
    }

    private static long prefix(byte[] bytes, int from) {
        return ByteBuffer.wrap(bytes).getLong(from);
    }
}
