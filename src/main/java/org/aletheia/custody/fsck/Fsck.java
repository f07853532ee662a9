package org.aletheia.custody.fsck;

import java.io.PrintStream;
import java.util.List;
import org.aletheia.custody.log.Failures;

/**
 * Runs the checks one after another. One that cannot go on, because something that it needs is away, does not keep the
 * others from it.
 */
public final class Fsck {
    /** Everything was checked and nothing is at fault. */
    public static final int CLEAN = 0;
    /** At least one fault was found. */
    public static final int FAULTS = 1;
    /** No fault was found, and not everything could be checked. */
    public static final int UNCHECKED = 2;

    private final FsckOptions options;
    private final PrintStream out;
    private final PrintStream err;

    public Fsck(FsckOptions options, PrintStream out, PrintStream err) {
        this.options = options;
        this.out = out;
        this.err = err;
    }

    /**
     * Runs what an interrupted run has left, or all.
     *
     * @return the exit code
     * @throws IllegalArgumentException where the state file is of another run
     */
    public int run(List<EstateCheck> checks) {
        FsckState state = FsckState.open(options.state(), options.content());
        Report report = new Report(options, state, out, err);
        boolean complete = true;
        for (EstateCheck check : checks) {
            complete &= state.done(check.name()) || run(check, state, report);
        }
        report.summary(complete);
        if (complete) {
            state.remove();
        }
        return report.faults() > 0 ? FAULTS : complete ? CLEAN : UNCHECKED;
    }

    private static boolean run(EstateCheck check, FsckState state, Report report) {
        Examination examination = new Examination(check.name(), state.position(check.name()), report);
        try {
            check.run(examination);
        } catch (RuntimeException e) {
            report.gaveUp(check.name(), Failures.describe(e));
            return false;
        }
        report.finished(check.name(), examination.examined());
        return true;
    }
}
