package org.aletheia.custody.fsck;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.aletheia.custody.format.Event;
import org.aletheia.custody.keys.KeyLists;
import org.aletheia.kernel.MalformedValueException;
import org.aletheia.platform.signing.SigningKeys;
import org.aletheia.platform.signing.SigningPurpose;
import org.aletheia.transparency.Checkpoint;
import org.aletheia.transparency.keys.KeyHistory;

/**
 * The lists of the log's keys: that each follows on the one before and is signed by old and new keys, that the bucket holds the
 * same, that an event tells of each change, and that what signs now is held.
 */
public final class KeyListCheck implements EstateCheck {
    private static final String DATABASE = "log_key_list";
    private static final String BUCKET = "keys/";

    private final KeyLists lists;
    private final SigningKeys held;

    public KeyListCheck(KeyLists lists, SigningKeys held) {
        this.lists = lists;
        this.held = held;
    }

    @Override
    public String name() {
        return "keys";
    }

    @Override
    public void run(Examination examination) {
        Optional<KeyHistory> stored = read(lists::stored, DATABASE, examination);
        Optional<KeyHistory> published = read(lists::published, BUCKET, examination);
        if (!stored.map(KeyHistory::format).equals(published.map(KeyHistory::format))) {
            examination.found(
                    CustodyFinding.KEYS_DIFFER,
                    BUCKET,
                    size(stored) + " lists in the database, " + size(published) + " in the bucket, or other ones");
        }
        stored.ifPresent(history -> {
            held(history, examination);
            logged(history, examination);
            examination.examined(history.size());
        });
    }

    private static int size(Optional<KeyHistory> history) {
        return history.map(KeyHistory::size).orElse(0);
    }

    private static Optional<KeyHistory> read(Supplier<Optional<KeyHistory>> source, String where, Examination told) {
        try {
            return source.get();
        } catch (MalformedValueException e) {
            told.found(CustodyFinding.KEYS_BROKEN, where, e.reason());
            return Optional.empty();
        }
    }

    private void held(KeyHistory history, Examination told) {
        Set<Object> here = new HashSet<>();
        Stream.of(SigningPurpose.values()).forEach(purpose -> here.addAll(held.held(purpose)));
        history.newest().active().stream()
                .filter(key -> !here.contains(key))
                .forEach(key -> told.found(CustodyFinding.KEYS_MISSING, key.label(), "no key file or token holds it"));
    }

    private void logged(KeyHistory history, Examination told) {
        Set<Object> roots = new HashSet<>();
        lists.told().stream()
                .map(Event::detail)
                .forEach(detail -> roots.add(detail.get("list") + " " + detail.get("root")));
        IntStream.range(1, history.size())
                .filter(i -> !roots.contains((i + 1) + " " + root(history, i)))
                .forEach(i -> told.found(
                        CustodyFinding.KEYS_UNLOGGED, BUCKET + (i + 1), "no event of the journal tells of this list"));
    }

    private static String root(KeyHistory history, int index) {
        return Checkpoint.parse(history.lists().get(index).head().text()).root().base64();
    }
}
