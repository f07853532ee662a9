package org.aletheia.evidence.fsck;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.aletheia.custody.format.Event;
import org.aletheia.custody.format.EventTypes;
import org.aletheia.custody.format.RecordSubject;
import org.aletheia.custody.format.RenditionEventTypes;
import org.aletheia.custody.fsck.EstateCheck;
import org.aletheia.custody.fsck.Examination;
import org.aletheia.custody.fsck.LoggedEvents;
import org.aletheia.evidence.DigestsJson;
import org.aletheia.evidence.content.ContentAudit;
import org.aletheia.evidence.content.ContentTamperedException;
import org.aletheia.evidence.content.StoredContent;
import org.aletheia.evidence.store.EstateItems;
import org.aletheia.kernel.Digest;
import org.aletheia.platform.keys.KeyAudit;
import org.aletheia.platform.keys.KeyPurpose;
import org.aletheia.platform.keys.UnitKey;
import org.aletheia.platform.keys.store.RegisterRows;
import org.jspecify.annotations.Nullable;

/**
 * Every item, and every rendition of one, against the event of its receipt, its key against the keys bucket, its object against both: the beginning of
 * the object always, all of it where asked for.
 */
public final class ItemCheck implements EstateCheck {
    private static final int PAGE = 200;
    private static final UUID FIRST = new UUID(0, 0);
    private static final String KIND = "item";

    private final EstateItems items;
    private final LoggedEvents events;
    private final KeyAudit keys;
    private final ContentAudit contents;
    private final boolean whole;

    /**
     * @param follower with the rights of role aletheia_follower
     * @param whole whether objects are read and decrypted to their end
     */
    public ItemCheck(DataSource follower, KeyAudit keys, ContentAudit contents, boolean whole) {
        this.items = new EstateItems(follower);
        this.events = new LoggedEvents(follower);
        this.keys = keys;
        this.contents = contents;
        this.whole = whole;
    }

    @Override
    public String name() {
        return "items";
    }

    @Override
    public void run(Examination examination) {
        String from = examination.from();
        UUID after = from == null ? FIRST : UUID.fromString(from);
        List<EstateItems.Stored> page = items.after(after, PAGE);
        while (!page.isEmpty()) {
            check(page, examination);
            page = items.after(page.getLast().id(), PAGE);
        }
    }

    private void check(List<EstateItems.Stored> page, Examination told) {
        Map<UUID, LoggedEvents.Logged> receipts =
                events.find(page.stream().map(item -> item.receipt().event()).toList());
        Map<UUID, RegisterRows.Row> rows =
                keys.rows(page.stream().map(item -> item.content().unitKeyId()).toList());
        for (EstateItems.Stored item : page) {
            receipt(item, receipts.get(item.receipt().event()), told);
            content(item, rows.get(item.content().unitKeyId()), told);
            told.examined(1);
            told.reached(item.id().toString());
        }
    }

    private static void receipt(EstateItems.Stored item, LoggedEvents.@Nullable Logged logged, Examination told) {
        if (logged == null) {
            found(
                    ItemFinding.ITEM_RECEIPT,
                    item,
                    "no event is called " + item.receipt().event(),
                    told);
            return;
        }
        if (!logged.entry().equals(item.receipt().entry())) {
            found(ItemFinding.ITEM_RECEIPT, item, "the event of receipt has another entry", told);
        }
        Optional<Event> event = logged.event();
        if (event.isPresent() && !tells(event.get(), item)) {
            found(ItemFinding.ITEM_RECEIPT, item, "the event that it names tells of something else", told);
        } else if (event.isPresent() && !states(event.get(), item.content())) {
            found(ItemFinding.ITEM_ALTERED, item, "its length or digests are not those of its receipt", told);
        }
    }

    private static boolean tells(Event event, EstateItems.Stored item) {
        boolean ofItem = RecordSubject.of(KIND, item.item()).equals(event.subject());
        UUID rendition = item.rendition();
        return rendition == null
                ? ofItem && event.type().equals(EventTypes.RECEIVED.code())
                : ofItem
                        && event.type().equals(RenditionEventTypes.RENDITION_MADE.code())
                        && rendition.toString().equals(event.detail().get("rendition"));
    }

