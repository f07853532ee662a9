package org.aletheia.evidence.abuse;

import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.Set;
import java.util.UUID;
import org.aletheia.access.RecordKind;
import org.aletheia.evidence.abuse.store.MarkedItems;
import org.aletheia.evidence.record.ExportBars;
import org.aletheia.evidence.record.ExportForm;

/** Nothing of a marked item leaves in any form, whoever asks. */
@Singleton
class AbuseMaterialStaysInside implements ExportBars.Kind {
    private final MarkedItems marked;

    AbuseMaterialStaysInside(MarkedItems marked) {
        this.marked = marked;
    }

    @Override
    public RecordKind kind() {
        return RecordKind.ITEM;
    }

    @Override
    public boolean barred(UUID id, ExportForm form) {
        return marked.owner(id).isPresent();
    }

    @Override
    public Set<UUID> barred(Collection<UUID> ids, ExportForm form) {
        return marked.among(ids);
    }
}
