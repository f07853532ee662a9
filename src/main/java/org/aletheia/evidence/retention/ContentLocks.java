package org.aletheia.evidence.retention;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.aletheia.custody.Follower;
import org.aletheia.custody.JournalEntry;
import org.aletheia.custody.Subject;
import org.aletheia.evidence.retention.LockTerms.Term;
import org.aletheia.platform.http.SafeTrace;
import org.aletheia.platform.objectstore.Bucket;
import org.aletheia.platform.objectstore.ObjectMissingException;
import org.aletheia.platform.objectstore.ObjectStore;
import org.aletheia.platform.objectstore.ObjectStores;
import org.aletheia.platform.objectstore.StorageUnavailableException;
import org.jboss.logging.Logger;

/**
 * Locks the bytes of each item soon after it was received and whenever its state changes; the patrol looks after all of
 * them again, so that rolling locks are renewed and a lock that is not there is noticed. Legal holds are set and lifted in
 * the store likewise.
 *
 * <p>There is no table of locks: the store itself is asked, each lock that is set is read back, and setting one twice
 * changes nothing. Where the bucket has no Object Lock, nothing is done.
 */
@ApplicationScoped
public class ContentLocks implements Follower {
    /** The follower's name. */
    public static final String NAME = "content-lock";

    private static final Logger LOG = Logger.getLogger(ContentLocks.class);
    private static final String ITEM = "item";
    private static final int PAGE = 500;

    private final KeptContents items;
    private final ObjectStores stores;
    private final LockTerms terms;
    private final Clock clock;
    private final AtomicLong missing = new AtomicLong();
    private final AtomicLong failing = new AtomicLong();

    ContentLocks(KeptContents items, ObjectStores stores, RetentionConfig config, Clock clock, MeterRegistry registry) {
        this.items = items;
        this.stores = stores;
        this.terms = new LockTerms(config);
        this.clock = clock;
        Gauge.builder("aletheia.content.missing", missing::get)
                .description("Items whose bytes the store did not have when their lock was looked after")
                .register(registry);
        Gauge.builder("aletheia.content.lock.failing", failing::get)
                .description("Items whose lock the store did not look after, in the last patrol and since")
                .register(registry);
    }

    @Override
    public String name() {
        return NAME;
    }

    /**
     * Locks what the changes are about. One object of which the store answers nothing but failures is told, and left to the
     * patrol: it must not keep the locks of all that comes after it from being set.
     *
     * @throws StorageUnavailableException where the store as a whole is away, after any number of locks were set
     */
    @Override
    public int apply(List<JournalEntry> batch) {
        if (store().locks()) {
            List<UUID> touched = batch.stream()
                    .flatMap(entry -> entry.subjects().stream())
                    .filter(subject -> subject.kind().equals(ITEM))
                    .map(Subject::id)
                    .distinct()
                    .toList();
            failing.addAndGet(keep(touched).failed().size());
        }
        return batch.size();
    }

    /**
     * Looks after every item once.
     *
     * @return how many locks were set or renewed
     * @throws StorageUnavailableException where the store as a whole is away, after any number of locks were set; or, after all
     *     others were looked after, where it failed for some objects: the first of those failures
     */
    public long patrol() {
        if (!store().locks()) {
            return 0;
        }
        long changed = 0;
        long lost = 0;
        List<StorageUnavailableException> failed = new ArrayList<>();
        List<UUID> page = items.idsAfter(null, PAGE);
        while (!page.isEmpty()) {
            Kept kept = keep(page);
            changed += kept.changed();
            lost += kept.missing();
            failed.addAll(kept.failed());
            page = items.idsAfter(page.getLast(), PAGE);
        }
        missing.set(lost);
        failing.set(failed.size());
        if (!failed.isEmpty()) {
            throw failed.getFirst();
        }
        return changed;
    }

    /** Items whose bytes the store did not have in the last patrol. */
    long missing() {
        return missing.get();
    }

    /** Items whose lock or hold the store did not look after, in the last patrol and since. */
    long failing() {
        return failing.get();
    }

    /** Whether there is anything to look after. */
    boolean enforced() {
        return store().locks();
    }

    private record Kept(long changed, long missing, List<StorageUnavailableException> failed) {}

    private Kept keep(Collection<UUID> ids) {
        long changed = 0;
        long lost = 0;
        List<StorageUnavailableException> failed = new ArrayList<>();
        for (KeptContent content : items.kept(ids)) {
            try {
                changed += keep(content) ? 1 : 0;
            } catch (ObjectMissingException e) {
                lost++;
                LOG.errorf("the bytes of item %s are not in the store", content.item());
            } catch (StorageUnavailableException e) {
                requireStore();
                failed.add(e);
                LOG.errorf("the store does not look after the lock of item %s: %s", content.item(), SafeTrace.of(e));
            }
        }
        return new Kept(changed, lost, failed);
    }

    /** Whether the store answers at all: else every object would fail, each after a long wait. */
    private void requireStore() {
        store().stat("health");
    }

    /**
     * The hold goes first where one is to be set, and last where it is to be lifted: no moment passes without either. The
     * two are separate locks of the store, and each is read back.
     */
    private boolean keep(KeptContent content) {
        return switch (content.hold()) {
            case NEVER -> retain(content);
            case STANDING -> store().ensureHeld(content.objectKey(), true) | retain(content);
            case LIFTED -> retain(content) | store().ensureHeld(content.objectKey(), false);
        };
    }

    private boolean retain(KeptContent content) {
        Optional<Term> due = terms.due(content, clock.instant());
        return due.isPresent()
                && store().retainAtLeast(
                                content.objectKey(),
                                due.get().until(),
                                due.get().least());
    }

    private ObjectStore store() {
        return stores.of(Bucket.EVIDENCE);
    }
}
