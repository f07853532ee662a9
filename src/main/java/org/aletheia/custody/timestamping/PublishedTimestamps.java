package org.aletheia.custody.timestamping;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.aletheia.custody.store.TimestampStore;
import org.aletheia.custody.store.TimestampView;
import org.aletheia.custody.store.Transactions;
import org.aletheia.platform.http.ProblemException;
import org.aletheia.platform.http.ProblemType;

/**
 * Published timestamps, for anyone. They are read from the database, which has the bytes of the bucket; since anyone may
 * ask, few of these questions are answered at once.
 */
@ApplicationScoped
public class PublishedTimestamps {
    private static final int AT_ONCE = 4;

    private final TimestampView view;
    private final Semaphore asking = new Semaphore(AT_ONCE);

    PublishedTimestamps(DataSource database) {
        this.view = new TimestampView(new Transactions(database));
    }

    /**
     * The timestamped checkpoint of that size, as it was timestamped.
     *
     * @throws ProblemException {@code storage-unavailable} where too many ask
     */
    public Optional<String> checkpoint(long size) {
        return limited(() -> view.note(size));
    }

    /**
     * The token of an authority for it.
     *
     * @throws ProblemException {@code storage-unavailable} where too many ask
     */
    public Optional<byte[]> token(long size, String authority) {
        return limited(() -> view.token(size, authority));
    }

    /**
     * Which are the last ones, as the bucket has it in {@code timestamps/latest}; empty before there is one.
     *
     * @throws ProblemException {@code storage-unavailable} where too many ask
     */
    public Optional<String> latest() {
        return limited(() -> Optional.of(TimestampFiles.lines(view.latest())).filter(lines -> !lines.isEmpty()));
    }

    /** All timestamps of the first timestamped checkpoint whose tree holds an index. Of the server's own use. */
    public List<TimestampStore.Token> covering(long index) {
        return view.covering(index);
    }

    private <T> Optional<T> limited(Supplier<Optional<T>> question) {
        if (!asking.tryAcquire()) {
            throw new ProblemException(ProblemType.STORAGE_UNAVAILABLE);
        }
        try {
            return question.get();
        } finally {
            asking.release();
        }
    }
}
