package org.aletheia.access;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.aletheia.access.store.MemberOrganisationStore;
import org.aletheia.access.store.ShareStore;
import org.aletheia.custody.EventDraft;
import org.aletheia.custody.Journal;
import org.aletheia.custody.format.EventType;
import org.aletheia.custody.format.EventTypes;
import org.aletheia.kernel.Ids;
import org.aletheia.platform.http.Finding;
import org.aletheia.platform.http.ProblemException;
import org.aletheia.platform.http.ProblemType;
import org.aletheia.platform.time.Moments;
import org.jspecify.annotations.Nullable;

/** Makes records of the caller's organisation available to another, and ends that. */
@ApplicationScoped
public class Shares {
    private final AccessGuard guard;
    private final RecordLookup records;
    private final Instance<SharedAlong> along;
    private final ShareStore shares;
    private final MemberOrganisationStore organisations;
    private final Restrictions restrictions;
    private final Journal journal;
    private final Clock clock;

    Shares(
            AccessGuard guard,
            RecordLookup records,
            Instance<SharedAlong> along,
            ShareStore shares,
            MemberOrganisationStore organisations,
            Restrictions restrictions,
            Journal journal,
            Clock clock) {
        this.guard = guard;
        this.records = records;
        this.along = along;
        this.shares = shares;
        this.organisations = organisations;
        this.restrictions = restrictions;
        this.journal = journal;
        this.clock = clock;
    }

    /**
     * Shares a record and those that go along with it; each is an event. One transaction.
     *
     * @param until when the shares end by themselves; null: never
     * @return the share of the record itself
     * @throws ProblemException {@code not-found} for a record that the caller may not transmit, {@code invalid-request}
     *     for the grantee or the time, {@code conflict} where it is shared already
     */
    @Transactional
    public Share give(RecordKind kind, UUID id, UUID grantee, @Nullable Instant until) {
        ProtectedRecord record = transmittable(kind, id);
        checkGrantee(record, grantee);
        if (until != null && !until.isAfter(clock.instant())) {
            throw invalid("/until", "in-the-past");
        }
        if (shares.stands(kind, id, grantee)) {
            throw new ProblemException(ProblemType.CONFLICT);
        }
        Share given = give(record, grantee, until);
        for (ProtectedRecord other : goingAlong(kind, id)) {
            if (!shares.stands(other.kind(), other.id(), grantee)) {
                give(other, grantee, until);
            }
        }
        return given;
    }

    /** The standing shares of a record of the caller's organisation. @throws ProblemException {@code not-found} */
    @Transactional
    public List<Share> standing(RecordKind kind, UUID id) {
        transmittable(kind, id);
        return shares.standing(kind, id);
    }

    /**
     * Ends a share and those of the records that went along with it. From the commit on nothing opens through them;
     * searches leave them out until the index has caught up.
     *
     * @throws ProblemException {@code not-found}, also for one that has ended
     */
    @Transactional
    public void end(UUID id) {
        Share share = shares.find(id)
                .filter(found -> found.endedAt() == null)
                .orElseThrow(() -> guard.absent(RecordKind.SHARE, id));
        transmittable(share.kind(), share.record());
        Instant now = Moments.now(clock);
        end(share, now);
        for (ProtectedRecord other : goingAlong(share.kind(), share.record())) {
            shares.standing(other.kind(), other.id()).stream()
                    .filter(found -> found.grantee().equals(share.grantee()))
                    .forEach(found -> end(found, now));
        }
    }

    /**
     * Gives a new record the standing shares of the one that it belongs to, in the caller's transaction; for records
     * that {@link SharedAlong} would have taken along had they been there.
     */
    public void inherit(RecordKind parentKind, UUID parent, ProtectedRecord child) {
        shares.standing(parentKind, parent).forEach(share -> give(child, share.grantee(), share.endsAt()));
    }

    private ProtectedRecord transmittable(RecordKind kind, UUID id) {
        ProtectedRecord record = records.find(kind, id).orElseThrow(() -> guard.absent(kind, id));
        guard.check(AccessIntent.TRANSMIT, record);
        return record;
    }

    private void checkGrantee(ProtectedRecord record, UUID grantee) {
        boolean fits = !grantee.equals(record.ownerOrg())
                && organisations
                        .find(grantee)
                        .filter(found -> found.endedAt() == null)
                        .isPresent();
        if (!fits) {
            throw invalid("/grantee", "not-another-member-organisation");
        }
    }

    private List<ProtectedRecord> goingAlong(RecordKind kind, UUID id) {
        List<ProtectedRecord> found = new ArrayList<>();
        along.stream().filter(each -> each.parent() == kind).forEach(each -> found.addAll(each.with(id)));
        return found;
    }

    private Share give(ProtectedRecord record, UUID grantee, @Nullable Instant until) {
        Share share = new Share(
                Ids.timeOrdered(),
                record.kind(),
                record.id(),
                record.ownerOrg(),
                grantee,
                until,
                null,
                guard.principal().member(),
                Moments.now(clock));
        shares.add(share);
        journal.append(event(EventTypes.SHARE_GIVEN, share));
        return share;
    }

    private void end(Share share, Instant at) {
        if (shares.end(share.id(), at)) {
            UUID event = journal.append(event(EventTypes.SHARE_ENDED, share)).eventId();
            restrictions.add(share.kind(), share.record(), share.grantee(), event);
        }
    }

    private EventDraft event(EventType type, Share share) {
        return guard.event(type, share.kind(), share.record())
                .detail("share", share.id().toString())
                .detail("grantee", share.grantee().toString())
                .detail("until", share.endsAt() == null ? null : share.endsAt().toString())
                .build();
    }

    private static ProblemException invalid(String pointer, String code) {
        return new ProblemException(ProblemType.INVALID_REQUEST, Map.of(), List.of(new Finding(pointer, code)));
    }
}
