package org.aletheia.evidence.bulk;

import io.quarkus.arc.All;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.aletheia.platform.http.Finding;
import org.aletheia.platform.http.ProblemException;
import org.aletheia.platform.http.ProblemType;

/** Loads records of whatever kind, some hundred at a time. */
@Singleton
public class BulkLoad {
    private final List<BulkKind<?>> kinds;
    private final BulkDesk desk;

    BulkLoad(@All List<BulkKind<?>> kinds, BulkDesk desk) {
        this.kinds = kinds;
        this.desk = desk;
    }

    /**
     * Reads lines and makes a record of each.
     *
     * <p>Durable effects: with {@link BulkMode#ALL} one transaction; with {@link BulkMode#LINE} one for some hundred lines
     * after the other, each with the records, their revisions, events and external ids. A crash or a broken connection leaves
     * those that were committed; the same request sent again finds them by their external ids, and goes on.
     *
     * @param in UTF-8, one JSON object a line, at most 10,000
     * @param dryRun whether nothing is to be written
     * @return what became of each line; nothing was written where a line was refused with {@link BulkMode#ALL}
     * @throws ProblemException {@code conflict} where another request loads the same external ids meanwhile: to be sent again
     */
    public BulkReport load(InputStream in, BulkMode mode, boolean dryRun) {
        BulkLines lines = new BulkLines(in);
        BulkSession session = new BulkSession(kinds, desk);
        if (mode == BulkMode.LINE) {
            return new BulkReport(!dryRun, eachChunk(lines, session, dryRun, true));
        }
        try {
            return QuarkusTransaction.requiringNew().call(() -> all(lines, session, dryRun));
        } catch (RolledBack e) {
            return e.report;
        }
    }

    private BulkReport all(BulkLines lines, BulkSession session, boolean dryRun) {
        BulkReport report = new BulkReport(!dryRun, eachChunk(lines, session, dryRun, false));
        if (report.refused()) {
            throw new RolledBack(report.undone());
        }
        return report;
    }

    /** Carries a report out of the transaction that it undoes. */
    private static final class RolledBack extends RuntimeException {
        private static final long serialVersionUID = 1;
        private final transient BulkReport report;

        RolledBack(BulkReport report) {
            super("a line was refused", null, false, false);
            this.report = report;
        }
    }

    private List<BulkResult> eachChunk(BulkLines lines, BulkSession session, boolean dryRun, boolean apart) {
        List<BulkResult> results = new ArrayList<>();
        List<BulkLines.Raw> chunk = next(lines);
        while (!chunk.isEmpty()) {
            List<BulkLines.Raw> now = chunk;
            results.addAll(
                    apart
                            ? QuarkusTransaction.requiringNew().call(() -> session.load(now, dryRun))
                            : session.load(now, dryRun));
            chunk = next(lines);
        }
        if (results.isEmpty()) {
            throw new ProblemException(
                    ProblemType.INVALID_REQUEST, Map.of(), List.of(new Finding("", "body-required")));
        }
        return results;
    }

    private static List<BulkLines.Raw> next(BulkLines lines) {
        try {
            return lines.next();
        } catch (IOException e) {
            throw new UncheckedIOException("the request broke off", e);
        }
    }
}
