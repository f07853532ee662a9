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
    /** Bytes of a request that is read whole, since all of it is written or nothing. */
    private static final int MOST_AT_ONCE = 16 << 20;

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
     * @throws ProblemException {@code payload-too-large} beyond 16 MiB with {@link BulkMode#ALL}; {@code conflict} where another request loads the same external ids meanwhile: to be sent again
     */
    public BulkReport load(InputStream in, BulkMode mode, boolean dryRun) {
        BulkLines lines = new BulkLines(in);
        BulkSession session = new BulkSession(kinds, desk);
        if (mode == BulkMode.LINE) {
            return each(lines, session, dryRun);
        }
        // no transaction waits for what a caller has yet to send
        List<List<BulkLines.Raw>> read = whole(lines);
        try {
            return QuarkusTransaction.requiringNew().call(() -> all(read, session, dryRun));
        } catch (RolledBack e) {
            return e.report;
        }
    }

    private static BulkReport each(BulkLines lines, BulkSession session, boolean dryRun) {
        List<BulkResult> results = new ArrayList<>();
        for (List<BulkLines.Raw> chunk = next(lines); !chunk.isEmpty(); chunk = next(lines)) {
            List<BulkLines.Raw> now = chunk;
            results.addAll(QuarkusTransaction.requiringNew().call(() -> session.load(now, dryRun)));
        }
        requireAny(results);
        return new BulkReport(!dryRun, results);
    }

    private static List<List<BulkLines.Raw>> whole(BulkLines lines) {
        List<List<BulkLines.Raw>> chunks = new ArrayList<>();
        long bytes = 0;
        for (List<BulkLines.Raw> chunk = next(lines); !chunk.isEmpty(); chunk = next(lines)) {
            bytes += chunk.stream().mapToLong(line -> line.bytes().length).sum();
            if (bytes > MOST_AT_ONCE) {
                throw new ProblemException(ProblemType.PAYLOAD_TOO_LARGE, Map.of("limit", MOST_AT_ONCE), List.of());
            }
            chunks.add(chunk);
        }
        requireAny(chunks);
        return chunks;
    }

    private static BulkReport all(List<List<BulkLines.Raw>> chunks, BulkSession session, boolean dryRun) {
        List<BulkResult> results = new ArrayList<>();
        chunks.forEach(chunk -> results.addAll(session.load(chunk, dryRun)));
        BulkReport report = new BulkReport(!dryRun, results);
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

    private static void requireAny(List<?> lines) {
        if (lines.isEmpty()) {
            throw new ProblemException(
                    ProblemType.INVALID_REQUEST, Map.of(), List.of(new Finding("", "body-required")));
        }
    }

    private static List<BulkLines.Raw> next(BulkLines lines) {
        try {
            return lines.next();
        } catch (IOException e) {
            throw new UncheckedIOException("the request broke off", e);
        }
    }
}
