package org.aletheia.custody.fsck;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.aletheia.custody.format.EventTypes;
import org.aletheia.custody.store.HeadStore;
import org.aletheia.custody.store.SuccessionStore;
import org.aletheia.custody.store.SuccessionStore.Row;
import org.aletheia.custody.store.SuccessionStore.Told;
import org.aletheia.custody.store.Transactions;
import org.jspecify.annotations.Nullable;

/** The names that the log had: an event of the journal tells of each change, each follows on the one before, and no other is known. */
public final class SuccessionCheck implements EstateCheck {
    private static final String TABLE = "log_succession ";

    private final Transactions database;

    /** @param follower with the rights of role aletheia_follower */
    public SuccessionCheck(DataSource follower) {
        this.database = new Transactions(follower);
    }

    @Override
    public String name() {
        return "successions";
    }

    @Override
    public void run(Examination examination) {
        // first the events: one of a moment later must not be missed beside its row
        Collection<Told> told = told();
        List<Row> rows = database.onConnection(SuccessionStore::all);
        Map<Long, Told> events = told.stream().collect(Collectors.toMap(Told::index, Function.identity()));
        events.keySet().removeAll(rows.stream().map(Row::firstIndex).collect(Collectors.toSet()));
        events.keySet().forEach(index -> missing(examination, "event " + index, "tells of a change that no row keeps"));
        rows.stream()
                .filter(row -> told.stream().noneMatch(event -> tells(event, row)))
                .filter(row -> told().stream().noneMatch(event -> tells(event, row)))
                .forEach(row ->
                        missing(examination, TABLE + row.firstIndex(), "no event of the journal tells of this change"));
        chain(rows, examination);
        examination.examined(rows.size());
    }

    private Collection<Told> told() {
        return database.onConnection(connection -> SuccessionStore.told(connection, EventTypes.LOG_SUCCEEDED.code()));
    }

    private static boolean tells(Told told, Row row) {
        return told.index() == row.firstIndex()
                && row.predecessor().equals(told.event().detail().get("predecessor"));
    }

    private void chain(List<Row> rows, Examination told) {
        Set<String> names = new HashSet<>();
        @Nullable String last = null;
        for (Row row : rows) {
            if (last != null && !last.equals(row.predecessor())) {
                missing(
                        told,
                        TABLE + row.firstIndex(),
                        "is a change from " + row.predecessor() + ", which was not the name");
            }
            names.add(row.predecessor());
            names.add(row.origin());
            last = row.origin();
        }
        String now = database.onConnection(HeadStore::read).origin();
        if (last != null && !Objects.equals(last, now)) {
            missing(told, "log_signed_head", "the last change was to " + last + ", the log is signed as " + now);
        }
        database.onConnection(SuccessionStore::names).stream()
                .filter(name -> !name.equals(now) && !names.contains(name))
                .forEach(name ->
                        missing(told, name, "something was signed under this name, and no change of it is told"));
    }

    private static void missing(Examination told, String where, String detail) {
        told.found(CustodyFinding.SUCCESSION_MISSING, where, detail);
    }
}
