package org.aletheia.evidence.rendition;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.aletheia.access.AccessGuard;
import org.aletheia.access.AccessIntent;
import org.aletheia.access.ClosureGround;
import org.aletheia.access.Closures;
import org.aletheia.access.ProtectedRecord;
import org.aletheia.access.RecordKind;
import org.aletheia.evidence.Downloads;
import org.aletheia.evidence.EvidenceItem;
import org.aletheia.evidence.Exposure;
import org.aletheia.evidence.IncomingFile;
import org.aletheia.evidence.Items;
import org.aletheia.evidence.PlainText;
import org.aletheia.evidence.ReceivedFile;
import org.aletheia.evidence.Uploads;
import org.aletheia.evidence.UseRecord;
import org.aletheia.evidence.content.ExpectedDigests;
import org.aletheia.evidence.rendition.passage.FoundPassages;
import org.aletheia.evidence.rendition.passage.Passages;
import org.aletheia.evidence.rendition.store.RenditionRows;
import org.aletheia.kernel.Digest;
import org.aletheia.platform.http.Page;
import org.aletheia.platform.http.ProblemException;
import org.aletheia.platform.http.ProblemType;
import org.aletheia.platform.keys.UnitKeys;

/**
 * The renditions of items. They are made in the organisation that owns the item, by who may link to it; read by who may read
 * its content, and by those who judge renditions; judged by a second person who supervises, and taken back by either.
 *
 * <p>While an order withholds the content of the item, of its renditions those are read that the order leaves.
 */
@ApplicationScoped
public class Renditions {
    private static final List<AccessIntent> SEEN = List.of(AccessIntent.READ, AccessIntent.SUPERVISE);
    private static final List<AccessIntent> WITHDRAWING = List.of(AccessIntent.SUPERVISE, AccessIntent.LINK);

    private final AccessGuard guard;
    private final Items items;
    private final RenditionRows rows;
    private final RenditionRegister register;
    private final Uploads uploads;
    private final Downloads downloads;
    private final UnitKeys keys;
    private final Closures closures;
    private final UseRecord use;
    private final PlainText text;

    Renditions(
            AccessGuard guard,
            Items items,
            RenditionRows rows,
            RenditionRegister register,
            Uploads uploads,
            Downloads downloads,
            UnitKeys keys,
            Closures closures,
            UseRecord use,
            PlainText text) {
        this.guard = guard;
        this.items = items;
        this.rows = rows;
        this.register = register;
        this.uploads = uploads;
        this.downloads = downloads;
        this.keys = keys;
        this.closures = closures;
        this.use = use;
        this.text = text;
    }

    /**
     * An item of which the caller may lay down renditions.
     *
     * @throws ProblemException {@code not-found}; {@code forbidden} where another organisation owns it, which alone answers for
     *     what is made of it
     */
    public EvidenceItem requireMaking(UUID item) {
        EvidenceItem found = items.require(item, AccessIntent.LINK);
        requireOwn(found);
        return found;
    }

    /** SHA-256 of all that a rendition of the item may be made from. */
    public Set<Digest> sources(EvidenceItem item) {
        Set<Digest> sources = new HashSet<>(rows.digests(item.id()));
        sources.add(item.version().file().content().sha256());
        return Set.copyOf(sources);
    }

    /**
     * Lays down a rendition; to be called after {@link #requireMaking}. The same bytes as the same kind of thing are laid down
     * once: whoever sends them again gets what became of them.
     *
     * <p>Order of durable effects: (1) the sealed object, under the key of the item; (2) row and event, in one transaction. A
     * crash in between leaves an object that no record names, which the collector removes.
     *
     * @throws IOException when the bytes stop coming; nothing is kept
     */
    public ReceivedRendition receive(EvidenceItem item, RenditionDraft said, IncomingFile file) throws IOException {
        UUID key = item.version().file().content().unitKeyId();
        ReceivedFile received = uploads.store(file, ExpectedDigests.of(file.stated()), keys.open(key));
        return register.add(item.id(), said, received.withoutName());
    }

    /** The renditions of an item that the caller may see after an id, the first one first; told to the journal. */
    public List<Rendition> of(UUID item, UUID after, int limit) {
        items.requireAny(item, SEEN);
        use.viewed(RecordKind.ITEM, item);
        return rows.of(item, after, limit);
    }

    /** One of them; told to the journal. @throws ProblemException {@code not-found} */
    public Rendition get(UUID item, UUID id) {
        items.requireAny(item, SEEN);
        Rendition found = find(item, id);
        use.viewed(RecordKind.ITEM, item);
        return found;
    }

