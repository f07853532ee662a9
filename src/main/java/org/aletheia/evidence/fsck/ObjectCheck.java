package org.aletheia.evidence.fsck;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import org.aletheia.custody.fsck.EstateCheck;
import org.aletheia.custody.fsck.Examination;
import org.aletheia.evidence.content.ContentKeys;
import org.aletheia.evidence.store.EstateItems;
import org.aletheia.platform.objectstore.ObjectStore;
import org.aletheia.platform.objectstore.ObjectSummary;
import org.jspecify.annotations.Nullable;

/**
 * Every object of the evidence bucket against every item and rendition, side by side in the order of object ids: one listing, no request
 * for each. What the listing was too early for is asked for by itself.
 */
public final class ObjectCheck implements EstateCheck {
    private static final int PAGE = 1000;
    private static final UUID FIRST = new UUID(0, 0);

    private final EstateItems items;
    private final ObjectStore store;

    /**
     * @param follower with the rights of role aletheia_follower
     * @param store the evidence bucket
     */
    public ObjectCheck(DataSource follower, ObjectStore store) {
        this.items = new EstateItems(follower);
        this.store = store;
    }

    @Override
    public String name() {
        return "objects";
    }

    @Override
    public void run(Examination examination) {
        Run run = new Run(examination);
        store.list(ContentKeys.PREFIX, run::listed);
        run.end();
    }

    private final class Run {
        private final Examination told;
        private final Deque<EstateItems.Stored> ahead = new ArrayDeque<>();
        private final Map<UUID, String> unknown = new HashMap<>();
        private UUID last = FIRST;
        private boolean more = true;

        private Run(Examination told) {
            this.told = told;
        }

        private void listed(ObjectSummary object) {
            told.examined(1);
            told.passed(object.key());
            Optional<UUID> id = ContentKeys.objectId(object.key());
            if (id.isEmpty()) {
                told.found(ItemFinding.OBJECT_UNKNOWN, object.key(), "is called as no object of ours");
                return;
            }
            EstateItems.Stored item = next();
            while (item != null && item.content().objectKey().compareTo(object.key()) < 0) {
                unlisted(ahead.remove());
                item = next();
            }
            if (item != null && item.content().objectId().equals(id.get())) {
                length(ahead.remove(), object.length());
            } else {
                unknown.put(id.get(), object.key());
                if (unknown.size() == PAGE) {
                    tellUnknown();
                }
            }
        }

        private void end() {
            while (next() != null) {
                unlisted(ahead.remove());
            }
            tellUnknown();
        }

        private EstateItems.@Nullable Stored next() {
            if (ahead.isEmpty() && more) {
                ahead.addAll(items.afterObject(last, PAGE));
                more = ahead.size() == PAGE;
                last = ahead.isEmpty() ? last : ahead.getLast().content().objectId();
            }
            return ahead.peek();
        }

        /** It may have been stored after its page of the listing. */
        private void unlisted(EstateItems.Stored item) {
            Optional<ObjectSummary> object = store.stat(item.content().objectKey());
            if (object.isPresent()) {
                length(item, object.get().length());
            } else if (!item.disposed()) {
                found(ItemFinding.CONTENT_MISSING, item, "its object is not in the bucket");
            }
        }

        private void length(EstateItems.Stored item, long length) {
            long expected = item.content().sealedLength();
            if (length != expected) {
                found(ItemFinding.CONTENT_LENGTH, item, "its object has " + length + " bytes of " + expected);
            }
        }

        /** Its item may have come after its page of the items. */
        private void tellUnknown() {
            Set<UUID> known = items.known(unknown.keySet());
            unknown.forEach((id, key) -> {
                if (!known.contains(id)) {
                    told.found(
                            ItemFinding.OBJECT_UNKNOWN, key, "no record names it: an upload under way, or a leftover");
                }
            });
            unknown.clear();
        }

        private void found(ItemFinding code, EstateItems.Stored item, String detail) {
            told.found(code, item.name(), detail);
        }
    }
}
