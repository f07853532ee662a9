package org.aletheia.access;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.aletheia.access.store.ShareStore;
import org.aletheia.custody.EventDraft;
import org.aletheia.custody.Journal;
import org.aletheia.custody.JournalRef;
import org.aletheia.custody.format.GovernanceEventTypes;
import org.aletheia.platform.http.Finding;
import org.aletheia.platform.http.ProblemException;
import org.aletheia.platform.http.ProblemType;

/** Takes purposes from shares. For more purposes a record is given anew, so that its terms are asked again. */
@ApplicationScoped
public class SharePurposes {
    private final AccessGuard guard;
    private final Shares sharing;
    private final ShareStore shares;
    private final Restrictions restrictions;
    private final Journal journal;

    SharePurposes(AccessGuard guard, Shares sharing, ShareStore shares, Restrictions restrictions, Journal journal) {
        this.guard = guard;
        this.sharing = sharing;
        this.shares = shares;
        this.restrictions = restrictions;
        this.journal = journal;
    }

    /**
     * Leaves a share, and those of the records that went along with it, for these purposes alone. Each is an event. Searches
     * of the grantee leave the records out from the commit on until the index has caught up, which errs on the closed side.
     * Where it is for these already, nothing changes.
     *
     * @param purposes of those that it has, at least one
     * @throws ProblemException as {@link Shares#changeable}; {@code invalid-request} for a purpose that it is not for
     */
    @Transactional
    public Share narrow(UUID id, Set<Purpose> purposes) {
        sharing.changeable(id);
        List<Share> given = shares.holdAlong(id);
        Share share = given.stream()
                .filter(each -> each.id().equals(id))
                .findFirst()
                .orElseThrow(() -> guard.absent(RecordKind.SHARE, id));
        if (share.purposes().equals(purposes)) {
            return share;
        }
        if (!share.purposes().isEmpty() && !share.purposes().containsAll(purposes)) {
            throw new ProblemException(
                    ProblemType.INVALID_REQUEST, Map.of(), List.of(new Finding("/purposes", "not-among-those-given")));
        }
        List<Share> changed = shares.purposes(given.stream().map(Share::id).toList(), purposes);
        restrictions.add(changed, tell(changed));
        return changed.stream().filter(each -> each.id().equals(id)).findFirst().orElseThrow();
    }

    private List<JournalRef> tell(List<Share> changed) {
        List<EventDraft> events = changed.stream()
                .map(share -> guard.event(GovernanceEventTypes.SHARE_PURPOSES, share.kind(), share.record())
                        .detail("share", share.id().toString())
                        .detail("grantee", share.grantee().toString())
                        .detail("purposes", share.purposeCodes())
                        .build())
                .toList();
        return journal.appendAll(events);
    }
}
