package org.aletheia.access;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.aletheia.platform.http.Finding;
import org.jspecify.annotations.Nullable;

/** The terms of all capabilities together: what one of them forbids is forbidden. */
@ApplicationScoped
class StatedTerms {
    private final Instance<SharingTerms> terms;

    StatedTerms(Instance<SharingTerms> terms) {
        this.terms = terms;
    }

    /** What forbids that a record goes to an organisation today, with pointers into a request to share. */
    List<Finding> against(RecordKind kind, UUID record, MemberOrganisation grantee) {
        return terms.stream()
                .flatMap(each -> each.against(kind, record, grantee).stream())
                .toList();
    }

    /** What forbids a use that the policy permits: codes, each once. */
    List<String> againstUse(RecordName record, AccessIntent intent, UUID organisation) {
        return terms.stream()
                .flatMap(each -> each.againstUse(record, intent, organisation).stream())
                .distinct()
                .toList();
    }

    /** When a share of a record ends by itself: as asked, or before; null: never. */
    @Nullable
    Instant until(RecordKind kind, UUID record, @Nullable Instant asked) {
        return Stream.concat(
                        Optional.ofNullable(asked).stream(),
                        terms.stream().flatMap(each -> each.until(kind, record).stream()))
                .min(Comparator.naturalOrder())
                .orElse(null);
    }

    /** Those of the shares of parts, not yet added, that the terms of no part forbid. */
    List<Share> mayGo(List<Share> parts, MemberOrganisation grantee) {
        Map<RecordKind, List<UUID>> byKind = parts.stream()
                .collect(Collectors.groupingBy(
                        Share::kind, Collectors.mapping(Share::record, Collectors.toUnmodifiableList())));
        Set<RecordName> keptBack = new HashSet<>();
        byKind.forEach((kind, records) -> terms.forEach(each ->
                each.keptBack(kind, records, grantee).forEach(record -> keptBack.add(new RecordName(kind, record)))));
        return parts.stream()
                .filter(part -> !keptBack.contains(new RecordName(part.kind(), part.record())))
                .toList();
    }
}
