package org.aletheia.evidence.opinion;

import java.util.List;
import java.util.UUID;
import org.aletheia.evidence.record.RecordContent;
import org.aletheia.platform.persistence.Projection;
import org.jspecify.annotations.Nullable;

/**
 * What one person holds of the authenticity of an item. It is never changed: who sees it otherwise gives another opinion, which
 * may contest this one.
 *
 * @param item on which
 * @param methods codes of {@code authenticity-method}
 * @param conclusion code of {@code authenticity-conclusion}
 * @param reasons in words; names no protected person
 * @param contests an opinion on the same item that this one contests
 * @param givenBy the member
 */
public record Opinion(
        UUID item,
        List<String> methods,
        String conclusion,
        String reasons,
        @Nullable UUID contests,
        UUID givenBy) implements RecordContent {
    public Opinion {
        methods = List.copyOf(methods);
    }

    /** Nothing: an opinion is found through its item. */
    @Override
    public void describe(Projection.Builder search) {}
}
