package org.aletheia.insight.dossier;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.aletheia.access.AccessGuard;
import org.aletheia.access.AccessIntent;
import org.aletheia.access.RecordKind;
import org.aletheia.access.RecordName;
import org.aletheia.evidence.DigestsJson;
import org.aletheia.evidence.EvidenceItem;
import org.aletheia.evidence.citation.Source;
import org.aletheia.evidence.citation.Sourcing;
import org.aletheia.evidence.metadata.ItemMetadata;
import org.aletheia.evidence.metadata.ItemTerms;
import org.aletheia.evidence.opinion.Opinion;
import org.aletheia.evidence.opinion.Opinions;
import org.aletheia.evidence.record.RecordDirectory;
import org.aletheia.evidence.record.RecordVersion;
import org.aletheia.evidence.review.Review;
import org.aletheia.evidence.review.Reviews;
import org.aletheia.evidence.terms.ItemConditions;
import org.aletheia.incidents.IncidentLink;
import org.aletheia.incidents.Relations;
import org.aletheia.insight.Disposed;
import org.aletheia.insight.FoundRecord;
import org.aletheia.insight.RecordReader;
import org.aletheia.insight.RecordSet;
import org.aletheia.insight.SeenRecord;
import org.aletheia.insight.Terms;
import org.aletheia.insight.Timeline;
import org.aletheia.insight.dossier.Dossier.Named;
import org.aletheia.insight.dossier.Dossier.Section;
import org.jspecify.annotations.Nullable;

/**
 * Makes dossiers. What the caller may not see, and what may not leave the repository in a dossier, is left out and not counted.
 * The journal is told of everything that a dossier shows before it is there.
 */
@ApplicationScoped
public class Dossiers {
    /** The kinds on which there are dossiers. */
    public static final Set<RecordKind> KINDS = Collections.unmodifiableSet(EnumSet.of(
            RecordKind.INCIDENT,
            RecordKind.ACT,
            RecordKind.MISSING_PERSON,
            RecordKind.PERSON,
            RecordKind.GROUP,
            RecordKind.UNIT,
            RecordKind.ORGANISATION,
            RecordKind.STATE,
            RecordKind.VICTIM));

    /** Most records that are named and not told of. */
    static final int MOST_RELATED = 1000;

    private final AccessGuard guard;
    private final RecordDirectory directory;
    private final RecordReader reader;
    private final Leaving leaving;
    private final Gathering gathering;
    private final Sourcing sourcing;
    private final Relations relations;
    private final Reviews reviews;
    private final Opinions opinions;
    private final ItemConditions conditions;
    private final Clock clock;

    Dossiers(
            AccessGuard guard,
            RecordDirectory directory,
            RecordReader reader,
            Leaving leaving,
            Gathering gathering,
            Sourcing sourcing,
            Relations relations,
            Reviews reviews,
            Opinions opinions,
            ItemConditions conditions,
            Clock clock) {
        this.guard = guard;
        this.directory = directory;
        this.reader = reader;
        this.leaving = leaving;
        this.gathering = gathering;
        this.sourcing = sourcing;
        this.relations = relations;
        this.reviews = reviews;
        this.opinions = opinions;
        this.conditions = conditions;
        this.clock = clock;
    }

    /**
     * The dossier on a record of one of the {@link #KINDS}.
     *
     * @throws org.aletheia.platform.http.ProblemException {@code not-found}, also where the record may not leave; {@code
     *     invalid-request}: {@code too-many-sources}
     */
    public Dossier on(RecordName record) {
        directory.require(AccessIntent.READ_CONTENT, record.kind(), record.id());
        FoundRecord root = leaving.found(List.of(record)).get(record);
        if (root == null) {
            throw guard.absent(record.kind(), record.id());
        }
        Gathered gathered = gathering.around(root);
        List<UUID> told = gathered.told().map(found -> found.version().id()).toList();
        Map<UUID, RecordVersion<Review>> steps = reviews.last(told);
        steps.values().removeIf(step -> leaving.isBarred(name(step)));
        Map<UUID, List<RecordVersion<Opinion>>> held = held(cited(gathered));
        reader.shown(names(gathered, steps.values(), held));
        return written(gathered, new Writing(gathered, sourcing, steps), held);
    }

    private static Set<UUID> cited(Gathered gathered) {
        Set<UUID> cited = new LinkedHashSet<>();
        gathered.sources()
                .values()
                .forEach(all -> all.forEach(source -> cited.add(source.content().item())));
        return cited;
    }

    private Map<UUID, List<RecordVersion<Opinion>>> held(Set<UUID> items) {
        Map<UUID, List<RecordVersion<Opinion>>> held = new LinkedHashMap<>();
        opinions.on(items)
                .forEach((item, given) -> held.put(
                        item,
                        given.stream()
                                .filter(each -> !leaving.isBarred(name(each)))
                                .toList()));
        return held;
    }

