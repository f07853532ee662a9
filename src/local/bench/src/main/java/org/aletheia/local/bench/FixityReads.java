package org.aletheia.local.bench;

import java.net.http.HttpRequest.BodyPublishers;
import java.security.MessageDigest;
import java.util.List;
import java.util.Locale;

/**
 * The server's check of one gibibyte that it keeps, from the request to the outcome (read, each tag verified, decrypted,
 * digested, told as an event), beside reading such an object from the bare store and beside digesting as many bytes in
 * memory with one thread.
 */
final class FixityReads {
    private static final long BYTES = 1L << 30;
    private static final double MIB = BYTES / (double) (1 << 20);

    private final Repository repository;
    private final RawStore store;
    private final LogState database;
    private final Pairs pairs;

    FixityReads(Repository repository, RawStore store, LogState database, Pairs pairs) {
        this.repository = repository;
        this.database = database;
        this.store = store;
        this.pairs = pairs;
    }

    static DiskSpace space() {
        return new DiskSpace(BYTES, 3 * BYTES);
    }

    /** One figure for each bare side; the target is for the slower of these. */
    List<Figure> figures() throws Exception {
        String item = repository.upload(BYTES, Pattern.reprDigest(BYTES));
        store.putLarge("fixity", BYTES, 2);
        String what = "1 GiB read again by fixity; bare: ";
        Pairs.Times reading =
                pairs.measure(what + "the store's GET", () -> check(item), () -> store.readAsServer("fixity"));
        Pairs.Times digesting = pairs.measure(what + "SHA-256, one thread", () -> check(item), FixityReads::digest);
        boolean readingIsSlower = reading.bareMedian() > digesting.bareMedian();
        return List.of(
                figure(what + "the store's GET", reading, readingIsSlower),
                figure(what + "SHA-256, one thread", digesting, !readingIsSlower));
    }

    private void check(String item) throws Exception {
        String path = "/api/v1/items/" + item;
        repository.send(repository
                .request(path + "/fixity-checks")
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString("{\"sha512\":false}")));
        // asked of the database: a look through the API is an event each time
        database.await("select requested_at is null from fixity where item = '" + item + "'");
        String state = repository.send(repository.request(path + "/fixity")).body();
        if (!state.contains("\"outcome\":\"success\"")) {
            throw new IllegalStateException(state);
        }
    }

    private static void digest() throws Exception {
        MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
        byte[] bytes = Repository.fresh(1 << 20);
        for (long done = 0; done < BYTES; done += bytes.length) {
            sha256.update(bytes);
        }
        sha256.digest();
    }

    private static Figure figure(String what, Pairs.Times times, boolean target) {
        return new Figure(
                what,
                String.format(Locale.ROOT, "%.0f MiB/s", MIB / times.oursMedian()),
                String.format(Locale.ROOT, "%.0f MiB/s", MIB / times.bareMedian()),
                times.speedRatio(),
                target ? "≥ 0.80" : "–",
                times.cpuEach(1));
    }
}
