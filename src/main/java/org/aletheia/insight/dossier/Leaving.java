package org.aletheia.insight.dossier;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.aletheia.access.RecordKind;
import org.aletheia.access.RecordName;
import org.aletheia.evidence.EvidenceItem;
import org.aletheia.evidence.Items;
import org.aletheia.evidence.citation.Source;
import org.aletheia.evidence.citation.SourcesAround;
import org.aletheia.evidence.record.ExportBars;
import org.aletheia.evidence.record.ExportForm;
import org.aletheia.evidence.record.RecordVersion;
import org.aletheia.evidence.record.store.ReferenceIndex;
import org.aletheia.incidents.IncidentLink;
import org.aletheia.incidents.LinksAround;
import org.aletheia.insight.Disposed;
import org.aletheia.insight.FoundRecord;
import org.aletheia.insight.RecordReader;
import org.aletheia.insight.SeenRecord;
import org.aletheia.insight.dossier.Gathered.Linked;
import org.aletheia.platform.http.Finding;
import org.aletheia.platform.http.ProblemException;
import org.aletheia.platform.http.ProblemType;

/** Reads what the caller may see and what may leave the repository in a dossier; the rest is not there, and not counted. */
@ApplicationScoped
class Leaving {
    /** Most sources of one dossier: one that left some out could hide what contradicts an allegation. */
    static final int MOST_SOURCES = 5000;

    /** Records of one kind that are looked at, of which those that may not leave are left out before any are counted. */
    static final int MOST_NAMING = 1000;

    private final RecordReader reader;
    private final ReferenceIndex index;
    private final SourcesAround sources;
    private final LinksAround links;
    private final Items items;
    private final ExportBars bars;

    Leaving(
            RecordReader reader,
            ReferenceIndex index,
            SourcesAround sources,
            LinksAround links,
            Items items,
            ExportBars bars) {
        this.reader = reader;
        this.index = index;
        this.sources = sources;
        this.links = links;
        this.items = items;
        this.bars = bars;
    }

    /**
     * Records that name others.
     *
     * @param more whether there are more than were looked at
     */
    record Naming(Map<RecordName, FoundRecord> records, boolean more) {
        static final Naming NONE = new Naming(Map.of(), false);
    }

    /** The records of a kind that name one of these. */
    Naming naming(Collection<UUID> named, RecordKind kind) {
        if (named.isEmpty()) {
            return Naming.NONE;
        }
        List<RecordName> names = index.naming(named, Set.of(kind), MOST_NAMING + 1);
        boolean more = names.size() > MOST_NAMING;
        return new Naming(found(more ? names.subList(0, MOST_NAMING) : names), more);
    }

    /**
     * Standing links of incidents.
     *
     * @param more whether there are more than were looked at
     */
    record Linking(List<Linked> links, boolean more) {
        static final Linking NONE = new Linking(List.of(), false);
    }

    /** At most so many of the links between an incident and others that may be named. */
    Linking links(UUID incident, int most) {
        List<RecordVersion<IncidentLink>> found = links.touching(List.of(incident), most + 1);
        Map<RecordName, SeenRecord> others = named(
                found.stream().map(link -> other(link, incident)).distinct().toList());
        List<Linked> shown = new ArrayList<>();
        for (RecordVersion<IncidentLink> link : found) {
            SeenRecord other = others.get(other(link, incident));
            if (other != null && !isBarred(new RecordName(RecordKind.INCIDENT_LINK, link.id()))) {
                shown.add(new Linked(link, other));
            }
        }
        return new Linking(shown.stream().limit(most).toList(), found.size() > most);
    }

    private static RecordName other(RecordVersion<IncidentLink> link, UUID incident) {
        return new RecordName(RecordKind.INCIDENT, link.content().otherThan(incident));
    }

    /** Those of the records that may be told of. */
    Map<RecordName, FoundRecord> found(Collection<RecordName> names) {
        Map<RecordName, FoundRecord> found = reader.found(names);
        found.keySet().removeIf(this::isBarred);
        return found;
    }

    /** Those of the records that may be named. */
    Map<RecordName, SeenRecord> named(Collection<RecordName> names) {
        Map<RecordName, SeenRecord> found = reader.read(names);
        found.keySet().removeIf(this::isBarred);
        return found;
    }

    /** Those of the items that may be named. */
    Map<UUID, EvidenceItem> items(Collection<UUID> ids) {
        Set<UUID> barred = bars.barred(RecordKind.ITEM, ids, ExportForm.DOSSIER);
        return items.among(ids).stream()
                .filter(item -> !barred.contains(item.id()))
                .collect(Collectors.toMap(EvidenceItem::id, item -> item));
    }

    /** Those of the items that were disposed of and that could have been named. */
    Map<UUID, Disposed> gone(Collection<UUID> ids) {
        return reader
                .disposed(ids.stream()
                        .map(id -> new RecordName(RecordKind.ITEM, id))
                        .toList())
                .values()
                .stream()
                .collect(Collectors.toMap(Disposed::id, went -> went));
    }

    /**
     * The sources of records, each with an item that may be cited, by record and then by id.
     *
     * @throws ProblemException {@code invalid-request}: {@code too-many-sources}
     */
    Map<UUID, List<RecordVersion<Source>>> sources(Collection<UUID> records) {
        List<RecordVersion<Source>> all = sources.touching(records, MOST_SOURCES + 1);
        if (all.size() > MOST_SOURCES) {
            Finding finding = new Finding("", "too-many-sources", Map.of("max", MOST_SOURCES));
            throw new ProblemException(ProblemType.INVALID_REQUEST, Map.of(), List.of(finding));
        }
        List<UUID> cited =
                all.stream().map(source -> source.content().item()).distinct().toList();
        Set<UUID> citable = new HashSet<>(items(cited).keySet());
        citable.addAll(gone(cited).keySet());
        Map<UUID, List<RecordVersion<Source>>> bySubject = new LinkedHashMap<>();
        all.stream()
                .filter(source -> citable.contains(source.content().item()))
                .filter(source -> !isBarred(new RecordName(RecordKind.SOURCE, source.id())))
                .forEach(source -> bySubject
                        .computeIfAbsent(source.content().subject(), none -> new ArrayList<>())
                        .add(source));
        return bySubject;
    }

    /** Whether that record may not leave. */
    boolean isBarred(RecordName name) {
        return bars.barred(name.kind(), name.id(), ExportForm.DOSSIER);
    }
}
