package org.aletheia.local.bench;

import java.util.List;
import java.util.Locale;

/**
 * What measurements need on the disk of the stack's data, in bytes.
 *
 * @param staying the server's side: evidence cannot be deleted through the API
 * @param passing what is there only while the group runs: the bare side's objects, and the parts of a large object, which
 *     the store keeps until it has put them together
 */
record DiskSpace(long staying, long passing) {

    static final DiskSpace NONE = new DiskSpace(0, 0);

    /** For logs, the database's own log and whatever else writes meanwhile. */
    private static final long RESERVE = 2L << 30;

    /** As two groups one after the other. */
    DiskSpace then(DiskSpace next) {
        return new DiskSpace(staying + next.staying, Math.max(passing, next.passing));
    }

    /** The most that the groups take, one after the other, with a reserve. */
    static long needed(List<DiskSpace> groups) {
        DiskSpace all = groups.stream().reduce(NONE, DiskSpace::then);
        return all.staying + all.passing + RESERVE;
    }

    static String gib(long bytes) {
        return String.format(Locale.ROOT, "%.1f GiB", bytes / (double) (1L << 30));
    }
}
