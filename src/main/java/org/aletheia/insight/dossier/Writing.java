package org.aletheia.insight.dossier;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.aletheia.access.RecordKind;
import org.aletheia.access.RecordName;
import org.aletheia.evidence.citation.Citation;
import org.aletheia.evidence.citation.Source;
import org.aletheia.evidence.citation.SourcedRecord;
import org.aletheia.evidence.citation.Sourcing;
import org.aletheia.evidence.record.Pointers;
import org.aletheia.evidence.record.RecordVersion;
import org.aletheia.evidence.review.Review;
import org.aletheia.incidents.Relations;
import org.aletheia.insight.FoundRecord;
import org.aletheia.insight.SeenRecord;
import org.aletheia.insight.dossier.Dossier.Assertion;
import org.aletheia.insight.dossier.Dossier.Cited;
import org.aletheia.insight.dossier.Dossier.Entry;
import org.aletheia.insight.dossier.Dossier.Named;
import org.aletheia.insight.dossier.Gathered.Linked;
import org.aletheia.kernel.UncertainDate;
import org.jspecify.annotations.Nullable;

/** Writes the entries of one dossier, and numbers what they cite in their order. Not thread-safe. */
final class Writing {
    /**
     * How records are worked on inside the house, which is not what they say: who looks for somebody and what they may be told,
     * how a status came about, how a child and its guardian were asked, how old somebody is and how that is known.
     */
    private static final Set<String> INSIDE = Set.of(
            "relatives",
            "statusProposal",
            "assent",
            "guardianPermission",
            "guardianConflict",
            "majorityOn",
            "askedAnew",
            "born",
            "age",
            "adult");

    private final Gathered gathered;
    private final Sourcing sourcing;
    private final Map<UUID, RecordVersion<Review>> reviews;
    private final Map<RecordName, SeenRecord> visible;
    private final Set<UUID> known;
    private final Map<Place, Integer> numbers = new LinkedHashMap<>();
    private final Set<UUID> mentioned = new HashSet<>();

    /** What a citation points to. */
    record Place(UUID item, @Nullable String fragment) {}

    Writing(Gathered gathered, Sourcing sourcing, Map<UUID, RecordVersion<Review>> reviews) {
        this.gathered = gathered;
        this.sourcing = sourcing;
        this.reviews = reviews;
        this.visible = gathered.visible();
        this.known = visible.keySet().stream().map(RecordName::id).collect(Collectors.toCollection(HashSet::new));
        known.addAll(gathered.items().keySet());
        known.addAll(gathered.gone().keySet());
    }

    /** What was cited so far, in the order of the numbers, which begin with 1. */
    List<Place> cited() {
        return List.copyOf(numbers.keySet());
    }

    Entry entry(FoundRecord found) {
        SourcedRecord sourced = sourcing.sorted(found.version(), gathered.sourcesOf(found.version()));
        List<Assertion> assertions = sourced.members().stream()
                .map(member -> assertion(member, found.seen()))
                .filter(Objects::nonNull)
                .toList();
        List<Cited> whole = cited(sourced.whole());
        SeenRecord seen = found.seen();
        boolean supported = Stream.concat(whole.stream(), assertions.stream().flatMap(said -> said.sources().stream()))
                .anyMatch(source -> source.support().equals(Citation.SUPPORTS));
        return new Entry(
                seen.name().kind().code(),
                seen.name().id(),
                seen.label(),
                seen.code(),
                seen.name().kind() == RecordKind.INVOLVEMENT ? Boolean.TRUE : null,
                Gathering.whole(seen)
                        .filter(visible::containsKey)
                        .map(name -> new Dossier.Whole(name.kind().code(), name.id()))
                        .orElse(null),
                seen.dates().stream().map(UncertainDate::edtf).toList(),
                found.version().revision(),
                assertions,
                whole,
                cited(sourced.former()),
                !supported,
                review(found));
    }

    /** By relation, and then by the id of the link. */
    Dossier.Chains chains(Relations relations) {
        UUID root = gathered.root().name().id();
        Comparator<Linked> order =
                Comparator.comparing(linked -> linked.link().content().relationFrom(root, relations));
        return new Dossier.Chains(
                gathered.links().stream()
                        .sorted(order.thenComparing(linked -> linked.link().id().toString()))
                        .map(linked -> chain(linked, linked.link().content().relationFrom(root, relations)))
                        .toList(),
                gathered.moreLinks());
    }

    private Dossier.Chain chain(Linked linked, String relation) {
        List<Cited> sources = cited(gathered.sourcesOf(linked.link()));
        boolean supported = sources.stream().anyMatch(source -> source.support().equals(Citation.SUPPORTS));
        return new Dossier.Chain(
                relation,
                named(linked.other()),
                linked.link().id(),
                linked.link().revision(),
                sources,
                !supported);
    }

    private @Nullable Assertion assertion(SourcedRecord.Member member, SeenRecord seen) {
        String name = member.pointer().split("/", -1)[1];
        boolean hidden = seen.names().stream()
                .filter(named -> Pointers.within(named.pointer(), member.pointer()))
                .anyMatch(named -> !visible.containsKey(named.record()));
        Object value = hidden || INSIDE.contains(name) ? null : KnownValues.of(member.value(), known::contains);
        if (value == null) {
            return null;
        }
        KnownValues.ids(value).forEach(mentioned::add);
        return new Assertion(name, value, member.standing(), cited(member.sources()));
    }

    private List<Cited> cited(List<RecordVersion<Source>> sources) {
        return sources.stream().map(this::cited).toList();
    }

    private Cited cited(RecordVersion<Source> source) {
        Source said = source.content();
        String fragment = said.anchor() == null ? null : said.anchor().fragment();
        int number = numbers.computeIfAbsent(new Place(said.item(), fragment), place -> numbers.size() + 1);
        return new Cited(
                number,
                source.id(),
                said.support(),
                said.date() == null ? null : said.date().edtf(),
                said.grade(),
                said.channelGrade(),
                said.note());
    }

    private Dossier.@Nullable Review review(FoundRecord found) {
        RecordVersion<Review> last = reviews.get(found.version().id());
        if (last == null) {
            return null;
        }
        Review step = last.content();
        return new Dossier.Review(
                step.state(),
                step.subjectRevision(),
                step.subjectRevision() < found.version().revision(),
                step.reasons(),
                last.createdAt());
    }

    /** Records that are named and not told of; items that a value shows stand there too, unless they are cited. */
    Dossier.Related related(int most, Map<UUID, Named> items) {
        Set<UUID> cited = numbers.keySet().stream().map(Place::item).collect(Collectors.toSet());
        List<Named> all = new ArrayList<>();
        gathered.named().values().forEach(seen -> all.add(named(seen)));
        items.forEach((id, named) -> {
            if (mentioned.contains(id) && !cited.contains(id)) {
                all.add(named);
            }
        });
        all.sort(Comparator.comparing(Named::kind)
                .thenComparing(named -> named.id().toString()));
        return new Dossier.Related(all.stream().limit(most).toList(), gathered.moreNamed() || all.size() > most);
    }

    private static Named named(SeenRecord seen) {
        return new Named(seen.name().kind().code(), seen.name().id(), seen.label(), seen.code(), seen.disposed());
    }
}
