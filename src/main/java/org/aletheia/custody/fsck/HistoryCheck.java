package org.aletheia.custody.fsck;

import java.util.List;
import javax.sql.DataSource;
import org.aletheia.custody.Subject;
import org.aletheia.custody.store.ChainKey;
import org.aletheia.custody.store.ChainPlace;
import org.aletheia.custody.store.EstateStore;
import org.aletheia.custody.store.HeadStore;
import org.aletheia.custody.store.Transactions;
import org.jspecify.annotations.Nullable;

/**
 * The numbers of each record's histories: dense, in the order of the log, and about the events' records. Every place is
 * that of an event, none is given twice, and there are as many as there must be: so none is missing.
 */
public final class HistoryCheck implements EstateCheck {
    private static final int PAGE = 2000;
    private static final long RANGE = 10_000;

    private final Transactions database;
    private final EstateStore estate;

    /** @param follower with the rights of role aletheia_follower */
    public HistoryCheck(DataSource follower) {
        this.database = new Transactions(follower);
        this.estate = new EstateStore(database);
    }

    @Override
    public String name() {
        return "histories";
    }

    @Override
    public void run(Examination examination) {
        new Run(database.onConnection(HeadStore::read).size(), examination).run();
    }

    private final class Run {
        private final long size;
        private final Examination told;
        private @Nullable ChainPlace last;
        private long right;

        private Run(long size, Examination told) {
            this.size = size;
            this.told = told;
        }

        private void run() {
            ChainPlace after = null;
            List<EstateStore.Place> page;
            do {
                page = estate.places(after, PAGE);
                page.forEach(this::check);
                after = page.isEmpty() ? after : page.getLast().place();
            } while (page.size() == PAGE);
            complete();
        }

        private void check(EstateStore.Place found) {
            ChainPlace place = found.place();
            if (place.index() >= size) {
                return;
            }
            ChainPlace before = last != null && last.key().equals(place.key()) ? last : null;
            long expected = before == null ? 1 : before.number() + 1;
            boolean ascends = before == null || before.index() < place.index();
            if (place.number() != expected) {
                found(CustodyFinding.HISTORY_HOLE, place, "comes where " + expected + " must");
            }
            if (!ascends) {
                found(CustodyFinding.HISTORY_ORDER, place, "its event lies before that of the number before");
            }
            if (!found.about()) {
                found(
                        CustodyFinding.HISTORY_FOREIGN,
                        place,
                        "event " + place.index() + " is not about it, or of another user");
            }
            right += ascends && found.about() ? 1 : 0;
            last = place;
            told.examined(1);
        }

        /** Looking for each event in its histories costs much where these are long: it is done where some must be missing. */
        private void complete() {
            long wanted = 0;
            for (long from = 0; from < size; from += RANGE) {
                wanted += estate.placesWanted(from, Math.min(from + RANGE, size));
            }
            for (long from = 0; from < size && wanted != right; from += RANGE) {
                estate.placesLacking(from, Math.min(from + RANGE, size))
                        .forEach(place -> told.found(
                                CustodyFinding.HISTORY_SHORT, history(place.key()), "lacks event " + place.index()));
            }
        }

        private void found(CustodyFinding code, ChainPlace place, String detail) {
            told.found(code, history(place.key()) + " number " + place.number(), detail);
        }

        private static String history(ChainKey key) {
            Subject subject = key.subject();
            return key.chain().code() + " of " + subject.kind() + " " + subject.id();
        }
    }
}
