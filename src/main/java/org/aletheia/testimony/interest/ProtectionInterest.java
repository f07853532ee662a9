package org.aletheia.testimony.interest;

import java.util.List;
import java.util.UUID;
import org.aletheia.evidence.citation.Anchor;
import org.aletheia.evidence.record.RecordContent;
import org.aletheia.platform.persistence.Projection;
import org.aletheia.testimony.Agent;
import org.jspecify.annotations.Nullable;

/**
 * That somebody appears in an item who did not give it, and is to be kept from harm by it. They agreed to nothing and can
 * take nothing back: what answers their interest is a redaction, or that the item is closed.
 *
 * @param item in which; never changes
 * @param of who, under a pseudonym; null where nobody knows
 * @param reasons codes of {@code protection-interest}
 * @param anchor where in the item
 * @param answer code of {@code protection-answer}
 * @param redacted the item that is used in its place
 */
public record ProtectionInterest(
        UUID item,
        @Nullable Agent of,
        List<String> reasons,
        @Nullable Anchor anchor,
        String answer,
        @Nullable UUID redacted)
        implements RecordContent {
    public ProtectionInterest {
        reasons = List.copyOf(reasons);
    }

    /** Nothing: no search finds it. */
    @Override
    public void describe(Projection.Builder search) {}

    /** It tells who is at risk. */
    @Override
    public boolean staysInside() {
        return true;
    }
}
