package org.aletheia.verifier;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.aletheia.custody.format.Promise;
import org.aletheia.transparency.Checkpoint;

/**
 * Whether the log held an entry by when it had promised to. What counts is what the log itself has signed and stated: a tree
 * head without the entry of a time after the promised one shows to everybody that the promise was broken; one with it of a
 * time before shows that it was kept, as far as the log's clock can be believed. Cosigners may sign an old tree head late,
 * so their times count for neither.
 */
final class PromiseKept {
    private final Promise promise;
    private final List<Instant> without = new ArrayList<>();
    private final List<Instant> with = new ArrayList<>();

    PromiseKept(Promise promise) {
        this.promise = promise;
    }

    /** A verified tree head that holds the entry. */
    void holding(Optional<Long> stated) {
        stated.map(Instant::ofEpochSecond).ifPresent(with::add);
    }

    /** A verified tree head that does not hold the entry. */
    void lacking(Optional<Long> stated) {
        stated.map(Instant::ofEpochSecond).ifPresent(without::add);
    }

    /**
     * A verified tree head of a log in which the entry has this index: too small for it, it does not hold it. A larger one
     * holds it only if it is of the same history, which is not shown here.
     */
    void compared(Checkpoint head, Optional<Long> stated, long index) {
        if (head.size() <= index) {
            lacking(stated);
        }
    }

    Finding finding() {
        Instant due = promise.integratedBy();
        Optional<Instant> late = without.stream().filter(due::isBefore).max(Instant::compareTo);
        Optional<Instant> inTime =
                with.stream().filter(time -> !time.isAfter(due)).min(Instant::compareTo);
        if (late.isPresent()) {
            return Finding.failed(
                    Check.PROMISE_BROKEN,
                    "the log of " + late.get() + " does not hold the entry that was promised by " + due
                            + ": keep this receipt and that checkpoint");
        }
        return inTime.map(time -> Finding.passed(
                        Check.PROMISE_KEPT, "in the log of " + time + ", as the log states, and promised by " + due))
                .orElseGet(() -> Finding.notChecked(
                        "promise kept",
                        "whether in time: not shown; a checkpoint that the log has signed after " + due
                                + " without the entry would show that it was not (--checkpoint)"));
    }
}
