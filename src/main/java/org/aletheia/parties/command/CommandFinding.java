package org.aletheia.parties.command;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something that the records of a hierarchy cannot all be right about, or that needs an explanation. It is told, never
 * resolved.
 *
 * @param code {@code cycle}, {@code several-superiors} or {@code several-commanders}
 * @param body the one with several superiors or commanders; null of a cycle
 * @param basis code of {@code command-basis} on which there are several; null where the links say none
 * @param certainty {@code certain} where links that held for certain are enough for it
 * @param parties the bodies of the cycle, the superiors, or the commanders
 * @param affiliations the links that say so
 */
public record CommandFinding(
        String code,
        @Nullable UUID body,
        @Nullable String basis,
        String certainty,
        List<UUID> parties,
        List<UUID> affiliations) {
    public CommandFinding {
        parties = List.copyOf(parties);
        affiliations = List.copyOf(affiliations);
    }
}
