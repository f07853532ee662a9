package org.aletheia.canary;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Looks for many byte strings in one pass (Aho and Corasick, 1975). Not for several threads while it is filled. */
final class ByteSearch {
    private static final int BUFFER = 1 << 20;

    private final List<int[]> next = new ArrayList<>();
    private final List<Set<String>> ends = new ArrayList<>();
    private boolean ready;

    ByteSearch() {
        node();
    }

    /** @param name what finding it means */
    void add(byte[] pattern, String name) {
        int at = 0;
        for (byte each : pattern) {
            int[] row = next.get(at);
            if (row[each & 0xff] == 0) {
                row[each & 0xff] = node();
            }
            at = row[each & 0xff];
        }
        ends.get(at).add(name);
        ready = false;
    }

    /** The names of all that occurs. */
    Set<String> in(InputStream bytes) throws IOException {
        prepare();
        Set<String> found = new TreeSet<>();
        byte[] buffer = new byte[BUFFER];
        int at = 0;
        for (int read = bytes.read(buffer); read >= 0; read = bytes.read(buffer)) {
            for (int i = 0; i < read; i++) {
                at = next.get(at)[buffer[i] & 0xff];
                if (!ends.get(at).isEmpty()) {
                    found.addAll(ends.get(at));
                }
            }
        }
        return found;
    }

    private void prepare() {
        if (ready) {
            return;
        }
        int[] fails = new int[next.size()];
        Deque<Integer> open = new ArrayDeque<>();
        Arrays.stream(next.getFirst()).filter(child -> child != 0).forEach(open::add);
        while (!open.isEmpty()) {
            int at = open.remove();
            ends.get(at).addAll(ends.get(fails[at]));
            int[] row = next.get(at);
            int[] otherwise = next.get(fails[at]);
            for (int each = 0; each < row.length; each++) {
                if (row[each] == 0) {
                    row[each] = otherwise[each];
                } else {
                    fails[row[each]] = otherwise[each];
                    open.add(row[each]);
                }
            }
        }
        ready = true;
    }

    private int node() {
        next.add(new int[256]);
        ends.add(new TreeSet<>());
        return next.size() - 1;
    }
}
