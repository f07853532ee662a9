package org.aletheia.platform.editions;

import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import org.aletheia.platform.jobs.Rounds;

/**
 * Puts the editions of one table into force: at start, before anything is checked against them, and again whenever there is one
 * more. A server that cannot read them does not start, since it would go by what was replaced; one that loses the database
 * later goes on with what it read last.
 */
public final class EditionWatch<T> {
    private final String what;
    private final EditionRows<T, ?> rows;
    private final Duration pause;
    private final Consumer<List<Edition<T>>> use;
    private final Rounds rounds;
    private int inForce;

    /**
     * @param what is looked for, for the log
     * @param pause between two looks
     * @param use puts all editions into force in the place of those before
     */
    public EditionWatch(String what, EditionRows<T, ?> rows, Duration pause, Consumer<List<Edition<T>>> use) {
        this.what = what;
        this.rows = rows;
        this.pause = pause;
        this.use = use;
        this.rounds = new Rounds(what, 1);
    }

    /** Reads them, and begins to look for others. */
    public void start() {
        refresh();
        rounds.every(pause, pause, "reading editions of " + what, this::refresh);
    }

    /** Looks no more. */
    public void stop() {
        rounds.close();
    }

    /** Reads the editions where there are others than those in force; nobody removes one, so their number tells. */
    public synchronized void refresh() {
        if (rows.count() != inForce) {
            List<Edition<T>> editions = rows.all();
            use.accept(editions);
            inForce = editions.size();
        }
    }
}
