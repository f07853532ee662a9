package org.aletheia.evidence.opinion;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.aletheia.access.AccessGuard;
import org.aletheia.access.AccessIntent;
import org.aletheia.access.Principal;
import org.aletheia.access.ProtectedRecord;
import org.aletheia.access.RecordKind;
import org.aletheia.evidence.record.LinkedRecords;
import org.aletheia.evidence.record.PageRequest;
import org.aletheia.evidence.record.Protection;
import org.aletheia.evidence.record.RecordDesk;
import org.aletheia.evidence.record.RecordStore;
import org.aletheia.evidence.record.RecordVersion;
import org.aletheia.platform.http.Page;
import org.aletheia.platform.http.ProblemException;
import org.jspecify.annotations.Nullable;

/**
 * Opinions on the authenticity of items. One is as protected as its item, and is seen by who gave it, by the owner of the item,
 * and by others with whom that is shared where its owner gave it.
 */
@Singleton
public class Opinions extends LinkedRecords<Opinion> {
    private static final int MOST = 500;

    private final RecordDesk desk;

    Opinions(RecordStore<Opinion> store, RecordDesk desk) {
        super(RecordKind.OPINION, store, desk);
        this.desk = desk;
    }

    /**
     * Gives an opinion.
     *
     * @throws ProblemException {@code not-found} where the caller may not link to the item; {@code invalid-request}
     */
    @Transactional
    public RecordVersion<Opinion> give(UUID item, @Nullable String key, OpinionBody body) {
        AccessGuard guard = desk.guard();
        ProtectedRecord record = desk.directory().require(AccessIntent.LINK, RecordKind.ITEM, item);
        Principal caller = guard.requireCreate(RecordKind.OPINION);
        return once(key, "opinion/" + item, body, () -> {
            Opinion said = body.check(desk.checks(), item, caller.member(), other -> isOn(other, item));
            return add(caller, Protection.of(record), said);
        });
    }

    private boolean isOn(UUID opinion, UUID item) {
        return find(opinion)
                .filter(found -> found.content().item().equals(item))
                .isPresent();
    }

    /** The opinions on one item, oldest first. */
    public Page<RecordVersion<Opinion>> of(UUID item, PageRequest page) {
        desk.directory().require(AccessIntent.READ, RecordKind.ITEM, item);
        return list(page.with("item", item.toString()));
    }

    /** The opinions on an item that the caller was found permitted to read, at most 500; told to the journal. */
    public List<RecordVersion<Opinion>> all(UUID item) {
        List<RecordVersion<Opinion>> found = matching(Map.of("item", item.toString()), MOST);
        told(found.stream().map(RecordVersion::id).toList());
        return found;
    }

    /**
     * The opinions on each of these items, which the caller was found permitted to read, at most 500 each; to be told to the
     * journal by whoever shows them.
     */
    public Map<UUID, List<RecordVersion<Opinion>>> on(Collection<UUID> items) {
        Map<UUID, List<RecordVersion<Opinion>>> found = new LinkedHashMap<>();
        items.forEach(item -> found.put(item, matching(Map.of("item", item.toString()), MOST)));
        return found;
    }
}
