package org.aletheia.evidence;

import java.util.UUID;
import org.aletheia.evidence.metadata.ItemMetadata;
import org.aletheia.evidence.record.Protection;
import org.jspecify.annotations.Nullable;

/**
 * What one revision of an item commits to.
 *
 * @param registrationNumber given once, when registered
 * @param decision how it came into its state; null while nobody has decided anything
 * @param file as received, the same in every revision
 */
public record ItemVersion(
        UUID submission,
        Protection protection,
        ItemState state,
        @Nullable String registrationNumber,
        @Nullable ItemDecision decision,
        ItemMetadata metadata,
        ReceivedFile file) {

    /** Whether searches may show less of this than of the version before. */
    boolean restricts(ItemVersion before) {
        return protection.narrowerThan(before.protection)
                || (metadata.mayIdentifyProtectedPerson() && !before.metadata.mayIdentifyProtectedPerson());
    }

    /** The same with another statement about it. */
    ItemVersion describedAs(ItemDraft draft) {
        return new ItemVersion(
                submission, draft.protection(), state, registrationNumber, decision, draft.metadata(), file);
    }

    /** The same with other names of the file. */
    ItemVersion named(ItemMetadata said, ReceivedFile called) {
        return new ItemVersion(submission, protection, state, registrationNumber, decision, said, called);
    }

    /** The same in another state. */
    ItemVersion decided(ItemDecision next, @Nullable String number) {
        return new ItemVersion(submission, protection, next.state(), number, next, metadata, file);
    }
}
