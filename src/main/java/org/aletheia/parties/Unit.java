package org.aletheia.parties;

import java.util.List;
import java.util.UUID;
import org.aletheia.evidence.record.RecordContent;
import org.aletheia.platform.persistence.Projection;
import org.jspecify.annotations.Nullable;

/**
 * A military, police or similar unit. What it is part of and who commands it, each for a time, are affiliations.
 *
 * @param names of every kind in several scripts, at least one
 * @param identifiers in registers of others
 * @param state record of the State whose unit it is
 */
public record Unit(
        List<PartyName> names,
        List<Identifier> identifiers,
        @Nullable UUID state) implements RecordContent {
    public Unit {
        names = List.copyOf(names);
        identifiers = List.copyOf(identifiers);
    }

    @Override
    public void describe(Projection.Builder search) {
        search.names(PartyName.texts(names)).identifiers(Identifier.values(identifiers));
    }
}
