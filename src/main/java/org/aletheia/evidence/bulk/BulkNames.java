package org.aletheia.evidence.bulk;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.aletheia.access.Principal;
import org.aletheia.evidence.bulk.store.ExternalIds;
import org.jspecify.annotations.Nullable;

/** The external ids that the caller of one request knows: those of the organisation, and of some kinds their own alone. */
final class BulkNames {
    private final ExternalIds ids;
    private final UUID organisation;
    private final Map<String, BulkKind<?>> kinds;
    private final String author;

    /** @param kinds by their codes */
    BulkNames(ExternalIds ids, Principal caller, Map<String, BulkKind<?>> kinds) {
        this.ids = ids;
        this.organisation = caller.organisation();
        this.kinds = Map.copyOf(kinds);
        this.author = caller.member() + "/";
    }

    /** The kind of a code. */
    @Nullable
    BulkKind<?> kind(@Nullable String code) {
        return code == null ? null : kinds.get(code);
    }

    /** What these texts name. */
    Map<ExternalId, ExternalIds.Known> find(Collection<String> texts) {
        Set<String> kept = new HashSet<>(texts);
        texts.forEach(text -> kept.add(author + text));
        Map<ExternalId, ExternalIds.Known> found = new HashMap<>();
        ids.find(organisation, kept).forEach((id, known) -> {
            BulkKind<?> kind = kind(id.kind());
            String text = kind == null ? null : text(kind, id.text());
            if (text != null && texts.contains(text)) {
                found.put(new ExternalId(id.kind(), text), known);
            }
        });
        return found;
    }

    private @Nullable String text(BulkKind<?> kind, String kept) {
        if (!kind.namedByAuthor()) {
            return kept;
        }
        return kept.startsWith(author) ? kept.substring(author.length()) : null;
    }

    /** Notes what was made, in the caller's transaction. */
    void add(Map<ExternalId, ExternalIds.Known> made) {
        Map<ExternalId, ExternalIds.Known> kept = new LinkedHashMap<>();
        made.forEach((id, known) -> {
            BulkKind<?> kind = kind(id.kind());
            boolean own = kind != null && kind.namedByAuthor();
            kept.put(own ? new ExternalId(id.kind(), author + id.text()) : id, known);
        });
        ids.add(organisation, kept);
    }
}
