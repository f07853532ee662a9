package org.aletheia.evidence;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.aletheia.access.AccessGuard;
import org.aletheia.access.AccessIntent;
import org.aletheia.access.DisposedRecord;
import org.aletheia.access.ProtectedRecord;
import org.aletheia.access.RecordKind;
import org.aletheia.access.RecordLookup;
import org.aletheia.custody.Chains;
import org.aletheia.custody.Chains.FoundEvent;
import org.aletheia.custody.Proofs;
import org.aletheia.custody.Subject;
import org.aletheia.custody.format.EventField;
import org.aletheia.custody.format.EventTypeGroup;
import org.aletheia.custody.format.EventTypeRegistry;
import org.aletheia.evidence.store.NoticeRows;
import org.aletheia.platform.http.ProblemException;
import org.aletheia.platform.http.ProblemType;

/**
 * Events by their id, each with the fields that {@link EventDisclosure} shows. Who may see the history of its subject may
 * see an event of handling; an event of use is shown to members of the organisation that used it, and to those of the item's
 * owner once that body let them know, and only where it is about one record. An event about several records is shown to
 * whoever may see the history of one of them. Who handed something in for another organisation sees the event of its receipt.
 */
@ApplicationScoped
public class Events {
    private final AccessGuard guard;
    private final Chains chains;
    private final Proofs proofs;
    private final RecordLookup records;
    private final EventDisclosure disclosure;
    private final NoticeRows notices;
    private final HandIns handIns;

    Events(
            AccessGuard guard,
            Chains chains,
            Proofs proofs,
            RecordLookup records,
            EventDisclosure disclosure,
            NoticeRows notices,
            HandIns handIns) {
        this.guard = guard;
        this.chains = chains;
        this.proofs = proofs;
        this.records = records;
        this.disclosure = disclosure;
        this.notices = notices;
        this.handIns = handIns;
    }

    /** An event that the caller may see; {@code not-found} while it has no index yet. */
    public FoundEvent get(UUID id) {
        FoundEvent found = chains.find(id)
                .filter(event -> !event.entry().subjects().isEmpty()) // about no record: nobody's history has it
                .orElseThrow(() -> new ProblemException(ProblemType.NOT_FOUND));
        boolean open = !isUse(found) || found.entry().subjects().size() == 1 && (isOwn(found) || notices.isNoticed(id));
        if (!open) {
            throw new ProblemException(ProblemType.NOT_FOUND);
        }
        List<ProtectedRecord> shown = found.entry().subjects().stream()
                .flatMap(subject -> withOpenHistory(subject).stream())
                .toList();
        if (shown.isEmpty() && !handIns.isReceipt(id)) {
            Subject first = found.entry().subjects().getFirst();
            throw guard.absent(RecordKind.parse(first.kind()), first.id());
        }
        UUID own = guard.principal().organisation();
        boolean owned = shown.stream().anyMatch(record -> record.ownerOrg().equals(own));
        return new FoundEvent(found.entry(), disclosure.shown(found.event(), owned), found.integrated());
    }

    /** Of an event about several records, each is committed to on its own: who sees one does not learn the others. */
    private Optional<ProtectedRecord> withOpenHistory(Subject subject) {
        RecordKind kind = RecordKind.parse(subject.kind());
        return records.find(kind, subject.id())
                .or(() -> records.findDisposed(kind, subject.id()).map(DisposedRecord::was))
                .filter(record -> guard.permits(AccessIntent.READ_CUSTODY, record));
    }

    /**
     * The tlog-proof of an event that the caller may see.
     *
     * @throws ProblemException {@code proof-pending} while no published checkpoint covers it
     */
    public String proof(UUID id) {
        get(id);
        return proofs.tlogProof(id).orElseThrow(() -> new ProblemException(ProblemType.PROOF_PENDING, Map.of()));
    }

    private static boolean isUse(FoundEvent found) {
        return EventTypeRegistry.builtIn()
                .find(found.entry().type())
                .map(type -> type.group() == EventTypeGroup.ACCESS)
                .orElse(true);
    }

    private boolean isOwn(FoundEvent found) {
        String own = guard.principal().organisation().toString();
        return found.event().value(EventField.ORGANISATION).filter(own::equals).isPresent();
    }
}
