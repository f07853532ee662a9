package org.aletheia.access;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.aletheia.platform.http.Finding;

/** What people agreed to binds who shares: a record goes to no body that its giver did not agree to. */
@ApplicationScoped
class ConsentTerms implements SharingTerms {
    private final Instance<ConsentSource> sources;

    ConsentTerms(Instance<ConsentSource> sources) {
        this.sources = sources;
    }

    @Override
    public List<Finding> against(RecordKind kind, UUID record, MemberOrganisation grantee) {
        return sources.stream()
                .flatMap(source -> source.against(kind, record, grantee).stream())
                .distinct()
                .sorted()
                .map(refusal -> new Finding("/grantee", refusal.code()))
                .toList();
    }

    @Override
    public Set<UUID> keptBack(RecordKind kind, Collection<UUID> parts, MemberOrganisation grantee) {
        return sources.stream()
                .flatMap(source -> source.against(kind, parts, grantee).keySet().stream())
                .collect(Collectors.toSet());
    }
}
