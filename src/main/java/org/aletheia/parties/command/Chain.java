package org.aletheia.parties.command;

import java.util.List;
import java.util.UUID;

/**
 * What stood above or below a unit on a day, as far as the caller may read it.
 *
 * @param unit asked about
 * @param on the day, in UTC
 * @param direction {@code up} or {@code down}
 * @param bodies each once, nearest first, with its distance from the unit; the unit at 0
 * @param links between them, nearest first: a tree where the records agree, with more where they do not
 * @param commanders of all bodies
 * @param findings cycles and overlaps
 * @param truncated whether there is more than depth or number let through
 */
public record Chain(
        UUID unit,
        String on,
        String direction,
        List<Body> bodies,
        List<ShownLink> links,
        List<ShownLink> commanders,
        List<CommandFinding> findings,
        boolean truncated) {

    /** A body of the chain. */
    public record Body(String kind, UUID id, int level) {}

    public Chain {
        bodies = List.copyOf(bodies);
        links = List.copyOf(links);
        commanders = List.copyOf(commanders);
        findings = List.copyOf(findings);
    }
}
