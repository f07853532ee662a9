package org.aletheia.search;

import static org.aletheia.testing.Enrolment.as;
import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.aletheia.access.AccessIntent;
import org.aletheia.access.AccessPolicy;
import org.aletheia.access.Principal;
import org.aletheia.access.RecordKind;
import org.aletheia.access.Sharing;
import org.aletheia.search.PolicyWorld.Cited;
import org.aletheia.search.PolicyWorld.Made;

/** Every way to many records at once, for one member in one standing; each tells whether it agrees with the policy. */
final class PolicyViews {
    private final PolicyWorld world;
    private final AccessPolicy policy;
    private final String user;
    private final Principal caller;
    private final String who;
    private final Set<String> listed;

    PolicyViews(PolicyWorld world, AccessPolicy policy, String user, Principal caller, String who, Set<String> listed) {
        this.world = world;
        this.policy = policy;
        this.user = user;
        this.caller = caller;
        this.who = who;
        this.listed = listed;
    }

    /** Hits, their count, their facets, and texts of nothing else. */
    void found() {
        JsonPath found = Found.search(user, Map.of("q", world.word(), "limit", 200, "facets", "kind"))
                .jsonPath();
        assertThat(found.<String>getList("hits.id")).as("%s finds", who).containsExactlyInAnyOrderElementsOf(listed);
        assertThat(found.getInt("total.value")).as(who).isEqualTo(listed.size());
        List<Integer> counts = found.getList("facets.kind.count"); // absent for whom no kind is
        assertThat(counts == null ? 0 : counts.stream().mapToInt(count -> count).sum())
                .as(who)
                .isEqualTo(listed.size());
        assertThat(found.<List<Map<String, Object>>>getList("hits.highlights"))
                .as("%s is shown why", who)
                .allSatisfy(highlights -> assertThat(highlights)
                        .allSatisfy(each ->
                                assertThat(String.valueOf(each.get("text"))).containsIgnoringCase(world.word())));
    }

    /** A sheet names exactly what the caller may not list and read, and what is not there alike. */
    void sheet() {
        List<String> items = ids(world.of(RecordKind.ITEM).stream());
        items.add(UUID.randomUUID().toString());
        Set<String> readable = world.of(RecordKind.ITEM).stream()
                .filter(made -> listed.contains(made.id())
                        && permits(AccessIntent.READ, made)
                        && permits(AccessIntent.READ_CUSTODY, made))
                .map(Made::id)
                .collect(Collectors.toSet());
        Response refused = as(user).body(Map.of("items", items)).post("/api/v1/item-sheet");
        refuses(refused, items, "/items/%d", readable);
        Response made =
                as(user).body(Map.of("search", Map.of("q", world.word()))).post("/api/v1/item-sheet");
        assertThat(made.statusCode()).as(who).isEqualTo(200);
        assertThat(made.<List<String>>path("items.item"))
                .as("%s gets a sheet of", who)
                .containsExactlyInAnyOrderElementsOf(readable);
    }

    /** A timeline refuses exactly what the caller may not see, and shows the rest, with nothing cut off. */
    void timeline() {
        List<Made> records = new ArrayList<>(world.of(RecordKind.INCIDENT));
        records.addAll(world.of(RecordKind.UNIT));
        records.addAll(world.of(RecordKind.ITEM));
        List<String> ids = ids(records.stream());
        List<Map<String, String>> named = new ArrayList<>();
        records.forEach(made -> named.add(Map.of("kind", made.kind().code(), "id", made.id())));
        ids.add(UUID.randomUUID().toString());
        named.add(Map.of("kind", "incident", "id", ids.getLast()));
        refuses(as(user).body(Map.of("records", named)).post("/api/v1/timeline"), ids, "/records/%d/id", listed);
        Response line =
                as(user).body(Map.of("search", Map.of("q", world.word()))).post("/api/v1/timeline");
        assertThat(line.statusCode()).as(who).isEqualTo(200);
        Set<String> shown = new HashSet<>(line.<List<String>>path("entries.id"));
        shown.addAll(line.<List<String>>path("undated.id"));
        assertThat(among(shown, records)).as("%s has in time", who).isEqualTo(among(listed, records));
        assertThat(listed).as("%s has in time", who).containsAll(among(shown, world.made()));
        assertThat(line.<Boolean>path("truncated")).as(who).isFalse();
    }

