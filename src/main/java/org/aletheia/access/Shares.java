package org.aletheia.access;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.aletheia.access.store.MemberOrganisationStore;
import org.aletheia.access.store.ShareStore;
import org.aletheia.custody.EventDraft;
import org.aletheia.custody.Journal;
import org.aletheia.custody.JournalRef;
import org.aletheia.custody.format.EventType;
import org.aletheia.custody.format.EventTypes;
import org.aletheia.custody.format.GovernanceEventTypes;
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
    private final StatedTerms terms;
    private final ShareStore shares;
    private final MemberOrganisationStore organisations;
    private final Restrictions restrictions;
    private final Journal journal;
    private final Clock clock;

    Shares(
            AccessGuard guard,
            RecordLookup records,
            Instance<SharedAlong> along,
            StatedTerms terms,
            ShareStore shares,
            MemberOrganisationStore organisations,
            Restrictions restrictions,
            Journal journal,
            Clock clock) {
        this.guard = guard;
        this.records = records;
        this.along = along;
        this.terms = terms;
        this.shares = shares;
        this.organisations = organisations;
        this.restrictions = restrictions;
        this.journal = journal;
        this.clock = clock;
    }

    /**
     * Shares a record and those that go along with it, as far as the caller may see these and their own terms let them; each
     * is an event. One transaction. A part whose upload is under way meanwhile may be missed, never shared too widely.
     *
     * @param purposes those for which alone whoever reads by these shares must declare it; empty: for any
     * @param until when the shares end by themselves, if its terms do not end them before; null: never
     * @return the share of the record itself
     * @throws ProblemException {@code not-found} for a record that the caller may not transmit, {@code invalid-request}
     *     for the grantee, the time or what the record's terms forbid, {@code conflict} where it is shared already
     */
    @Transactional
    public Share give(RecordKind kind, UUID id, UUID grantee, Set<Purpose> purposes, @Nullable Instant until) {
        ProtectedRecord record = transmittable(kind, id);
        MemberOrganisation organisation = otherOrganisation(record, grantee);
        if (Ends.over(until, clock.instant())) {
            throw invalid("/until", "in-the-past");
        }
        List<Finding> against = terms.against(kind, id, organisation);
        if (!against.isEmpty()) {
            throw new ProblemException(ProblemType.INVALID_REQUEST, Map.of(), against);
        }
        Given given = new Given(record.ownerOrg(), purposes, terms.until(kind, id, until), Moments.now(clock));
        List<Share> made = shares.add(List.of(given.share(kind, id, grantee, null)));
        if (made.isEmpty()) {
            throw new ProblemException(ProblemType.CONFLICT);
        }
        List<Share> all = new ArrayList<>(made);
        for (List<Share> level = made; !level.isEmpty(); all.addAll(level)) {
            level = shares.add(terms.mayGo(along(level, given), organisation));
        }
        tell(EventTypes.SHARE_GIVEN, all);
        return made.getFirst();
    }

    /** The standing shares of a record of the caller's organisation. @throws ProblemException {@code not-found} */
    @Transactional
    public List<Share> standing(RecordKind kind, UUID id) {
        transmittable(kind, id);
        Instant now = clock.instant();
        return shares.standing(kind, id).stream()
                .filter(share -> share.inForce(now))
                .toList();
    }

    /**
     * Ends a share and those of the records that went along with it, also of those that the caller may not see. From the
     * commit on nothing opens through them; searches leave them out until the index has caught up. A share that a part
     * was given by itself stands.
     *
     * @throws ProblemException {@code not-found}, also for one that has ended
     */
    @Transactional
    public void end(UUID id) {
        Share share = shares.find(id)
                .filter(found -> found.endedAt() == null)
                .orElseThrow(() -> guard.absent(RecordKind.SHARE, id));
        transmittable(share.kind(), share.record());
        List<Share> ended = shares.end(id, Moments.now(clock));
        List<JournalRef> events = tell(EventTypes.SHARE_ENDED, ended);
        restrictions.add(ended, events);
    }

    /**
     * Ends the standing shares of a record with some bodies in the caller's transaction, with those that were given along with
     * them, for a capability that decides by rules of its own that these may have it no more. As {@link #end}.
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public void close(RecordKind kind, UUID id, Predicate<MemberOrganisation> bodies) {
        for (Share share : shares.standing(kind, id)) {
            if (organisations.find(share.grantee()).filter(bodies).isPresent()) {
                List<Share> ended = shares.end(share.id(), Moments.now(clock));
                restrictions.add(ended, tell(EventTypes.SHARE_ENDED, ended));
            }
        }
    }

    /** Those of the records of which any share stands, for whoever has many to ask about before {@link #inherit}. */
    public Set<UUID> shared(RecordKind kind, Collection<UUID> records) {
        return shares.withStanding(kind, records);
    }

    /**
     * Gives new records the standing shares of the one that they belong to, in the caller's transaction; for records
     * that {@link SharedAlong} would have taken along had they been there. A share that is being ended meanwhile either
     * waits for the caller's transaction and ends the new ones too, or was ended first and is not taken over. What the
     * terms of the parent forbid by now is not taken over either.
     */
    public void inherit(RecordKind parentKind, UUID parent, List<ProtectedRecord> children) {
        Instant now = Moments.now(clock);
        List<Share> standing = shares.holdStanding(parentKind, parent).stream()
                .filter(share -> share.inForce(now) && mayStillGo(share))
                .toList();
        if (!standing.isEmpty()) {
            List<Share> inherited = children.stream()
                    .flatMap(child -> standing.stream()
                            .map(share -> new Given(child.ownerOrg(), share.purposes(), share.endsAt(), now)
                                    .share(child.kind(), child.id(), share.grantee(), share.id())))
                    .collect(Collectors.groupingBy(Share::grantee))
                    .entrySet()
                    .stream()
                    .flatMap(byGrantee -> organisations.find(byGrantee.getKey()).stream()
                            .flatMap(grantee -> terms.mayGo(byGrantee.getValue(), grantee).stream()))
                    .toList();
            tell(EventTypes.SHARE_GIVEN, shares.add(inherited));
        }
    }

    /**
     * What forbids that a record goes to an organisation today, with pointers into a request to share; empty where nothing
     * does. Says nothing of the caller's right.
     */
    public List<Finding> against(ProtectedRecord record, UUID grantee) {
        return organisations
                .find(grantee)
                .filter(found -> found.endedAt() == null && !grantee.equals(record.ownerOrg()))
                .map(found -> terms.against(record.kind(), record.id(), found))
                .orElse(List.of(new Finding("/grantee", "not-another-member-organisation")));
    }

    /**
     * Shares a record in the caller's transaction, for a capability that decides by rules of its own whether it may go: the
     * offer of a transfer with its receiver, the item with whoever accepted it. It ends as its terms say. Where it is shared
     * already, nothing changes.
     *
     * @param by the member on whose word
     */
    public void open(ProtectedRecord record, UUID grantee, UUID by) {
        Instant now = Moments.now(clock);
        Instant until = terms.until(record.kind(), record.id(), null);
        Share share = new Share(
                Ids.timeOrdered(),
                record.kind(),
                record.id(),
                record.ownerOrg(),
                grantee,
                Set.of(),
                until,
                null,
                null,
                by,
                now);
        tell(EventTypes.SHARE_GIVEN, shares.add(List.of(share)));
    }

    /**
     * A share whose terms the caller may change.
     *
     * @throws ProblemException {@code not-found}, also for one that has ended; {@code state-refused} for one that was given
     *     along with another, which has the terms of that
     */
    Share changeable(UUID id) {
        Share share = shares.find(id)
                .filter(found -> found.inForce(Moments.now(clock)))
                .orElseThrow(() -> guard.absent(RecordKind.SHARE, id));
        transmittable(share.kind(), share.record());
        if (share.alongOf() != null) {
            throw new ProblemException(ProblemType.STATE_REFUSED);
        }
        return share;
    }

    /** Closes all shares of an organisation that is frozen, in the caller's transaction; tells how many. */
    int suspendAll(UUID owner) {
        List<Share> closed = shares.suspend(owner, Moments.now(clock));
        restrictions.add(closed, tell(GovernanceEventTypes.SHARE_SUSPENDED, closed));
        return closed.size();
    }

    /** Opens again what {@link #suspendAll} closed and has not ended since, in the caller's transaction. */
    int resumeAll(UUID owner) {
        Instant now = Moments.now(clock);
        List<Share> opened = shares.resume(owner).stream()
                .filter(share -> share.endsAt() == null || share.endsAt().isAfter(now))
                .toList();
        tell(GovernanceEventTypes.SHARE_RESUMED, opened);
        return opened.size();
    }

    private ProtectedRecord transmittable(RecordKind kind, UUID id) {
        ProtectedRecord record = records.find(kind, id).orElseThrow(() -> guard.absent(kind, id));
        guard.check(AccessIntent.TRANSMIT, record);
        return record;
    }

    private MemberOrganisation otherOrganisation(ProtectedRecord record, UUID grantee) {
        return organisations
                .find(grantee)
                .filter(found -> found.endedAt() == null && !grantee.equals(record.ownerOrg()))
                .orElseThrow(() -> invalid("/grantee", "not-another-member-organisation"));
    }

    private boolean mayStillGo(Share share) {
        return organisations
                .find(share.grantee())
                .filter(grantee ->
                        terms.against(share.kind(), share.record(), grantee).isEmpty())
                .isPresent();
    }

    /** Shares of the parts of records that were just shared, not yet added. */
    private List<Share> along(List<Share> wholes, Given given) {
        Map<RecordKind, Map<UUID, Share>> byKind = new EnumMap<>(RecordKind.class);
        wholes.forEach(share ->
                byKind.computeIfAbsent(share.kind(), kind -> new HashMap<>()).put(share.record(), share));
        List<Share> found = new ArrayList<>();
        for (SharedAlong each : along) {
            Map<UUID, Share> parents = byKind.getOrDefault(each.parent(), Map.of());
            if (!parents.isEmpty()) {
                each.with(parents.keySet()).forEach(part -> {
                    Share parent = Objects.requireNonNull(parents.get(part.parent()));
                    found.add(given.share(part.kind(), part.id(), parent.grantee(), parent.id()));
                });
            }
        }
        return found;
    }

    /** What is alike in the shares of one call. */
    private final class Given {
        private final UUID owner;
        private final Set<Purpose> purposes;
        private final @Nullable Instant until;
        private final Instant at;

        Given(UUID owner, Set<Purpose> purposes, @Nullable Instant until, Instant at) {
            this.owner = owner;
            this.purposes = purposes;
            this.until = until;
            this.at = at;
        }

        Share share(RecordKind kind, UUID record, UUID grantee, @Nullable UUID alongOf) {
            UUID by = guard.principal().member();
            return new Share(Ids.timeOrdered(), kind, record, owner, grantee, purposes, until, null, alongOf, by, at);
        }
    }

    private List<JournalRef> tell(EventType type, List<Share> told) {
        return journal.appendAll(told.stream().map(share -> event(type, share)).toList());
    }

    private EventDraft event(EventType type, Share share) {
        EventDraft.Builder event = guard.event(type, share.kind(), share.record())
                .detail("share", share.id().toString())
                .detail("grantee", share.grantee().toString())
                .detail("until", share.endsAt() == null ? null : share.endsAt().toString());
        if (type.equals(EventTypes.SHARE_GIVEN) && !share.purposes().isEmpty()) {
            event.detail("purposes", share.purposeCodes());
        }
        return event.build();
    }

    private static ProblemException invalid(String pointer, String code) {
        return new ProblemException(ProblemType.INVALID_REQUEST, Map.of(), List.of(new Finding(pointer, code)));
    }
}
