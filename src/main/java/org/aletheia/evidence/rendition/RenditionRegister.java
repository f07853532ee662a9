package org.aletheia.evidence.rendition;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Optional;
import java.util.UUID;
import org.aletheia.access.AccessGuard;
import org.aletheia.access.RecordKind;
import org.aletheia.access.Restrictions;
import org.aletheia.access.approval.TwoPersons;
import org.aletheia.custody.Journal;
import org.aletheia.custody.JournalRef;
import org.aletheia.custody.format.EventType;
import org.aletheia.custody.format.RenditionEventTypes;
import org.aletheia.evidence.DigestsJson;
import org.aletheia.evidence.EvidenceItem;
import org.aletheia.evidence.ReceiptEvent;
import org.aletheia.evidence.ReceivedFile;
import org.aletheia.evidence.rendition.Rendition.Made;
import org.aletheia.evidence.rendition.Rendition.Step;
import org.aletheia.evidence.rendition.store.RenditionRows;
import org.aletheia.evidence.store.ItemRows;
import org.aletheia.kernel.Digest;
import org.aletheia.kernel.Ids;
import org.aletheia.platform.http.ProblemException;
import org.aletheia.platform.http.ProblemType;

/** Changes of renditions, each one transaction with its event. The caller was found entitled before. */
@ApplicationScoped
class RenditionRegister {
    private final AccessGuard guard;
    private final ItemRows items;
    private final RenditionRows rows;
    private final Journal journal;
    private final Restrictions restrictions;
    private final TwoPersons two;

    RenditionRegister(
            AccessGuard guard,
            ItemRows items,
            RenditionRows rows,
            Journal journal,
            Restrictions restrictions,
            TwoPersons two) {
        this.guard = guard;
        this.items = items;
        this.rows = rows;
        this.journal = journal;
        this.restrictions = restrictions;
        this.two = two;
    }

    /**
     * Writes row and event. The item is held meanwhile, so that it neither goes at the same time nor gets the same rendition
     * twice. Where the same bytes were laid down before, nothing is written, and their object is left to the collector.
     */
    @Transactional
    ReceivedRendition add(UUID item, RenditionDraft said, ReceivedFile file) {
        EvidenceItem of = items.lock(item).orElseThrow(() -> guard.absent(RecordKind.ITEM, item));
        Optional<Rendition> before = rows.find(item, said.kind(), file.content().sha256());
        if (before.isPresent()) {
            return new ReceivedRendition(before.get(), false);
        }
        UUID id = Ids.timeOrdered();
        JournalRef event = journal.append(guard.event(RenditionEventTypes.RENDITION_MADE, RecordKind.ITEM, item)
                .detail("rendition", id.toString())
                .detail("kind", said.kind())
                .detail("inputs", said.inputs().stream().map(Digest::hex).toList())
                .detail("size", file.content().length())
                .detail("digests", DigestsJson.of(file.digests()))
                .build());
        Rendition made = new Rendition(
                id,
                item,
                of.ownerOrg(),
                said,
                file,
                new Made(guard.principal().member(), event.time(), new ReceiptEvent(event.eventId(), event.entry())),
                RenditionState.PROPOSED,
                null,
                null);
        rows.add(made);
        return new ReceivedRendition(made, true);
    }

    /**
     * Writes what was decided. Taking an approval back leaves the item out of every search from the commit on, until the index
     * has caught up. Of whoever approves is required what is of every second person. Of its maker only that it is another: they
     * may be a program, or have left since.
     *
     * @throws ProblemException {@code state-refused}; {@code second-person-required} where its maker would judge it, and {@code
     *     strong-authentication-required}, as of {@link TwoPersons#requireOneself}, where it is approved
     */
    @Transactional
    Rendition decide(UUID item, UUID id, RenditionDecision decision) {
        Rendition before = rows.lock(item, id).orElseThrow(() -> guard.absent(RecordKind.ITEM, id));
        if (!before.state().next().contains(decision.state())) {
            throw new ProblemException(ProblemType.STATE_REFUSED);
        }
        UUID member = guard.principal().member();
        boolean withdraws = decision.state() == RenditionState.WITHDRAWN;
        if (!withdraws) {
            two.requireOther(before.made().by());
        }
        if (decision.state() == RenditionState.APPROVED) {
            two.requireOneself();
        }
        JournalRef event = journal.append(guard.event(type(decision.state()), RecordKind.ITEM, item)
                .reason(decision.reason())
                .detail("rendition", id.toString())
                .detail("kind", before.said().kind())
                .build());
        Step step = new Step(member, event.time(), decision.reason());
        Rendition next = new Rendition(
                id,
                item,
                before.ownerOrg(),
                before.said(),
                before.file(),
                before.made(),
                decision.state(),
                withdraws ? before.decision() : step,
                withdraws ? step : null);
        rows.decide(next);
        if (before.state() == RenditionState.APPROVED) {
            restrictions.add(RecordKind.ITEM, item, null, event.eventId());
        }
        return next;
    }

    private static EventType type(RenditionState state) {
        return switch (state) {
            case APPROVED -> RenditionEventTypes.RENDITION_APPROVED;
            case REFUSED -> RenditionEventTypes.RENDITION_REFUSED;
            case WITHDRAWN -> RenditionEventTypes.RENDITION_WITHDRAWN;
            case PROPOSED -> throw new IllegalStateException("no decision leads back to the proposal");
        };
    }
}
