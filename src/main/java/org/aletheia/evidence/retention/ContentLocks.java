package org.aletheia.evidence.retention;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.aletheia.custody.Follower;
import org.aletheia.custody.JournalEntry;
import org.aletheia.custody.Subject;
import org.aletheia.evidence.retention.LockTerms.Term;
import org.aletheia.evidence.store.FollowedItems;
import org.aletheia.platform.objectstore.Bucket;
import org.aletheia.platform.objectstore.ObjectMissingException;
import org.aletheia.platform.objectstore.ObjectStore;
import org.aletheia.platform.objectstore.ObjectStores;
import org.jboss.logging.Logger;

/**
 * Locks the bytes of each item soon after it was received and whenever its state changes; the patrol looks after all of
 * them again, so that rolling locks are renewed and a lock that is not there is noticed.
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

    private final FollowedItems items;
    private final ObjectStores stores;
    private final LockTerms terms;
    private final Clock clock;
    private final AtomicLong missing = new AtomicLong();

    ContentLocks(
            FollowedItems items, ObjectStores stores, RetentionConfig config, Clock clock, MeterRegistry registry) {
        this.items = items;
        this.stores = stores;
        this.terms = new LockTerms(config);
        this.clock = clock;
        Gauge.builder("aletheia.content.missing", missing::get)
                .description("Items whose bytes the store did not have when their lock was looked after")
                .register(registry);
    }

    @Override
    public String name() {
        return NAME;
    }

    /** @throws org.aletheia.platform.objectstore.StorageUnavailableException after any number of locks were set */
    @Override
    public int apply(List<JournalEntry> batch) {
        if (store().locks()) {
            List<UUID> touched = batch.stream()
                    .flatMap(entry -> entry.subjects().stream())
                    .filter(subject -> subject.kind().equals(ITEM))
                    .map(Subject::id)
                    .distinct()
                    .toList();
            keep(touched);
        }
        return batch.size();
    }

    /**
     * Looks after every item once.
     *
     * @return how many locks were set or renewed
     * @throws org.aletheia.platform.objectstore.StorageUnavailableException after any number of locks were set
     */
    public long patrol() {
        if (!store().locks()) {
            return 0;
        }
        long changed = 0;
        long lost = 0;
        List<UUID> page = items.idsAfter(null, PAGE);
        while (!page.isEmpty()) {
            Kept kept = keep(page);
            changed += kept.changed();
            lost += kept.missing();
            page = items.idsAfter(page.getLast(), PAGE);
        }
        missing.set(lost);
        return changed;
    }

    private record Kept(long changed, long missing) {}

    private Kept keep(Collection<UUID> ids) {
        long changed = 0;
        long lost = 0;
        for (KeptContent content : items.kept(ids)) {
            try {
                changed += keep(content) ? 1 : 0;
            } catch (ObjectMissingException e) {
                lost++;
                LOG.errorf("the bytes of item %s are not in the store", content.item());
            }
        }
        return new Kept(changed, lost);
    }

    private boolean keep(KeptContent content) {
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
