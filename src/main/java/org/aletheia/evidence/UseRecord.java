package org.aletheia.evidence;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.locks.ReentrantLock;
import org.aletheia.access.AccessGuard;
import org.aletheia.access.DueObligations;
import org.aletheia.access.RecordKind;
import org.aletheia.custody.EventDraft;
import org.aletheia.custody.Subject;
import org.aletheia.custody.format.EventType;
import org.aletheia.custody.format.EventTypes;
import org.jspecify.annotations.Nullable;

/**
 * Tells the journal of each use before anything of the record leaves. Uses of one record by one member for one purpose
 * within {@link EvidenceConfig#readCoverage()} are covered by the first. What is covered is remembered in memory only:
 * forgetting it, or another replica's not knowing it, means one event more, never one less.
 */
@ApplicationScoped
public class UseRecord {
    private static final int MOST_REMEMBERED = 100_000;

    private final AccessGuard guard;
    private final DueObligations due;
    private final Clock clock;
    private final Duration coverage;
    private final ReentrantLock lock = new ReentrantLock();
    private final Map<Use, Instant> covered = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Use, Instant> eldest) {
            return size() > MOST_REMEMBERED;
        }
    };

    UseRecord(AccessGuard guard, DueObligations due, Clock clock, EvidenceConfig config) {
        this.guard = guard;
        this.due = due;
        this.clock = clock;
        this.coverage = config.readCoverage();
    }

    /** A record is shown. */
    public void viewed(RecordKind kind, UUID id) {
        once(EventTypes.VIEWED, kind, id);
    }

    /** The content of an item is handed out. */
    void downloaded(UUID item) {
        downloaded(RecordKind.ITEM, item);
    }

    /** As {@link #downloaded(UUID)}, of what is no item. */
    public void downloaded(RecordKind kind, UUID id) {
        once(EventTypes.DOWNLOADED, kind, id);
    }

    /** A rendition of an item is handed out, which need not be what the item is. */
    void downloaded(UUID item, UUID rendition) {
        EventDraft event = guard.event(EventTypes.DOWNLOADED, RecordKind.ITEM, item)
                .detail("rendition", rendition.toString())
                .build();
        once(event, rendition);
    }

    /** Records are listed; nothing is told of an empty list. */
    public void listed(RecordKind kind, List<UUID> ids) {
        listed(ids.stream().map(id -> new Subject(kind.code(), id)).toList());
    }

    /** Records of several kinds are listed in one answer; nothing is told of an empty list. */
    public void listed(List<Subject> subjects) {
        if (subjects.isEmpty()) {
            due.usesTold();
        } else {
            guard.tellUse(guard.listEvent(EventTypes.SEARCHED, subjects).build());
        }
    }

    private void once(EventType type, RecordKind kind, UUID id) {
        once(guard.event(type, kind, id).build(), id);
    }

    private void once(EventDraft event, UUID id) {
        Use use = new Use(
                guard.principal().member(), event.purpose(), event.type().code(), id);
        Instant now = clock.instant();
        if (isCovered(use, now)) {
            due.usesTold();
        } else {
            guard.tellUse(event);
            remember(use, now);
        }
    }

    private boolean isCovered(Use use, Instant now) {
        lock.lock();
        try {
            Instant first = covered.get(use);
            return first != null && now.isBefore(first.plus(coverage));
        } finally {
            lock.unlock();
        }
    }

    private void remember(Use use, Instant now) {
        lock.lock();
        try {
            covered.remove(use);
            covered.put(use, now);
        } finally {
            lock.unlock();
        }
    }

    private record Use(UUID member, @Nullable String purpose, String type, UUID record) {}
}
