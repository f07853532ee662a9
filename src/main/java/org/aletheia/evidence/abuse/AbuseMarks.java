package org.aletheia.evidence.abuse;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.aletheia.access.AccessGuard;
import org.aletheia.access.AccessIntent;
import org.aletheia.access.ClosureGround;
import org.aletheia.access.Closures;
import org.aletheia.access.Principal;
import org.aletheia.access.RecordKind;
import org.aletheia.access.RecordName;
import org.aletheia.access.Role;
import org.aletheia.access.approval.Approval;
import org.aletheia.access.approval.Approvals;
import org.aletheia.access.approval.Matter;
import org.aletheia.access.approval.MatterOfTwo;
import org.aletheia.access.approval.Payload;
import org.aletheia.custody.Journal;
import org.aletheia.custody.format.CustodyEventTypes;
import org.aletheia.evidence.abuse.store.MarkedItems;
import org.aletheia.evidence.record.RecordDirectory;
import org.aletheia.platform.http.ProblemException;
import org.aletheia.platform.http.ProblemType;
import org.jspecify.annotations.Nullable;

/**
 * Marks items as suspected material of the abuse of children. One suffices to mark, at once; two, one of them counsel, lift it.
 * Who the named persons are is said by the compartment {@link Principal#ABUSE_MATERIAL}, which two administrators give.
 */
@ApplicationScoped
public class AbuseMarks implements MatterOfTwo {
    private static final String ASKED_AS = "askedAs";
    private static final String NAMED = "named-person";

    private final AccessGuard guard;
    private final RecordDirectory directory;
    private final MarkedItems marked;
    private final Closures closures;
    private final Approvals approvals;
    private final Journal journal;

    AbuseMarks(
            AccessGuard guard,
            RecordDirectory directory,
            MarkedItems marked,
            Closures closures,
            Approvals approvals,
            Journal journal) {
        this.guard = guard;
        this.directory = directory;
        this.marked = marked;
        this.closures = closures;
        this.approvals = approvals;
        this.journal = journal;
    }

    /**
     * Marks an item whose content the caller may read. From the commit on it is there for named persons of its owner alone, also
     * for the caller.
     *
     * @throws ProblemException {@code not-found}; {@code state-refused} where it is marked, which a named person sees
     */
    @Transactional
    public void mark(UUID item) {
        directory.require(AccessIntent.READ_CONTENT, RecordKind.ITEM, item);
        if (marked.owner(item).isPresent()) {
            throw new ProblemException(ProblemType.STATE_REFUSED, Map.of("state", ClosureGround.ABUSE_MATERIAL.code()));
        }
        UUID event = journal.append(guard.event(CustodyEventTypes.ABUSE_SUSPECTED, RecordKind.ITEM, item)
                        .build())
                .eventId();
        closures.close(RecordKind.ITEM, item, ClosureGround.ABUSE_MATERIAL, basis(item), event);
    }

    /**
     * Asks that the mark of an item be lifted; it stands until another has approved.
     *
     * @param reason in words that name nobody
     * @throws ProblemException {@code not-found} where it is not marked, and for who is neither counsel nor a named person of
     *     its owner
     */
    @Transactional
    public Approval askLifting(UUID item, String reason) {
        Principal caller = guard.principal();
        UUID owner = marked.owner(item)
                .filter(org -> concerned(caller, org))
                .orElseThrow(() -> guard.absent(RecordKind.ITEM, item));
        Payload what = new Payload(
                Map.of("item", item.toString(), ASKED_AS, caller.has(Role.COUNSEL) ? Role.COUNSEL.code() : NAMED));
        return approvals.ask(Matter.ABUSE_MARK_LIFTING, item, owner, what, reason);
    }

    @Override
    public Set<Matter> matters() {
        return EnumSet.of(Matter.ABUSE_MARK_LIFTING);
    }

    /** One of the two is counsel: who decides, where who asked was not. */
    @Override
    public boolean entitles(Principal who, Approval asked) {
        boolean askedByCounsel = asked.payload().text(ASKED_AS).equals(Role.COUNSEL.code());
        boolean asks = who.member().equals(asked.requester());
        return (who.has(Role.COUNSEL) || asks != askedByCounsel) && concerned(who, asked.ownerOrg());
    }

    @Override
    public void execute(Approval approved) {
        UUID item = approved.record();
        if (marked.owner(item).isEmpty()) {
            throw new ProblemException(ProblemType.STATE_REFUSED);
        }
        UUID event = journal.append(guard.event(CustodyEventTypes.ABUSE_SUSPICION_LIFTED, RecordKind.ITEM, item)
                        .detail("approval", approved.id().toString())
                        .build())
                .eventId();
        closures.reopen(RecordKind.ITEM, item, ClosureGround.ABUSE_MATERIAL, basis(item), event);
    }

    private static boolean concerned(Principal who, @Nullable UUID owner) {
        return who.organisation().equals(owner) && (who.has(Role.COUNSEL) || who.isNamedForAbuseMaterial());
    }

    private static RecordName basis(UUID item) {
        return new RecordName(RecordKind.ITEM, item);
    }
}
