package org.aletheia.evidence.store;

import java.util.Set;
import org.aletheia.access.Classification;
import org.aletheia.evidence.record.Protection;
import org.aletheia.platform.persistence.RecordEntity;

/** How closely a row is held, in its columns. */
final class Protected {
    private Protected() {}

    static Protection of(RecordEntity row) {
        return new Protection(Classification.parse(row.classification), Set.of(row.compartments));
    }

    static String[] compartments(Protection protection) {
        return protection.compartments().stream().sorted().toArray(String[]::new);
    }
}
