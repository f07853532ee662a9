package org.aletheia.custody.log;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.aletheia.custody.store.ChainKey;
import org.aletheia.custody.store.ChainPlace;
import org.aletheia.custody.store.SealedRow;

/** Numbers the events of each history, from the last number given. */
final class ChainNumbers {
    private ChainNumbers() {}

    /** The histories of which these events become part. */
    static Set<ChainKey> keys(List<SealedRow> rows) {
        Set<ChainKey> keys = new LinkedHashSet<>();
        for (SealedRow row : rows) {
            keys.addAll(keys(row));
        }
        return keys;
    }

    /** The place of each event in each of its histories; an event that names a record twice is in its history once. */
    static List<ChainPlace> number(long firstIndex, List<SealedRow> rows, Map<ChainKey, Long> last) {
        Map<ChainKey, Long> numbers = new HashMap<>(last);
        List<ChainPlace> places = new ArrayList<>(rows.size());
        long index = firstIndex;
        for (SealedRow row : rows) {
            for (ChainKey key : keys(row)) {
                places.add(new ChainPlace(key, numbers.merge(key, 1L, Long::sum), index));
            }
            index++;
        }
        return places;
    }

    private static Set<ChainKey> keys(SealedRow row) {
        Set<ChainKey> keys = new LinkedHashSet<>();
        row.subjects().forEach(subject -> keys.add(new ChainKey(subject, row.chain())));
        return keys;
    }
}
