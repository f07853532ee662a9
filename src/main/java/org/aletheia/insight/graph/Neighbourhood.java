package org.aletheia.insight.graph;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.aletheia.access.RecordKind;
import org.aletheia.access.RecordName;
import org.aletheia.evidence.citation.Source;
import org.aletheia.evidence.record.RecordVersion;
import org.aletheia.evidence.record.References.Named;
import org.aletheia.incidents.IncidentLink;
import org.aletheia.insight.SeenRecord;
import org.aletheia.insight.graph.Graph.Edge;
import org.aletheia.insight.graph.Graph.End;
import org.aletheia.insight.graph.Graph.Node;
import org.aletheia.insight.graph.Graph.Support;
import org.jspecify.annotations.Nullable;

/** What was found so far, within its bounds. Holds only what the caller may list. Not thread-safe. */
final class Neighbourhood {
    /** Most edges for each node that is allowed. */
    static final int EDGES_PER_NODE = 5;

    private final int most;
    private final Map<RecordName, SeenRecord> nodes = new LinkedHashMap<>();
    private final Map<UUID, RecordVersion<Source>> sources = new LinkedHashMap<>();
    private final Map<UUID, RecordVersion<IncidentLink>> links = new LinkedHashMap<>();
    private boolean cut;
    private boolean full;

    Neighbourhood(int most) {
        this.most = most;
    }

    int most() {
        return most;
    }

    int mostSources() {
        return most * EDGES_PER_NODE;
    }

    /** Notes that something was left out, if so. */
    void cutWhere(boolean left) {
        cut |= left;
    }

    /** Whether a record that the caller may see was left out. */
    boolean full() {
        return full;
    }

    /** Those that are no nodes yet. */
    Set<RecordName> notYet(Set<RecordName> names) {
        Set<RecordName> others = new LinkedHashSet<>(names);
        others.removeAll(nodes.keySet());
        return others;
    }

    /** Makes nodes of them, as far as there is room. @return those that there was room for */
    Map<RecordName, SeenRecord> add(Map<RecordName, SeenRecord> found) {
        Map<RecordName, SeenRecord> added = new LinkedHashMap<>();
        found.forEach((name, seen) -> {
            if (nodes.size() < most) {
                nodes.put(name, seen);
                added.put(name, seen);
            } else {
                cut = true;
                full = true;
            }
        });
        return added;
    }

    /** Keeps sources, as far as there is room. @return both ends of each */
    Set<RecordName> add(List<RecordVersion<Source>> found) {
        cutWhere(found.size() > mostSources());
        Set<RecordName> ends = new LinkedHashSet<>();
        found.stream().limit(mostSources()).forEach(source -> {
            sources.put(source.id(), source);
            ends.add(subject(source.content()));
            ends.add(item(source.content()));
        });
        return ends;
    }

    /** Keeps links of incidents, as far as there is room. @return both ends of each */
    Set<RecordName> join(List<RecordVersion<IncidentLink>> found) {
        cutWhere(found.size() > mostSources());
        Set<RecordName> ends = new LinkedHashSet<>();
        found.stream().limit(mostSources()).forEach(link -> {
            links.put(link.id(), link);
            ends.add(incident(link.content().from()));
            ends.add(incident(link.content().to()));
        });
        return ends;
    }

    /** Ids of the links whose ends are nodes. */
    List<UUID> linksShown() {
        return joined().map(RecordVersion::id).toList();
    }

    Set<RecordName> names() {
        return nodes.keySet();
    }

    /** Ids of the sources that stand on an edge. */
    Set<UUID> sourcesShown(Graph graph) {
        Set<UUID> shown = new LinkedHashSet<>();
        graph.edges().forEach(edge -> edge.sources().forEach(support -> shown.add(support.source())));
        return shown;
    }

    Graph graph() {
        List<Edge> edges = new ArrayList<>();
        Map<RecordName, List<RecordVersion<Source>>> bySubject =
                sources.values().stream().collect(Collectors.groupingBy(source -> subject(source.content())));
        nodes.values().forEach(seen -> seen.names().stream()
                .filter(named -> nodes.containsKey(named.record()))
                .forEach(named ->
                        edges.add(naming(seen.name(), named, bySubject.getOrDefault(seen.name(), List.of())))));
        sources.values().stream()
                .filter(source -> nodes.containsKey(subject(source.content())))
                .filter(source -> nodes.containsKey(item(source.content())))
                .forEach(source -> edges.add(bearing(source)));
        joined().forEach(link -> edges.add(joining(link, bySubject.getOrDefault(named(link), List.of()))));
        cutWhere(edges.size() > mostSources());
        return new Graph(
                nodes.values().stream().map(Neighbourhood::node).toList(),
                edges.stream().limit(mostSources()).toList(),
                cut);
    }

    private static Edge naming(RecordName from, Named named, List<RecordVersion<Source>> said) {
        List<Support> told = said.stream()
                .filter(source -> concerns(source.content().about(), named.pointer()))
                .map(Neighbourhood::support)
                .toList();
        return new Edge(
                end(from),
                end(named.record()),
                named.by().relation(),
                named.pointer(),
                null,
                named.by().alleged() ? Boolean.TRUE : null,
                told);
    }

    private static Edge bearing(RecordVersion<Source> source) {
        Source said = source.content();
        return new Edge(
                end(item(said)), end(subject(said)), said.support(), null, null, null, List.of(support(source)));
    }

    private Stream<RecordVersion<IncidentLink>> joined() {
        return links.values().stream()
                .filter(link -> nodes.containsKey(incident(link.content().from())))
                .filter(link -> nodes.containsKey(incident(link.content().to())));
    }

    private static Edge joining(RecordVersion<IncidentLink> link, List<RecordVersion<Source>> said) {
        return new Edge(
                end(incident(link.content().from())),
                end(incident(link.content().to())),
                link.content().relation(),
                null,
                end(named(link)),
                null,
                said.stream().map(Neighbourhood::support).toList());
    }

    private static RecordName named(RecordVersion<IncidentLink> link) {
        return new RecordName(RecordKind.INCIDENT_LINK, link.id());
    }

    private static RecordName incident(UUID id) {
        return new RecordName(RecordKind.INCIDENT, id);
    }

    /** Whether what is said about a member, or the whole, is said of what stands at the pointer. */
    static boolean concerns(@Nullable String about, String pointer) {
        return about == null
                || pointer.equals(about)
                || pointer.startsWith(about + "/")
                || about.startsWith(pointer + "/");
    }

    private static Node node(SeenRecord seen) {
        return new Node(seen.name().kind().code(), seen.name().id(), seen.label(), seen.code(), seen.disposed());
    }

    private static Support support(RecordVersion<Source> source) {
        Source said = source.content();
        return new Support(source.id(), said.item(), said.about(), said.support());
    }

    private static End end(RecordName name) {
        return new End(name.kind().code(), name.id());
    }

    private static RecordName subject(Source source) {
        return new RecordName(source.subjectKind(), source.subject());
    }

    private static RecordName item(Source source) {
        return new RecordName(RecordKind.ITEM, source.item());
    }
}
