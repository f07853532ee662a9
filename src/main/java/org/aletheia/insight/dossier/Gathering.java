package org.aletheia.insight.dossier;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.aletheia.access.RecordKind;
import org.aletheia.access.RecordName;
import org.aletheia.evidence.EvidenceItem;
import org.aletheia.evidence.citation.Citation;
import org.aletheia.evidence.citation.Source;
import org.aletheia.evidence.record.Members;
import org.aletheia.evidence.record.RecordVersion;
import org.aletheia.evidence.record.References;
import org.aletheia.evidence.record.References.Named;
import org.aletheia.insight.FoundRecord;
import org.aletheia.insight.Inherited;
import org.aletheia.insight.RecordSet;
import org.aletheia.insight.SeenRecord;
import org.aletheia.insight.dossier.Gathered.Part;
import org.aletheia.insight.dossier.Leaving.Linking;
import org.aletheia.insight.dossier.Leaving.Naming;
import org.aletheia.kernel.UncertainDate;

/**
 * Finds what a dossier tells of beside its record: affiliations of it; allegations of its involvement with the acts that they
 * are about, or else the acts that it suffered or that are part of it, with who is alleged to be involved in these; the search
 * for who is missing. An allegation that no source supports that may be shown is left out with all that came by it.
 */
@ApplicationScoped
class Gathering {
    /** Most records of one section. */
    static final int MOST = 100;

    /** Most records that are looked up because others name them. */
    static final int MOST_NAMED = 5000;

    private static final int AT_ONCE = 1000;
    private static final Set<RecordKind> ALLEGED =
            EnumSet.of(RecordKind.PERSON, RecordKind.GROUP, RecordKind.UNIT, RecordKind.ORGANISATION, RecordKind.STATE);
    private static final Set<RecordKind> WITH_ACTS = EnumSet.of(RecordKind.INCIDENT, RecordKind.VICTIM);
    private static final Set<RecordKind> WITH_MISSING = EnumSet.of(RecordKind.VICTIM, RecordKind.ACT);

    private final Leaving leaving;

    Gathering(Leaving leaving) {
        this.leaving = leaving;
    }

    Gathered around(FoundRecord root) {
        RecordKind kind = root.name().kind();
        Set<UUID> self = Set.of(root.name().id());
        boolean alleged = ALLEGED.contains(kind);
        Part allegations =
                alleged ? allegations(leaving.naming(self, RecordKind.INVOLVEMENT)) : part("involvements", Naming.NONE);
        Part acts = part("acts", alleged ? acts(allegations.records()) : acts(root));
        Part involvements = alleged
                ? allegations
                : allegations(leaving.naming(
                        ids(acts.records(), kind == RecordKind.ACT ? self : Set.of()), RecordKind.INVOLVEMENT));
        Part missing = part(
                "missing-persons",
                WITH_MISSING.contains(kind) ? leaving.naming(self, RecordKind.MISSING_PERSON) : Naming.NONE);
        Set<UUID> lookedFor = ids(missing.records(), kind == RecordKind.MISSING_PERSON ? self : Set.of());
        Part whereabouts = part("whereabouts", leaving.naming(lookedFor, RecordKind.WHEREABOUTS));
        Part affiliations = part("affiliations", leaving.naming(self, RecordKind.AFFILIATION));
        return gathered(root, List.of(affiliations, involvements, acts, missing, whereabouts));
    }

    private Naming acts(FoundRecord root) {
        if (WITH_ACTS.contains(root.name().kind())) {
            return leaving.naming(Set.of(root.name().id()), RecordKind.ACT);
        }
        return root.name().kind() == RecordKind.MISSING_PERSON ? acts(List.of(root)) : Naming.NONE;
    }

    /** The acts that these name. */
    private Naming acts(Collection<FoundRecord> records) {
        Set<RecordName> acts = names(records.stream())
                .map(Named::record)
                .filter(name -> name.kind() == RecordKind.ACT)
                .collect(Collectors.toCollection(LinkedHashSet::new));
        return new Naming(leaving.found(acts), false);
    }

    private Part allegations(Naming naming) {
        Map<UUID, List<RecordVersion<Source>>> sources =
                leaving.sources(ids(naming.records().values(), Set.of()));
        Map<RecordName, FoundRecord> supported = new LinkedHashMap<>(naming.records());
        supported.keySet().removeIf(name -> sources.getOrDefault(name.id(), List.of()).stream()
                .noneMatch(source -> source.content().support().equals(Citation.SUPPORTS)));
        return part("involvements", new Naming(supported, naming.more()));
    }

