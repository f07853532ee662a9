package org.aletheia.joins;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.aletheia.access.RecordKind;
import org.aletheia.evidence.EvidenceItem;
import org.aletheia.evidence.ItemVersion;
import org.aletheia.evidence.Items;
import org.aletheia.evidence.record.RecordContents;
import org.aletheia.evidence.record.RecordView;
import org.aletheia.kernel.Digest;

/** The records that joins are about, each as it stands and by itself. Decides and tells nothing: callers have asked before. */
@ApplicationScoped
public class JoinedRecords {
    private final RecordContents contents;
    private final Items items;

    JoinedRecords(RecordContents contents, Items items) {
        this.contents = contents;
        this.items = items;
    }

    /** The revisions at which those of the records stand that row-level security shows. */
    Map<UUID, Integer> revisions(RecordKind kind, Collection<UUID> ids) {
        Map<UUID, Integer> found = new HashMap<>();
        views(kind, ids).forEach((id, view) -> found.put(id, view.revision()));
        return found;
    }

    /** Those of the records that row-level security shows, in the order of the ids. */
    public Map<UUID, RecordView> views(RecordKind kind, Collection<UUID> ids) {
        Map<UUID, RecordView> found = new LinkedHashMap<>();
        if (kind == RecordKind.ITEM) {
            Map<UUID, RecordView> all = new HashMap<>();
            items.among(ids).forEach(item -> all.put(item.id(), item(item)));
            ids.stream().filter(all::containsKey).forEach(id -> found.put(id, all.get(id)));
        } else {
            ids.forEach(id -> contents.find(kind, id).ifPresent(record -> found.put(id, RecordView.of(record))));
        }
        return found;
    }

    /** What an item is recognised by; all else is read at its own address. */
    private static RecordView item(EvidenceItem item) {
        ItemVersion version = item.version();
        Map<String, Object> content = new LinkedHashMap<>();
        content.put("title", version.metadata().title());
        content.put("itemKind", version.metadata().kind());
        if (version.registrationNumber() != null) {
            content.put("registrationNumber", version.registrationNumber());
        }
        content.put("mediaType", version.file().mediaType());
        content.put("length", version.file().content().length());
        List<String> digests =
                version.file().digests().stream().map(JoinedRecords::written).toList();
        content.put("digests", digests);
        return new RecordView(
                item.id(),
                RecordKind.ITEM.code(),
                item.ownerOrg(),
                version.protection().classification().code(),
                version.protection().compartments().stream().sorted().toList(),
                item.revision(),
                item.receivedAt(),
                item.revisedAt(),
                content);
    }

    private static String written(Digest digest) {
        return digest.algorithm().label() + ":" + digest.hex();
    }
}