    private static boolean states(Event event, StoredContent content) {
        List<Digest> digests = new ArrayList<>(List.of(content.sha256()));
        if (content.sha512() != null) {
            digests.add(content.sha512());
        }
        return event.detail().get("size") instanceof Number size
                && size.longValue() == content.length()
                && DigestsJson.of(digests).equals(event.detail().get("digests"));
    }

    private void content(EstateItems.Stored item, RegisterRows.@Nullable Row row, Examination told) {
        KeyAudit.Examined key = keys.examine(row, KeyPurpose.ITEM, item.item());
        key.problems().forEach(problem -> found(code(problem), item, describe(problem, item), told));
        if (key.destroyed()) {
            found(ItemFinding.KEY_DESTROYED, item, "nobody can read it any more", told);
        }
        if (key.destroyed() != item.disposed()) {
            found(
                    ItemFinding.KEY_UNDECIDED,
                    item,
                    item.disposed()
                            ? "it was disposed of, and its key opens it"
                            : "its key was destroyed, and it was not disposed of",
                    told);
        }
        try {
            read(item, key.key(), told);
        } catch (ContentTamperedException e) {
            tampered(item, e.finding(), told);
        }
    }

    private void read(EstateItems.Stored item, @Nullable UnitKey key, Examination told) {
        StoredContent content = item.content();
        if (!whole) {
            if (key != null) {
                contents.open(content, key);
            }
        } else if (key == null) {
            sealed(item, contents.sealed(content), told);
        } else {
            ContentAudit.Read read = contents.read(content, key);
            boolean same = read.sha256().equals(content.sha256())
                    && (content.sha512() == null || read.sha512().equals(content.sha512()));
            if (!same) {
                found(ItemFinding.CONTENT_ALTERED, item, "decrypts to other bytes than were received", told);
            }
            sealed(item, read.sealedSha256(), told);
        }
    }

    private static void sealed(EstateItems.Stored item, Digest read, Examination told) {
        if (!read.equals(item.content().sealedSha256())) {
            found(ItemFinding.CONTENT_ALTERED, item, "its object has another SHA-256 than was stored", told);
        }
    }

    /** That an object is not there, or too short, is told once: by the check that lists them all. */
    private static void tampered(EstateItems.Stored item, ContentTamperedException.Finding finding, Examination told) {
        switch (finding) {
            case MISSING, TRUNCATED -> {}
            case HEADER -> found(ItemFinding.CONTENT_FOREIGN, item, "its object is that of something else", told);
            case DATA_KEY -> found(ItemFinding.CONTENT_KEY, item, "its key does not open its object", told);
            case SEGMENT -> found(ItemFinding.CONTENT_ALTERED, item, "its object does not decrypt", told);
        }
    }

    private static ItemFinding code(KeyAudit.Problem problem) {
        return switch (problem) {
            case MISSING, FOREIGN -> ItemFinding.KEY_MISSING;
            case BROKEN -> ItemFinding.KEY_BROKEN;
            case COPY_MISSING -> ItemFinding.KEY_COPY_MISSING;
            case COPY_DIFFERS -> ItemFinding.KEY_COPY_DIFFERS;
        };
    }

    private static String describe(KeyAudit.Problem problem, EstateItems.Stored item) {
        String key = "unit key " + item.content().unitKeyId();
        return switch (problem) {
            case MISSING -> key + " is not in the register";
            case FOREIGN -> key + " is that of something else";
            case BROKEN -> key + " does not open";
            case COPY_MISSING -> key + " is not in the keys bucket";
            case COPY_DIFFERS -> key + " is another in the keys bucket than in the register";
        };
    }

    private static void found(ItemFinding code, EstateItems.Stored item, String detail, Examination told) {
        told.found(code, item.name(), detail);
    }
}