    /** Renditions of the caller's organisation that wait to be judged, and that the caller may judge or take back. */
    public List<Rendition> proposed(UUID after, int limit) {
        return rows.proposed(guard.principal().organisation(), after, limit);
    }

    /** Those of a page that the caller may judge or take back; told to the journal. */
    public Page<Rendition> shown(Page<Rendition> page) {
        List<Rendition> shown =
                page.items().stream().filter(this::concernsCaller).toList();
        use.listed(
                RecordKind.ITEM, shown.stream().map(Rendition::item).distinct().toList());
        return new Page<>(shown, page.next());
    }

    private boolean concernsCaller(Rendition rendition) {
        return items.permits(rendition.item(), WITHDRAWING);
    }

    /**
     * Requires that the caller may judge renditions of the item, or take them back.
     *
     * @throws ProblemException {@code not-found}; {@code forbidden} where another organisation owns it
     */
    public void requireDeciding(UUID item) {
        requireOwn(items.requireAny(item, WITHDRAWING));
    }

    /**
     * Judges a rendition, or takes it back; to be called after {@link #requireDeciding}.
     *
     * @throws ProblemException {@code not-found}; {@code state-refused}; {@code second-person-required}; {@code
     *     strong-authentication-required}
     */
    public Rendition decide(UUID item, UUID id, RenditionDecision decision) {
        if (decision.state() != RenditionState.WITHDRAWN) {
            EvidenceItem of = items.require(item, AccessIntent.SUPERVISE);
            requireReadable(of, find(item, id));
        }
        return register.decide(item, id, decision);
    }

    /** A rendition whose bytes the caller may have; nothing is told to the journal yet. */
    public Rendition requireContent(UUID item, UUID id) {
        EvidenceItem of = items.requireAny(item, SEEN);
        Rendition found = find(item, id);
        requireReadable(of, found);
        return found;
    }

    /**
     * Why nobody should come upon its bytes unprepared: an image or video, or what may be one, is as hard to bear as what it was
     * made from.
     */
    public Set<Exposure> exposure(Rendition rendition) {
        return rendition.file().mayBeSeen() ? Exposure.of(items.requireAny(rendition.item(), SEEN)) : Set.of();
    }

    /** Opens a range, as {@link Downloads#open} does. */
    public InputStream open(Rendition rendition, long from, long length) {
        return downloads.openRendition(
                rendition.item(), rendition.id(), rendition.file().content(), from, length);
    }

    /**
     * Proposes passages of a rendition's text that may identify somebody; told to the journal.
     *
     * @throws ProblemException {@code not-found}; {@code state-refused} where it is no text
     */
    public FoundPassages passages(UUID item, UUID id) {
        Rendition found = requireContent(item, id);
        String words = (found.isText() ? text.of(found.file()) : Optional.<String>empty())
                .orElseThrow(() -> new ProblemException(ProblemType.STATE_REFUSED));
        use.viewed(RecordKind.ITEM, item);
        return Passages.in(words, text.isWhole(found.file()));
    }

    private Rendition find(UUID item, UUID id) {
        return rows.find(item, id).orElseThrow(() -> guard.absent(RecordKind.ITEM, id));
    }

    private void requireOwn(EvidenceItem item) {
        if (!item.ownerOrg().equals(guard.principal().organisation())) {
            throw new ProblemException(ProblemType.FORBIDDEN);
        }
    }

    private void requireReadable(EvidenceItem item, Rendition rendition) {
        ProtectedRecord record = item.guarded();
        Set<ClosureGround> grounds = closures.inForce(RecordKind.ITEM, item.id());
        boolean withheld = grounds.contains(ClosureGround.CONTENT_WITHHELD);
        boolean left = withheld && OrderedRenditions.leave(rows.withheld(item.id()), rendition);
        ProtectedRecord asOrdered = left ? record.closedBy(without(grounds)) : record.closedBy(grounds);
        boolean judged = guard.permits(AccessIntent.SUPERVISE, record.closedBy(grounds))
                && (!withheld || rendition.said().kind().equals(Rendition.REDACTION));
        if (!judged) {
            guard.check(AccessIntent.READ_CONTENT, asOrdered);
        }
    }

    private static Set<ClosureGround> without(Set<ClosureGround> grounds) {
        Set<ClosureGround> rest = EnumSet.copyOf(grounds);
        rest.remove(ClosureGround.CONTENT_WITHHELD);
        return rest;
    }
}