    private Dossier written(Gathered gathered, Writing writing, Map<UUID, List<RecordVersion<Opinion>>> held) {
        Dossier.Entry subject = writing.entry(gathered.root());
        Dossier.Chains chains = writing.chains(relations);
        List<Section> sections = new ArrayList<>();
        gathered.sections()
                .forEach(part -> sections.add(new Section(
                        part.name(), part.records().stream().map(writing::entry).toList(), part.truncated())));
        List<Dossier.Citation> citations = new ArrayList<>();
        for (Writing.Place place : writing.cited()) {
            int number = citations.size() + 1;
            Disposed went = gathered.gone().get(place.item());
            if (went == null) {
                EvidenceItem item = Objects.requireNonNull(gathered.items().get(place.item()));
                citations.add(citation(
                        number, place, item, held.getOrDefault(item.id(), List.of()), conditions.of(item.id())));
            } else {
                citations.add(citation(number, place, went));
            }
        }
        Map<UUID, Named> items = new LinkedHashMap<>();
        gathered.items().values().forEach(item -> items.put(item.id(), named(item)));
        gathered.gone()
                .values()
                .forEach(went -> items.put(went.id(), new Named(went.kind(), went.id(), null, null, went)));
        return new Dossier(
                clock.instant().truncatedTo(ChronoUnit.SECONDS),
                subject,
                chains,
                sections,
                timeline(gathered),
                writing.related(MOST_RELATED, items),
                citations);
    }

    private static List<Timeline.Entry> timeline(Gathered gathered) {
        List<SeenRecord> dated = gathered.told()
                .filter(found -> found.name().kind() != RecordKind.INVOLVEMENT)
                .map(FoundRecord::seen)
                .toList();
        return Timeline.of(new RecordSet(dated, gathered.visible(), false)).entries();
    }

    private static Dossier.Citation citation(
            int number, Writing.Place place, EvidenceItem item, List<RecordVersion<Opinion>> held, ItemTerms terms) {
        ItemMetadata metadata = item.version().metadata();
        List<String> conclusions =
                held.stream().map(each -> each.content().conclusion()).toList();
        boolean contested = conclusions.stream().distinct().count() > 1
                || held.stream().anyMatch(each -> each.content().contests() != null);
        return new Dossier.Citation(
                number,
                item.id(),
                text(text(item), place),
                place.fragment(),
                metadata.kind(),
                title(metadata),
                metadata.captured() == null ? null : metadata.captured().edtf(),
                item.receivedAt(),
                DigestsJson.of(item.version().file().digests()).get("sha-256"),
                new Dossier.Authenticity(contested, conclusions),
                Terms.of(terms, null),
                null);
    }

    private static Dossier.Citation citation(int number, Writing.Place place, Disposed went) {
        String text = text(went.id().toString(), place);
        return new Dossier.Citation(
                number, went.id(), text, place.fragment(), null, null, null, null, null, null, null, went);
    }

    private static String text(String item, Writing.Place place) {
        return place.fragment() == null ? item : item + "#" + place.fragment();
    }

    private static Named named(EvidenceItem item) {
        ItemMetadata metadata = item.version().metadata();
        String number = item.version().registrationNumber();
        return new Named(
                RecordKind.ITEM.code(),
                item.id(),
                number == null ? title(metadata) : number,
                "item-kind:" + metadata.kind(),
                null);
    }

    private static String text(EvidenceItem item) {
        return Objects.requireNonNullElse(
                item.version().registrationNumber(), item.id().toString());
    }

    private static @Nullable String title(ItemMetadata metadata) {
        return metadata.mayIdentifyProtectedPerson() ? null : metadata.title();
    }

    private static RecordName name(RecordVersion<?> version) {
        return new RecordName(version.kind(), version.id());
    }

    private static List<RecordName> names(
            Gathered gathered, Collection<RecordVersion<Review>> steps, Map<UUID, List<RecordVersion<Opinion>>> held) {
        Stream<RecordName> records = gathered.visible().keySet().stream();
        Stream<RecordName> items = Stream.concat(gathered.items().keySet().stream(), gathered.gone().keySet().stream())
                .map(id -> new RecordName(RecordKind.ITEM, id));
        Stream<RecordVersion<Source>> sources =
                gathered.sources().values().stream().flatMap(List::stream);
        Stream<RecordVersion<IncidentLink>> links = gathered.links().stream().map(Gathered.Linked::link);
        Stream<? extends RecordVersion<?>> others = Stream.of(
                        sources, links, steps.stream(), held.values().stream().flatMap(List::stream))
                .flatMap(each -> each);
        return Stream.of(records, items, others.map(Dossiers::name))
                .flatMap(each -> each)
                .distinct()
                .toList();
    }
}
