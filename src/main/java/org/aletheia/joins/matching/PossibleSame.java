package org.aletheia.joins.matching;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.aletheia.access.AccessIntent;
import org.aletheia.access.RecordKind;
import org.aletheia.custody.Subject;
import org.aletheia.evidence.EvidenceItem;
import org.aletheia.evidence.Items;
import org.aletheia.evidence.UseRecord;
import org.aletheia.evidence.metadata.EmbeddedIdentifier;
import org.aletheia.evidence.record.LinkedRecords;
import org.aletheia.evidence.record.RecordContent;
import org.aletheia.evidence.record.RecordDesk;
import org.aletheia.evidence.record.RecordVersion;
import org.aletheia.joins.Join;
import org.aletheia.joins.Joins;
import org.aletheia.joins.SameRecords;
import org.aletheia.joins.SeenJoin;
import org.aletheia.platform.http.ProblemException;
import org.aletheia.platform.persistence.Projection;

/**
 * Suggests which records may speak of one and the same as a record. Only those that the caller may read are looked at, and the
 * records themselves are compared, not what is kept to find them: what was written in the last seconds may be missing, and
 * nothing that has changed is suggested for what it said before.
 */
@ApplicationScoped
public class PossibleSame {
    private static final int MOST_CANDIDATES = 500;
    private static final int MOST_BESIDES = 200;

    private static final Comparator<Suggestion> BY_REASONS = Comparator.comparingInt((Suggestion found) ->
                    Reasons.BY_STRENGTH.indexOf(found.reasons().getFirst().code()))
            .thenComparing(found -> -found.reasons().size())
            .thenComparing(Suggestion::record);

    private final RecordDesk desk;
    private final Instance<LinkedRecords<?>> kinds;
    private final Items items;
    private final Candidates candidates;
    private final OverlappingAreas areas;
    private final Joins joins;
    private final SameRecords same;
    private final UseRecord use;

    PossibleSame(
            RecordDesk desk,
            Instance<LinkedRecords<?>> kinds,
            Items items,
            Candidates candidates,
            OverlappingAreas areas,
            Joins joins,
            SameRecords same,
            UseRecord use) {
        this.desk = desk;
        this.kinds = kinds;
        this.items = items;
        this.candidates = candidates;
        this.areas = areas;
        this.joins = joins;
        this.same = same;
        this.use = use;
    }

    /**
     * A record that may speak of the same.
     *
     * @param reasons at least one, the strongest first
     * @param decidedBefore decisions that they are not the same, of which one of the records was written again since
     */
    public record Suggestion(UUID record, List<Reason> reasons, List<UUID> decidedBefore) {
        public Suggestion {
            reasons = List.copyOf(reasons);
            decidedBefore = List.copyOf(decidedBefore);
        }
    }

    /**
     * Suggestions in the order of their strongest reasons, then of how many they have.
     *
     * @param truncated whether more were like it than were looked at or are shown
     */
    public record Suggestions(List<Suggestion> found, boolean truncated) {
        public Suggestions {
            found = List.copyOf(found);
        }
    }

    /**
     * At most so many suggestions for a record; told to the journal as one list. Records that it is joined with, and those
     * that were decided not to be the same and have not been written again, are left out.
     *
     * @throws ProblemException {@code not-found}
     */
    public Suggestions of(RecordKind kind, UUID id, int limit) {
        desk.directory().require(AccessIntent.READ, kind, id);
        Asked asked = asked(kind, id);
        Features mine = asked.features();
        List<UUID> alike = candidates.like(kind, id, asked.keys(), MOST_CANDIDATES + 1);
        Set<UUID> ids =
                new LinkedHashSet<>(alike.stream().limit(MOST_CANDIDATES).toList());
        Map<UUID, Reason> overlapping = kind == RecordKind.UNIT ? areas.with(id) : Map.of();
        if (kind == RecordKind.UNIT) {
            ids.addAll(candidates.besides(id, MOST_BESIDES));
            ids.addAll(overlapping.keySet());
        }
        ids.removeAll(same.reach(id).records());
        Set<UUID> besides = kind == RecordKind.UNIT ? candidates.besides(id, ids) : Set.of();
        List<SeenJoin> apart = apart(id);
        List<Suggestion> found = new ArrayList<>();
        for (Features other : features(kind, ids)) {
            List<Reason> reasons =
                    Reasons.between(mine, other, besides.contains(other.id()), overlapping.get(other.id()));
            List<SeenJoin> decided = apart.stream()
                    .filter(join -> join.active().contains(other.id()))
                    .toList();
            if (!reasons.isEmpty() && decided.stream().noneMatch(join -> holds(join, mine, other))) {
                List<UUID> before =
                        decided.stream().map(join -> join.join().id()).toList();
                found.add(new Suggestion(other.id(), reasons, before));
            }
        }
        found.sort(BY_REASONS);
        List<Suggestion> shown = found.stream().limit(limit).toList();
        tell(kind, id, shown);
        return new Suggestions(shown, found.size() > limit || alike.size() > MOST_CANDIDATES);
    }

