package org.aletheia.parties.command;

import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.aletheia.parties.Day;

/**
 * Where links of command are found: those that can have held on a day, whose record and both ends the caller may list, by
 * id, and at most so many.
 */
public interface CommandLinks {
    /** Persons in command of these bodies. */
    List<CommandLink> commanders(Collection<UUID> bodies, Day on, int most);

    /** What these bodies are part of, and what controls them. */
    List<CommandLink> above(Collection<UUID> bodies, Day on, int most);

    /** What is part of these bodies, and what they control. */
    List<CommandLink> below(Collection<UUID> bodies, Day on, int most);
}
