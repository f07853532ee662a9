package org.aletheia.insight.graph;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.aletheia.access.AccessGuard;
import org.aletheia.access.AccessIntent;
import org.aletheia.access.RecordKind;
import org.aletheia.access.RecordName;
import org.aletheia.evidence.citation.SourcesAround;
import org.aletheia.evidence.record.RecordDirectory;
import org.aletheia.evidence.record.References.Named;
import org.aletheia.evidence.record.store.ReferenceIndex;
import org.aletheia.incidents.LinksAround;
import org.aletheia.insight.RecordReader;
import org.aletheia.insight.SeenRecord;
import org.aletheia.platform.http.Finding;
import org.aletheia.platform.http.ProblemException;
import org.aletheia.platform.http.ProblemType;

/**
 * Finds what is around a record. Each step costs one query for the records that name these, one for the sources, one for the
 * links of incidents, and one a kind for what was found, however many records there are. What the caller may not list is no
 * node, no end of an edge and not counted.
 */
@ApplicationScoped
public class Neighbourhoods {
    private static final int AT_ONCE = 1000;

    private final AccessGuard guard;
    private final RecordDirectory directory;
    private final RecordReader reader;
    private final ReferenceIndex index;
    private final SourcesAround sources;
    private final LinksAround links;

    Neighbourhoods(
            AccessGuard guard,
            RecordDirectory directory,
            RecordReader reader,
            ReferenceIndex index,
            SourcesAround sources,
            LinksAround links) {
        this.guard = guard;
        this.directory = directory;
        this.reader = reader;
        this.index = index;
        this.sources = sources;
        this.links = links;
    }

    /**
     * The records at most {@code depth} steps away. The journal is told of all of them before this returns.
     *
     * @param depth 1 or 2
     * @param limit most nodes; edges are at most {@link Neighbourhood#EDGES_PER_NODE} times as many
     * @throws ProblemException {@code not-found}; {@code invalid-request} with {@code not-exported} where it stays inside
     */
    public Graph around(RecordName root, int depth, int limit) {
        directory.require(AccessIntent.READ, root.kind(), root.id());
        Neighbourhood found = new Neighbourhood(limit);
        Map<RecordName, SeenRecord> added = found.add(reader.read(List.of(root)));
        if (added.isEmpty() && reader.barred(root)) {
            Finding finding = new Finding("?id", "not-exported");
            throw new ProblemException(ProblemType.INVALID_REQUEST, Map.of(), List.of(finding));
        }
        if (added.isEmpty()) {
            throw guard.absent(root.kind(), root.id());
        }
        for (int step = 0; step < depth && !added.isEmpty(); step++) {
            added = grown(beside(added, found), found);
        }
        found.add(sources.touching(ids(added.keySet()), found.mostSources() + 1));
        found.join(links.touching(incidents(added.keySet()), found.mostSources() + 1));
        found.add(sources.touching(found.linksShown(), found.mostSources() + 1));
        Graph graph = found.graph();
        reader.shown(shown(found, graph));
        return graph;
    }

    private static List<RecordName> shown(Neighbourhood found, Graph graph) {
        List<RecordName> shown = new ArrayList<>(found.names());
        found.linksShown().forEach(id -> shown.add(new RecordName(RecordKind.INCIDENT_LINK, id)));
        found.sourcesShown(graph).forEach(id -> shown.add(new RecordName(RecordKind.SOURCE, id)));
        return shown;
    }

    /** Reads until there is no more room and one more that the caller may see. */
    private Map<RecordName, SeenRecord> grown(Set<RecordName> names, Neighbourhood found) {
        List<RecordName> all = List.copyOf(names);
        Map<RecordName, SeenRecord> added = new LinkedHashMap<>();
        for (int from = 0; from < all.size() && !found.full(); from += AT_ONCE) {
            added.putAll(found.add(reader.read(all.subList(from, Math.min(from + AT_ONCE, all.size())))));
        }
        return added;
    }

    private Set<RecordName> beside(Map<RecordName, SeenRecord> last, Neighbourhood found) {
        Set<RecordName> names = new LinkedHashSet<>();
        last.values().stream()
                .flatMap(seen -> seen.names().stream())
                .map(Named::record)
                .forEach(names::add);
        List<RecordName> naming = index.naming(ids(last.keySet()), reader.referringKinds(), found.most() + 1);
        found.cutWhere(naming.size() > found.most());
        names.addAll(naming);
        names.addAll(found.add(sources.touching(ids(last.keySet()), found.mostSources() + 1)));
        names.addAll(found.join(links.touching(incidents(last.keySet()), found.mostSources() + 1)));
        return found.notYet(names);
    }

    private static List<UUID> incidents(Collection<RecordName> names) {
        return names.stream()
                .filter(name -> name.kind() == RecordKind.INCIDENT)
                .map(RecordName::id)
                .toList();
    }

    private static List<UUID> ids(Collection<RecordName> names) {
        return names.stream().map(RecordName::id).toList();
    }
}