    private List<SeenJoin> apart(UUID id) {
        return joins.holding(List.of(id)).stream()
                .filter(join -> !join.join().content().same() && join.active().contains(id))
                .toList();
    }

    /** Whether both records still stand as they were looked at. */
    private static boolean holds(SeenJoin decision, Features one, Features other) {
        Set<Join.Part> looked = new HashSet<>(decision.join().content().parts());
        return looked.contains(new Join.Part(one.id(), one.revision()))
                && looked.contains(new Join.Part(other.id(), other.revision()));
    }

    /** The record that is asked about: what of it is compared, and by what others like it are found. */
    private record Asked(Features features, List<MatchKey> keys) {}

    private Asked asked(RecordKind kind, UUID id) {
        Optional<Asked> found = kind == RecordKind.ITEM
                ? items.among(List.of(id)).stream().map(PossibleSame::asked).findFirst()
                : records(kind, List.of(id)).stream()
                        .map(record -> new Asked(Features.of(record), MatchKeys.asked(projected(record))))
                        .findFirst();
        return found.orElseThrow(() -> desk.guard().absent(kind, id));
    }

    private static Asked asked(EvidenceItem item) {
        Features features = Features.of(item);
        return new Asked(
                features,
                MatchKeys.ofItem(
                        Stream.concat(features.digests().stream(), features.stated().stream())
                                .toList(),
                        features.embedded().stream()
                                .map(EmbeddedIdentifier::plain)
                                .toList()));
    }

    private static Projection projected(RecordVersion<?> record) {
        Projection.Builder search = Projection.of(
                record.kind().code(),
                record.id(),
                record.ownerOrg(),
                record.protection().classification().code(),
                record.protection().compartments());
        if (record.content() instanceof RecordContent content) {
            content.describe(search);
        }
        return search.build();
    }

    private List<Features> features(RecordKind kind, Collection<UUID> ids) {
        return kind == RecordKind.ITEM
                ? items.among(ids).stream().map(Features::of).toList()
                : records(kind, ids).stream().map(Features::of).toList();
    }

    private List<RecordVersion<?>> records(RecordKind kind, Collection<UUID> ids) {
        List<RecordVersion<?>> found = new ArrayList<>();
        for (LinkedRecords<?> records : kinds) {
            if (records.kind() == kind) {
                found.addAll(records.among(ids));
            }
        }
        return found;
    }

    private void tell(RecordKind kind, UUID id, List<Suggestion> shown) {
        Stream<Subject> records = Stream.concat(Stream.of(id), shown.stream().map(Suggestion::record))
                .map(record -> new Subject(kind.code(), record));
        Stream<Subject> decisions = shown.stream()
                .flatMap(suggestion -> suggestion.decidedBefore().stream())
                .distinct()
                .map(join -> new Subject(RecordKind.JOIN.code(), join));
        Stream<Subject> affiliations = shown.stream()
                .flatMap(suggestion -> suggestion.reasons().stream())
                .flatMap(Reason::affiliations)
                .distinct()
                .map(affiliation -> new Subject(RecordKind.AFFILIATION.code(), affiliation));
        use.listed(Stream.of(records, decisions, affiliations)
                .flatMap(each -> each)
                .toList());
    }
}
