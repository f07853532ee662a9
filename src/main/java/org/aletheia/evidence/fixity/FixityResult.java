package org.aletheia.evidence.fixity;

import java.util.List;
import org.aletheia.kernel.Digest;
import org.jspecify.annotations.Nullable;

/**
 * What one check found.
 *
 * @param finding code of what is wrong, as {@code fsck} calls it, or {@code content-unreadable}; null where nothing is
 * @param digests of the content as it was read; empty where it could not be read to its end
 */
public record FixityResult(FixityOutcome outcome, @Nullable String finding, List<Digest> digests) {
    static FixityResult intact(List<Digest> digests) {
        return new FixityResult(FixityOutcome.SUCCESS, null, digests);
    }

    static FixityResult damaged(String finding, List<Digest> digests) {
        return new FixityResult(FixityOutcome.FAIL, finding, digests);
    }

    static FixityResult unreadable(String finding) {
        return new FixityResult(FixityOutcome.WARNING, finding, List.of());
    }
}
