package org.aletheia.custody.log;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.aletheia.custody.store.ChainKey;
import org.aletheia.custody.store.ChainPlace;
import org.aletheia.custody.store.OrderedEvent;

/** Numbers the events of each history, from the last number given. */
final class ChainNumbers {
    private ChainNumbers() {}

    /** The histories of which these events become part. */
    static Set<ChainKey> keys(List<OrderedEvent> events) {
        Set<ChainKey> keys = new LinkedHashSet<>();
        for (OrderedEvent event : events) {
            keys.addAll(keys(event));
        }
        return keys;
    }

    /** The place of each event in each of its histories; an event that names a record twice is in its history once. */
    static List<ChainPlace> number(long firstIndex, List<OrderedEvent> events, Map<ChainKey, Long> last) {
        Map<ChainKey, Long> numbers = new HashMap<>(last);
        List<ChainPlace> places = new ArrayList<>(events.size());
        long index = firstIndex;
        for (OrderedEvent event : events) {
            for (ChainKey key : keys(event)) {
                places.add(new ChainPlace(key, numbers.merge(key, 1L, Long::sum), index, event.organisation()));
            }
            index++;
        }
        return places;
    }

    private static Set<ChainKey> keys(OrderedEvent event) {
        Set<ChainKey> keys = new LinkedHashSet<>();
        event.subjects().forEach(subject -> keys.add(new ChainKey(subject, event.chain())));
        return keys;
    }
}
