package org.aletheia.evidence;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.aletheia.access.RecordKind;
import org.aletheia.access.SharedAlong;
import org.aletheia.evidence.store.ItemRows;

/** A submission that is shared takes its items along. */
@ApplicationScoped
public class ItemsAlong implements SharedAlong {
    private final ItemRows items;

    ItemsAlong(ItemRows items) {
        this.items = items;
    }

    @Override
    public RecordKind parent() {
        return RecordKind.SUBMISSION;
    }

    @Override
    public List<Part> with(Collection<UUID> submissions) {
        return items.ofSubmissions(submissions);
    }
}
