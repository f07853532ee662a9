package org.aletheia.evidence.citation;

import java.util.List;
import java.util.Map;
import org.aletheia.evidence.record.Checks;
import org.aletheia.evidence.record.RecordContent;
import org.jspecify.annotations.Nullable;

/** The sources without which a record is not taken: an allegation, or a word on somebody who is missing. */
public final class SourceBodies {
    private static final int MOST = 20;

    private SourceBodies() {}

    /**
     * Checks the sources that came with a record; one of them at least supports it. Adds {@code source-required} where none
     * does.
     *
     * @param content what the record says; null where that was refused
     */
    public static List<Citation> check(
            @Nullable List<SourceBody> bodies, Checks checks, @Nullable RecordContent content) {
        boolean few = bodies == null || bodies.size() <= MOST;
        checks.findings().require(few, "/sources", "too-many", Map.of("max", MOST));
        List<Citation> said =
                checks.each("/sources", few ? bodies : null, (at, body) -> body.check(at, checks, content));
        boolean claimed = bodies != null
                && bodies.stream().anyMatch(body -> body != null && Citation.SUPPORTS.equals(body.support()));
        checks.findings().require(claimed || !few, "/sources", "source-required");
        return said;
    }
}
