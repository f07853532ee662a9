package org.aletheia.search.indexing;

import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import java.util.stream.Gatherers;
import java.util.stream.Stream;
import org.aletheia.access.ClosureGround;
import org.aletheia.access.RecordKind;
import org.aletheia.custody.Subject;
import org.aletheia.platform.persistence.Projection;
import org.aletheia.platform.persistence.Projections;
import org.aletheia.search.SearchConfig;
import org.aletheia.search.elastic.Change;
import org.aletheia.search.elastic.IndexFamily;
import org.aletheia.search.elastic.SearchDocument.Granted;
import org.aletheia.search.store.ClosureRows;
import org.aletheia.search.store.ShareRows;
import org.aletheia.search.store.ShareRows.Shared;
import org.jspecify.annotations.Nullable;

/** The record as it is now, in the form that is indexed. */
@ApplicationScoped
class Records {
    /** Records of a kind that are read together. */
    private static final int PAGE = 500;

    private static final Set<String> SEARCHABLE =
            IndexFamily.searchable().stream().map(RecordKind::code).collect(Collectors.toSet());

    /** What is found by the organisation that says so alone, since a share of it by itself opens nothing. */
    private static final Set<String> UNSHARED = Set.of(RecordKind.INCIDENT_LINK.code());

    private final List<Projections> capabilities;
    private final ShareRows shares;
    private final ClosureRows closures;
    private final SearchConfig config;

    Records(@All List<Projections> capabilities, ShareRows shares, ClosureRows closures, SearchConfig config) {
        this.capabilities = capabilities;
        this.shares = shares;
        this.closures = closures;
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

    /** The ids of the next page, as {@link Projections#idsAfter}. */
    List<UUID> pageAfter(String kind, @Nullable UUID after) {
        return of(kind).orElseThrow().idsAfter(kind, after, PAGE);
    }

    /**
     * The records of any subjects, read by pages as the stream comes to them.
     *
     * @param changed journal version by subject, all of them indexed; what follows from these is read with them, and is at
     *     least as new as the newest of them
     */
    Stream<Change> changes(Map<Subject, Long> changed) {
        Map<Subject, Long> versions = withThoseAlong(changed);
        Map<String, List<UUID>> byKind = versions.keySet().stream()
                .collect(Collectors.groupingBy(Subject::kind, Collectors.mapping(Subject::id, Collectors.toList())));
        return byKind.entrySet().stream().flatMap(kind -> kind.getValue().stream()
                .gather(Gatherers.windowFixed(PAGE))
                .flatMap(ids -> page(kind.getKey(), ids, id -> versions.get(new Subject(kind.getKey(), id)))));
    }

    private Map<Subject, Long> withThoseAlong(Map<Subject, Long> changed) {
        Map<Subject, Long> versions = new LinkedHashMap<>(changed);
        long newest =
                changed.values().stream().mapToLong(version -> version).max().orElse(0);
        changed.keySet().stream()
                .collect(Collectors.groupingBy(Subject::kind, Collectors.mapping(Subject::id, Collectors.toList())))
                .forEach((kind, ids) -> of(kind).orElseThrow()
                        .along(kind, ids)
                        .forEach((other, along) -> along.forEach(id -> versions.put(new Subject(other, id), newest))));
        return versions;
    }

    /**
     * The records of one page. Rows, shares and closures are read now; each text when the stream comes to it, so that no more than
     * one is held here.
     *
     * @param versions journal version by id
     */
    Stream<Change> page(String kind, List<UUID> ids, ToLongFunction<UUID> versions) {
        Map<UUID, Supplier<Projection>> found = of(kind).orElseThrow().find(kind, ids);
        Map<Shared, Map<UUID, Granted>> shared = shares.of(ids);
        Map<UUID, Map<ClosureGround, Optional<Instant>>> closed = closures.of(kind, ids);
        return ids.stream()
                .map(id -> new Change(
                        RecordKind.parse(kind),
                        id,
                        versions.applyAsLong(id),
                        Optional.ofNullable(found.get(id))
                                .map(projection -> ProjectedDocument.of(
                                        projection.get(),
                                        UNSHARED.contains(kind)
                                                ? Map.of()
                                                : shared.getOrDefault(new Shared(kind, id), Map.of()),
                                        closed.getOrDefault(id, Map.of()),
                                        config.maxTextLength()))));
    }

    private Optional<Projections> of(String kind) {
        return capabilities.stream()
                .filter(capability -> capability.kinds().contains(kind))
                .findFirst();
    }
}
