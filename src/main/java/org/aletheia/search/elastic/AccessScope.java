package org.aletheia.search.elastic;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.aletheia.access.RecordFilter;
import org.aletheia.access.RecordKind;
import org.jspecify.annotations.Nullable;

/**
 * What the caller may find.
 *
 * @param filters the policy's, one for each kind that is looked for
 * @param restricted records that the index may show too widely
 * @param now for shares that end by themselves
 * @param content whether words of contents may match and be shown: only for who may read all contents that they may list
 * @param inquiring the organisation for which the caller inquires or prosecutes, so that of claim narratives those alone may be
 *     found that are open to it; null where all may be
 */
public record AccessScope(
        List<RecordFilter.Matching> filters,
        Collection<Restricted> restricted,
        Instant now,
        boolean content,
        @Nullable UUID inquiring) {
    /** A record whose access was narrowed. */
    public record Restricted(RecordKind kind, UUID id) {}

    Set<String> restrictedKeys() {
        return restricted.stream()
                .map(record -> DocumentKey.of(record.kind(), record.id()))
                .collect(Collectors.toSet());
    }
}
