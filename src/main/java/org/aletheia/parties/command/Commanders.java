package org.aletheia.parties.command;

import java.util.List;
import java.util.UUID;

/**
 * Who commanded a unit on a day, as far as the caller may read it.
 *
 * @param unit asked about
 * @param on the day, in UTC
 * @param commanders each link of command that can have held, by id
 * @param findings for example several commanders at once on one basis
 * @param truncated whether there are more than one answer holds
 */
public record Commanders(
        UUID unit, String on, List<ShownLink> commanders, List<CommandFinding> findings, boolean truncated) {
    public Commanders {
        commanders = List.copyOf(commanders);
        findings = List.copyOf(findings);
    }
}
