package org.aletheia.custody.fsck;

import java.io.PrintStream;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Prints findings as they come, counts them, and keeps the state. For one thread. */
final class Report {
    private static final long NEWS = Duration.ofSeconds(10).toNanos();
    private static final long SAVED = Duration.ofSeconds(1).toNanos();
    private static final int MOST_NAMED = 1000;

    private final FsckOptions options;
    private final FsckState state;
    private final PrintStream out;
    private final PrintStream err;
    private final Map<String, Long> counts = new TreeMap<>();
    private long faults;
    private long notes;
    private @Nullable Reached reached;
    private long told = System.nanoTime();
    private long saved = told;

    private record Reached(String check, String position, long faults) {}

    Report(FsckOptions options, FsckState state, PrintStream out, PrintStream err) {
        this.options = options;
        this.state = state;
        this.out = out;
        this.err = err;
        this.faults = state.faults();
    }

    void found(Finding finding) {
        long count = counts.merge(finding.code().code(), 1L, Long::sum);
        if (finding.code().fault()) {
            faults++;
        } else {
            notes++;
        }
        if (options.json()) {
            out.println(finding.json());
        } else if (count <= MOST_NAMED) {
            out.println(finding.text());
        }
    }

    void reached(String check, String position, String shown, long examined) {
        long now = System.nanoTime();
        reached = new Reached(check, position, faults);
        if (now - saved >= SAVED) {
            saved = now;
            state.reached(check, position, faults);
        }
        passed(check, shown, examined);
    }

    void passed(String check, String position, long examined) {
        long now = System.nanoTime();
        if (now - told >= NEWS) {
            told = now;
            err.println(check + ": " + examined + " checked, at " + position);
        }
    }

    void finished(String check, long examined) {
        state.finished(check, faults);
        if (!options.json()) {
            out.println(check + ": " + examined + " checked");
        }
    }

    /** The check could not go on; what it has found and how far it has come stands. */
    void gaveUp(String check, String why) {
        Reached last = reached;
        if (last != null && last.check().equals(check)) {
            state.reached(check, last.position(), last.faults());
        }
        err.println(check + " cannot be checked: " + why);
    }

    long faults() {
        return faults;
    }

    void summary(boolean complete) {
        if (options.json()) {
            out.println(Finding.json(
                    Map.of("severity", "summary", "faults", faults, "notes", notes, "complete", complete)));
            return;
        }
        counts.forEach((code, count) -> {
            if (count > MOST_NAMED) {
                out.println(code + ": " + count + " in all; --json names each");
            }
        });
        out.println(faults + " faults, " + notes + " notes" + (complete ? "" : "; NOT everything could be checked"));
    }
}
