package org.aletheia.custody.fsck;

import org.jspecify.annotations.Nullable;

/** One check's run: where it begins, what it finds, how far it has come. */
public final class Examination {
    private final String check;
    private final @Nullable String from;
    private final Report report;
    private long examined;

    Examination(String check, @Nullable String from, Report report) {
        this.check = check;
        this.from = from;
        this.report = report;
    }

    /** The last position that an earlier run had reached; null from the start. */
    public @Nullable String from() {
        return from;
    }

    /** Tells of something. @param where ids, indexes and paths, never names or content */
    public void found(FindingCode code, String where, String detail) {
        report.found(new Finding(code, check, where, detail));
    }

    /** Says that some more were looked at. */
    public void examined(long more) {
        examined += more;
    }

    /** Says how far it has come, where a later run begins anew all the same. */
    public void passed(String position) {
        report.passed(check, position, examined);
    }

    /** Says that a later run may go on behind this position: everything up to it was looked at and told. */
    public void reached(String position) {
        reached(position, position);
    }

    /** As {@link #reached(String)}. @param shown what people are told of it */
    public void reached(String position, String shown) {
        report.reached(check, position, shown, examined);
    }

    /** Things that were looked at. */
    long examined() {
        return examined;
    }
}
