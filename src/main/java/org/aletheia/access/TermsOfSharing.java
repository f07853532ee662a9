package org.aletheia.access;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.aletheia.platform.http.Finding;

/** What all capabilities together say against sharing: the word of each {@link SharingTerms}. */
@ApplicationScoped
class TermsOfSharing {
    private final Instance<SharingTerms> terms;

    TermsOfSharing(Instance<SharingTerms> terms) {
        this.terms = terms;
    }

    /** What forbids that the record goes to the organisation today; empty where nothing does. */
    List<Finding> against(RecordKind kind, UUID record, MemberOrganisation grantee) {
        return terms.stream()
                .flatMap(each -> each.against(kind, record, grantee).stream())
                .toList();
    }

    /** Those of the shares of parts whose going to the organisation the terms of no part forbid. */
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
