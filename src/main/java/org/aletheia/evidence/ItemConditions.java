package org.aletheia.evidence;

import jakarta.enterprise.context.RequestScoped;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.aletheia.evidence.metadata.ReceiptConditions;
import org.aletheia.evidence.store.ConditionRows;

/**
 * On what terms items were received, as they travel with each item that the caller was found permitted to read. What cannot
 * be told is the cautious default. Each is asked for once in a request: terms do not change.
 */
@RequestScoped
public class ItemConditions {
    private final ConditionRows rows;
    private final Map<UUID, ReceiptConditions> known = new HashMap<>();

    ItemConditions(ConditionRows rows) {
        this.rows = rows;
    }

    /** Those of one item. */
    public ReceiptConditions of(UUID item) {
        return known.computeIfAbsent(item, asked -> rows.of(asked).orElse(ReceiptConditions.DEFAULT));
    }
}
