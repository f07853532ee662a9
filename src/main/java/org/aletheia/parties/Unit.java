package org.aletheia.parties;

import java.util.List;
import java.util.UUID;
import org.aletheia.evidence.record.LocalText;
import org.aletheia.evidence.record.RecordContent;
import org.aletheia.kernel.UncertainDate;
import org.aletheia.platform.persistence.Projection;
import org.jspecify.annotations.Nullable;

/**
 * A military, police or similar unit.
 *
 * @param names in several scripts, at least one
 * @param aliases other names and designations
 * @param state record of the State whose unit it is
 * @param parents the units above it, each for a time
 */
public record Unit(
        List<LocalText> names,
        List<LocalText> aliases,
        @Nullable UUID state,
        List<Parent> parents) implements RecordContent {

    /**
     * The unit above, for a time.
     *
     * @param during null where the time is not known
     */
    public record Parent(UUID unit, @Nullable UncertainDate during) {}

    public Unit {
        names = List.copyOf(names);
        aliases = List.copyOf(aliases);
        parents = List.copyOf(parents);
    }

    @Override
    public void describe(Projection.Builder search) {
        search.names(LocalText.texts(names, aliases));
    }
}
