package org.aletheia.platform.http;

import java.util.Arrays;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Strong entity tags (RFC 9110 §8.8.3) of records: {@code "r<revision>"}. */
public final class ETags {
    private ETags() {}

    /** The tag, with its quotes. */
    public static String of(int revision) {
        return "\"r" + revision + "\"";
    }

    /**
     * Requires that an update names the revision it was based on. {@code *} names none and counts as absent.
     *
     * @throws ProblemException {@code precondition-required} (428) without a tag, {@code precondition-failed} (412) when
     *     none of those named is the current one
     */
    public static void requireMatch(@Nullable String ifMatch, int current) {
        if (ifMatch == null || ifMatch.isBlank() || ifMatch.strip().equals("*")) {
            throw new ProblemException(ProblemType.PRECONDITION_REQUIRED);
        }
        if (Arrays.stream(ifMatch.split(",", -1)).map(String::strip).noneMatch(of(current)::equals)) {
            throw new ProblemException(ProblemType.PRECONDITION_FAILED, Map.of("current", of(current)));
        }
    }
}
