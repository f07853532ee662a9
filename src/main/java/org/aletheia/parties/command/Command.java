package org.aletheia.parties.command;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.aletheia.access.AccessIntent;
import org.aletheia.access.RecordKind;
import org.aletheia.custody.Subject;
import org.aletheia.evidence.UseRecord;
import org.aletheia.evidence.citation.Cited;
import org.aletheia.evidence.citation.Evidence;
import org.aletheia.evidence.citation.store.EvidenceStore;
import org.aletheia.evidence.record.RecordDirectory;
import org.aletheia.parties.Day;
import org.aletheia.parties.PartyRef;

/**
 * Who commanded whom on a day. Every answer is bounded, the same for the same records and caller, and holds only links
 * that the caller may list and whose two ends they may list; the journal is told of each record shown, durably, before
 * anything is returned.
 */
@ApplicationScoped
public class Command {
    /** Levels where nobody asks for another number. */
    public static final int DEFAULT_DEPTH = 8;

    /** Levels at most. */
    public static final int MAX_DEPTH = 20;

    private static final int MOST = 200;
    private static final int SOURCES = 5;

    private final CommandLinks links;
    private final EvidenceStore evidence;
    private final RecordDirectory directory;
    private final UseRecord use;

    Command(CommandLinks links, EvidenceStore evidence, RecordDirectory directory, UseRecord use) {
        this.links = links;
        this.evidence = evidence;
        this.directory = directory;
        this.use = use;
    }

    /**
     * Who commanded a unit on a day.
     *
     * @throws org.aletheia.platform.http.ProblemException {@code not-found}
     */
    public Commanders commanders(UUID unit, Day on) {
        directory.require(AccessIntent.READ, RecordKind.UNIT, unit);
        List<CommandLink> found = links.commanders(List.of(unit), on, MOST + 1);
        List<CommandLink> told = first(found);
        List<ShownLink> shown = shown(unit, told);
        return new Commanders(
                unit, on.date(), shown, Overlaps.in("several-commanders", told), told.size() < found.size());
    }

    /**
     * What stood above or below a unit on a day, with the commanders of all that did.
     *
     * @param depth from 1 to {@link #MAX_DEPTH}
     * @throws org.aletheia.platform.http.ProblemException {@code not-found}
     */
    public Chain chain(UUID unit, Day on, Direction direction, int depth) {
        directory.require(AccessIntent.READ, RecordKind.UNIT, unit);
        Walk walk = Walk.from(
                new PartyRef(RecordKind.UNIT, unit),
                direction,
                depth,
                MOST,
                (bodies, most) ->
                        direction == Direction.UP ? links.above(bodies, on, most) : links.below(bodies, on, most));
        List<UUID> bodies = walk.levels().keySet().stream().map(PartyRef::id).toList();
        List<CommandLink> commanders = links.commanders(bodies, on, MOST + 1);
        // On the way up they were followed, if all were.
        List<CommandLink> superiors =
                direction == Direction.UP && !walk.truncated() ? walk.links() : links.above(bodies, on, MOST + 1);
        List<CommandFinding> findings = findings(walk, first(superiors), first(commanders));
        boolean truncated = walk.truncated() || commanders.size() > MOST || superiors.size() > MOST;
        List<ShownLink> shown = shown(
                unit,
                Stream.concat(walk.links().stream(), first(commanders).stream()).toList());
        int split = walk.links().size();
        return new Chain(
                unit,
                on.date(),
                direction.code(),
                bodies(walk),
                shown.subList(0, split),
                shown.subList(split, shown.size()),
                findings,
                truncated);
    }

    private static List<CommandFinding> findings(Walk walk, List<CommandLink> superiors, List<CommandLink> commanders) {
        Set<CommandLink> all = new LinkedHashSet<>(walk.links());
        all.addAll(superiors);
        List<CommandFinding> findings = new ArrayList<>(Cycles.in(all));
        findings.addAll(Overlaps.in("several-superiors", superiors));
        findings.addAll(Overlaps.in("several-commanders", commanders));
        return findings;
    }

    private static List<Chain.Body> bodies(Walk walk) {
        return walk.levels().entrySet().stream()
                .map(body -> new Chain.Body(
                        body.getKey().kind().code(), body.getKey().id(), body.getValue()))
                .toList();
    }

    private List<ShownLink> shown(UUID unit, List<CommandLink> told) {
        Map<UUID, Evidence> support = evidence.of(
                RecordKind.AFFILIATION, told.stream().map(CommandLink::id).toList(), SOURCES);
        tell(unit, told, support);
        return told.stream()
                .map(link -> ShownLink.of(link, support.getOrDefault(link.id(), Evidence.NONE)))
                .toList();
    }

    private void tell(UUID unit, List<CommandLink> told, Map<UUID, Evidence> support) {
        Stream<Subject> links = told.stream().map(link -> subject(RecordKind.AFFILIATION, link.id()));
        Stream<Subject> sources = told.stream()
                .flatMap(link -> support.getOrDefault(link.id(), Evidence.NONE).sources().stream())
                .map(Cited::source)
                .map(source -> subject(RecordKind.SOURCE, source));
        use.listed(Stream.of(Stream.of(subject(RecordKind.UNIT, unit)), links, sources)
                .flatMap(each -> each)
                .distinct()
                .toList());
    }

    private static List<CommandLink> first(List<CommandLink> found) {
        return found.subList(0, Math.min(MOST, found.size()));
    }

    private static Subject subject(RecordKind kind, UUID id) {
        return new Subject(kind.code(), id);
    }
}
