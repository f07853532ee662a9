package org.aletheia.joins.matching;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** The keys of all records, as followers see them. */
public interface KeptKeys {
    /**
     * A record with its keys and how it is held.
     *
     * @param classification wire form
     */
    record Keyed(UUID id, UUID ownerOrg, String classification, Set<String> compartments, List<MatchKey> keys) {
        public Keyed {
            compartments = Set.copyOf(compartments);
            keys = List.copyOf(keys);
        }
    }

    /**
     * How an item is held and what it is compared by.
     *
     * @param digests in hexadecimal: those of its bytes and those that were stated
     * @param identifiers that it carries, as {@link org.aletheia.evidence.metadata.EmbeddedIdentifier#plain} writes them
     */
    record Compared(
            UUID id,
            UUID ownerOrg,
            String classification,
            Set<String> compartments,
            Set<String> digests,
            Set<String> identifiers) {
        public Compared {
            compartments = Set.copyOf(compartments);
            digests = Set.copyOf(digests);
            identifiers = Set.copyOf(identifiers);
        }
    }

    /** Those of the items that there are. */
    List<Compared> items(Collection<UUID> ids);

    /**
     * Puts keys in the place of those before; idempotent. Between the two statements a record has none for a moment, and after
     * a crash there until the batch comes again.
     *
     * @param all the records, also those that are there no more
     */
    void replace(String kind, Collection<UUID> all, List<Keyed> records);
}