    /** Around a record stand those of its sources' items that the caller may see, and nothing that they may not. */
    void neighbourhood(Made root) {
        Response graph = around("/api/v1/graph", root.kind(), root.id());
        if (!permits(AccessIntent.READ, root)) {
            absent(graph, around("/api/v1/graph", root.kind(), UUID.randomUUID().toString()), root);
            return;
        }
        assertThat(graph.statusCode()).as("%s and %s", who, root).isEqualTo(200);
        Set<String> shown = among(Set.copyOf(graph.<List<String>>path("nodes.id")), world.made());
        assertThat(shown).as("%s around %s", who, root).contains(root.id());
        shown.remove(root.id());
        assertThat(listed).as("%s around %s", who, root).containsAll(shown);
        assertThat(shown).as("%s around %s", who, root).containsAll(seenSources(root));
        assertThat(graph.<Boolean>path("truncated")).as(who).isFalse();
    }

    /** A dossier is for whoever may read the content of its record, and cites what they may see. */
    void dossier(Made root) {
        Response dossier = around("/api/v1/dossier", root.kind(), root.id());
        if (!permits(AccessIntent.READ_CONTENT, root)) {
            absent(
                    dossier,
                    around("/api/v1/dossier", root.kind(), UUID.randomUUID().toString()),
                    root);
            return;
        }
        assertThat(dossier.statusCode()).as("%s and %s", who, root).isEqualTo(200);
        Set<String> cited = Set.copyOf(dossier.<List<String>>path("citations.item"));
        assertThat(listed).as("%s reads of %s", who, root).containsAll(among(cited, world.made()));
        assertThat(cited).as("%s reads of %s", who, root).containsAll(seenSources(root));
    }

    /** All items have the same bytes: each is like every other that the caller may see. */
    void possibleSame(Made item) {
        String path = "/api/v1/items/%s/possible-same";
        Response alike = as(user).get(path.formatted(item.id()));
        if (!permits(AccessIntent.READ, item)) {
            absent(alike, as(user).get(path.formatted(UUID.randomUUID())), item);
            return;
        }
        assertThat(alike.statusCode()).as("%s and %s", who, item).isEqualTo(200);
        Set<String> others = among(listed, world.of(RecordKind.ITEM));
        others.remove(item.id());
        assertThat(alike.<List<String>>path("suggestions.record.id"))
                .as("%s is suggested for %s", who, item)
                .containsExactlyInAnyOrderElementsOf(others);
    }

    /** Of the owner's members: with others the source is shared as its record is, which is its owner's to say. */
    private Set<String> seenSources(Made root) {
        return world.citedFor(root)
                .filter(cited -> root.owner().equals(caller.organisation()))
                .filter(cited -> listed.contains(cited.item().id()))
                .filter(cited -> policy.decide(caller, AccessIntent.LIST, cited.source(), Sharing.NONE)
                        .permitted())
                .map(Cited::item)
                .map(Made::id)
                .collect(Collectors.toSet());
    }

    private void refuses(Response answer, List<String> asked, String pointer, Set<String> had) {
        assertThat(answer.statusCode()).as(who).isEqualTo(400);
        assertThat(answer.<List<String>>path("findings.pointer"))
                .as("%s is refused", who)
                .containsExactlyElementsOf(IntStream.range(0, asked.size())
                        .filter(i -> !had.contains(asked.get(i)))
                        .mapToObj(pointer::formatted)
                        .toList());
        assertThat(answer.<List<String>>path("findings.code")).as(who).containsOnly("reference-unknown");
    }

    private void absent(Response answer, Response none, Made made) {
        assertThat(OnePolicyTest.seen(answer)).as("%s and %s", who, made).isEqualTo(OnePolicyTest.seen(none));
    }

    private Response around(String path, RecordKind kind, String id) {
        return as(user).queryParams("kind", kind.code(), "id", id).get(path);
    }

    private boolean permits(AccessIntent intent, Made made) {
        return policy.decide(caller, intent, made.guarded(), made.sharing(caller.organisation()))
                .permitted();
    }

    private static List<String> ids(Stream<Made> records) {
        return records.map(Made::id).collect(Collectors.toCollection(ArrayList::new));
    }

    private static Set<String> among(Set<String> ids, List<Made> records) {
        return records.stream().map(Made::id).filter(ids::contains).collect(Collectors.toSet());
    }
}