    private static Part part(String name, Naming naming) {
        Collection<FoundRecord> all = naming.records().values();
        return new Part(name, all.stream().limit(MOST).toList(), naming.more() || all.size() > MOST);
    }

    private Gathered gathered(FoundRecord root, List<Part> parts) {
        Map<RecordName, FoundRecord> told = new LinkedHashMap<>();
        told.put(root.name(), root);
        parts.forEach(part -> part.records().forEach(found -> told.put(found.name(), found)));
        Linking linking = root.name().kind() == RecordKind.INCIDENT
                ? leaving.links(root.name().id(), MOST)
                : Linking.NONE;
        Set<UUID> links = linking.links().stream()
                .map(linked -> linked.link().id())
                .collect(Collectors.toCollection(LinkedHashSet::new));
        Map<UUID, List<RecordVersion<Source>>> sources = leaving.sources(ids(told.values(), links));
        Set<RecordName> others = others(root, told);
        Map<RecordName, SeenRecord> named = new LinkedHashMap<>();
        List<RecordName> first = others.stream().limit(MOST_NAMED).toList();
        for (int from = 0; from < first.size(); from += AT_ONCE) {
            named.putAll(leaving.named(first.subList(from, Math.min(from + AT_ONCE, first.size()))));
        }
        linking.links().forEach(linked -> named.put(linked.other().name(), linked.other()));
        List<UUID> cited = items(told.values(), sources.values());
        Map<UUID, EvidenceItem> items = leaving.items(cited);
        List<Part> sorted =
                parts.stream().map(part -> sorted(part, told, named)).toList();
        return new Gathered(
                root,
                linking.links(),
                linking.more(),
                sorted,
                named,
                others.size() > MOST_NAMED,
                sources,
                items,
                leaving.gone(cited));
    }

    /** What those told of name beside each other; of a State its units too. */
    private Set<RecordName> others(FoundRecord root, Map<RecordName, FoundRecord> told) {
        Set<RecordName> others =
                names(told.values().stream()).map(Named::record).collect(Collectors.toCollection(LinkedHashSet::new));
        if (root.name().kind() == RecordKind.STATE) {
            others.addAll(leaving.naming(Set.of(root.name().id()), RecordKind.UNIT)
                    .records()
                    .keySet());
        }
        others.removeAll(told.keySet());
        return others;
    }

    private static Stream<Named> names(Stream<FoundRecord> records) {
        return records.flatMap(found -> found.seen().names().stream());
    }

    /** The items cited, and whatever else is named by an id in a member of which no reference is declared. */
    private static List<UUID> items(Collection<FoundRecord> told, Collection<List<RecordVersion<Source>>> sources) {
        Stream<UUID> cited = sources.stream().flatMap(List::stream).map(source -> source.content()
                .item());
        Stream<UUID> named = told.stream()
                .flatMap(found -> Members.all(found.seen().content()).stream())
                .flatMap(member -> KnownValues.id(member.value()).stream());
        return Stream.concat(cited, named)
                .distinct()
                .limit(MOST_NAMED + Leaving.MOST_SOURCES)
                .toList();
    }

    private static Set<UUID> ids(Collection<FoundRecord> records, Set<UUID> more) {
        Set<UUID> ids = new LinkedHashSet<>(more);
        records.forEach(found -> ids.add(found.name().id()));
        return ids;
    }

    private static Part sorted(Part part, Map<RecordName, FoundRecord> told, Map<RecordName, SeenRecord> named) {
        Map<RecordName, SeenRecord> wholes = new LinkedHashMap<>(named);
        told.forEach((name, found) -> wholes.put(name, found.seen()));
        RecordSet set = new RecordSet(List.of(), wholes, false);
        Comparator<FoundRecord> byDate = Comparator.comparing(
                found -> first(Inherited.dated(found.seen(), set)).orElse(Instant.MAX));
        List<FoundRecord> records = new ArrayList<>(part.records());
        records.sort(byDate.thenComparing(found -> found.name().id().toString()));
        return new Part(part.name(), records, part.truncated());
    }

    private static Optional<Instant> first(SeenRecord dated) {
        List<UncertainDate> dates = dated.dates();
        return dates.stream().map(date -> date.earliest().orElse(Instant.MIN)).min(Comparator.naturalOrder());
    }

    /** The record that another is part of, by what it declares. */
    static Optional<RecordName> whole(SeenRecord seen) {
        return seen.names().stream()
                .filter(named -> named.by().relation().equals(References.PART_OF))
                .map(Named::record)
                .findFirst();
    }
}
