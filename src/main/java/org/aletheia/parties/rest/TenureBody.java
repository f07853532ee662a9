package org.aletheia.parties.rest;

import org.aletheia.evidence.record.Checks;
import org.aletheia.kernel.UncertainDate;
import org.aletheia.parties.Tenure;
import org.jspecify.annotations.Nullable;

/**
 * For how long, as callers write it.
 *
 * @param during EDTF, usually an interval
 * @param firstSeen EDTF date on which a source first has it so
 * @param lastSeen EDTF date on which a source last has it so
 * @param startKnown whether {@code during} starts with the real beginning; true where it has a start and nobody says
 * @param endKnown whether {@code during} ends with the real end; true where it has an end and nobody says
 */
record TenureBody(
        @Nullable String during,
        @Nullable String firstSeen,
        @Nullable String lastSeen,
        @Nullable Boolean startKnown,
        @Nullable Boolean endKnown) {
    Tenure check(String at, Checks checks) {
        UncertainDate time = checks.date(at + "/during", during);
        UncertainDate first = seen(at + "/firstSeen", firstSeen, checks);
        UncertainDate last = seen(at + "/lastSeen", lastSeen, checks);
        Tenure ends = new Tenure(time, null, null, false, false);
        boolean start = known(at + "/startKnown", startKnown, ends.start().isPresent(), time == null, checks);
        boolean end = known(at + "/endKnown", endKnown, ends.end().isPresent(), time == null, checks);
        Tenure said = new Tenure(time, first, last, start, end);
        consistent(at, said, checks);
        return said;
    }

    private static @Nullable UncertainDate seen(String at, @Nullable String value, Checks checks) {
        UncertainDate date = checks.date(at, value);
        boolean single = checks.findings().require(date == null || !date.interval(), at, "date-single");
        return single ? date : null;
    }

    private boolean known(String at, @Nullable Boolean said, boolean given, boolean refused, Checks checks) {
        boolean claimed = said == null ? given : said;
        boolean silent = refused && during != null;
        checks.findings().require(silent || !claimed || given, at, "end-not-given");
        return claimed && given;
    }

    private static void consistent(String at, Tenure said, Checks checks) {
        within(at + "/firstSeen", said.firstSeen(), said, checks);
        within(at + "/lastSeen", said.lastSeen(), said, checks);
        boolean ordered =
                said.firstSeen() == null || said.lastSeen() == null || first(said.firstSeen()) <= last(said.lastSeen());
        checks.findings().require(ordered, at + "/lastSeen", "seen-reversed");
    }

    private static void within(String at, @Nullable UncertainDate seen, Tenure said, Checks checks) {
        boolean inside = seen == null || last(seen) >= said.possibleFrom() && first(seen) <= said.possibleTo();
        checks.findings().require(inside, at, "seen-outside");
    }

    private static long first(UncertainDate single) {
        return single.earliest().orElseThrow().toEpochMilli();
    }

    private static long last(UncertainDate single) {
        return single.latest().orElseThrow().toEpochMilli();
    }
}
