package org.aletheia.search.indexing;

import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.aletheia.access.RecordKind;
import org.aletheia.custody.Subject;
import org.aletheia.platform.persistence.Projection;
import org.aletheia.platform.persistence.Projections;
import org.aletheia.search.SearchConfig;
import org.aletheia.search.elastic.Change;
import org.aletheia.search.elastic.IndexFamily;
import org.aletheia.search.store.ShareRows;
import org.aletheia.search.store.ShareRows.Shared;
import org.jspecify.annotations.Nullable;

/** The record as it is now, in the form that is indexed. */
@ApplicationScoped
class Records {
    private static final Set<String> SEARCHABLE =
            IndexFamily.searchable().stream().map(RecordKind::code).collect(Collectors.toSet());

    private final List<Projections> capabilities;
    private final ShareRows shares;
    private final SearchConfig config;

    Records(@All List<Projections> capabilities, ShareRows shares, SearchConfig config) {
        this.capabilities = capabilities;
        this.shares = shares;
        this.config = config;
    }

    /** Every kind that some capability gives and that can be searched. */
    Set<String> kinds() {
        return capabilities.stream()
                .flatMap(capability -> capability.kinds().stream())
                .filter(SEARCHABLE::contains)
                .collect(Collectors.toSet());
    }

    /** Whether changes of the subject are indexed. */
    boolean indexed(Subject subject) {
        return SEARCHABLE.contains(subject.kind()) && of(subject.kind()).isPresent();
    }

    /** As {@link Projections#idsAfter}. */
    List<UUID> idsAfter(String kind, @Nullable UUID after, int limit) {
        return of(kind).orElseThrow().idsAfter(kind, after, limit);
    }

    /**
     * Reads each record when the iteration comes to it, so that no more than one text is held here.
     *
     * @param versions journal version by subject, all of them indexed
     */
    Iterable<Change> changes(Map<Subject, Long> versions) {
        Map<Shared, Map<UUID, Optional<Instant>>> shared =
                shares.of(versions.keySet().stream().map(Subject::id).toList());
        return () -> versions.entrySet().stream()
                .map(entry -> change(entry.getKey(), entry.getValue(), shared))
                .iterator();
    }

    private Change change(Subject subject, long version, Map<Shared, Map<UUID, Optional<Instant>>> shared) {
        Optional<Projection> projection = of(subject.kind()).orElseThrow().find(subject.kind(), subject.id());
        return new Change(
                RecordKind.parse(subject.kind()),
                subject.id(),
                version,
                projection.map(found -> ProjectedDocument.of(
                        found,
                        shared.getOrDefault(new Shared(subject.kind(), subject.id()), Map.of()),
                        config.maxTextLength())));
    }

    private Optional<Projections> of(String kind) {
        return capabilities.stream()
                .filter(capability -> capability.kinds().contains(kind))
                .findFirst();
    }
}
