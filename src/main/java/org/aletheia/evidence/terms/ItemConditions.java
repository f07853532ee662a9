package org.aletheia.evidence.terms;

import jakarta.enterprise.context.RequestScoped;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.aletheia.evidence.metadata.ItemTerms;
import org.aletheia.evidence.store.ConditionRows;

/**
 * On what terms items were received, as they travel with each item that the caller was found permitted to read. What cannot
 * be told is the cautious default. Each is asked for once in a request: terms do not change.
 */
@RequestScoped
public class ItemConditions {
    private final ConditionRows rows;
    private final Map<UUID, ItemTerms> known = new HashMap<>();

    ItemConditions(ConditionRows rows) {
        this.rows = rows;
    }

    /** Those of one item. */
    public ItemTerms of(UUID item) {
        return of(List.of(item)).getOrDefault(item, ItemTerms.DEFAULT);
    }

    /** Those of items, by id, in one query. */
    public Map<UUID, ItemTerms> of(Collection<UUID> items) {
        List<UUID> unknown = items.stream()
                .filter(item -> !known.containsKey(item))
                .distinct()
                .toList();
        if (!unknown.isEmpty()) {
            Map<UUID, ItemTerms> found = rows.of(unknown);
            unknown.forEach(item -> known.put(item, found.getOrDefault(item, ItemTerms.DEFAULT)));
        }
        Map<UUID, ItemTerms> asked = new HashMap<>();
        items.forEach(item -> asked.put(item, known.getOrDefault(item, ItemTerms.DEFAULT)));
        return asked;
    }
}
