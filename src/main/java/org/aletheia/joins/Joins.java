package org.aletheia.joins;

import static org.aletheia.evidence.record.Checks.sure;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.IntConsumer;
import org.aletheia.access.AccessIntent;
import org.aletheia.access.Principal;
import org.aletheia.access.ProtectedRecord;
import org.aletheia.access.RecordKind;
import org.aletheia.evidence.record.Checks;
import org.aletheia.evidence.record.LinkedRecords;
import org.aletheia.evidence.record.PageRequest;
import org.aletheia.evidence.record.Protection;
import org.aletheia.evidence.record.PseudonymousRecords;
import org.aletheia.evidence.record.RecordDesk;
import org.aletheia.evidence.record.RecordStore;
import org.aletheia.evidence.record.RecordVersion;
import org.aletheia.evidence.record.RevisionEntry;
import org.aletheia.kernel.Ids;
import org.aletheia.platform.http.Page;
import org.aletheia.platform.http.ProblemException;
import org.aletheia.platform.http.ProblemType;
import org.jspecify.annotations.Nullable;

/**
 * Joins of records. A join is at least as protected as each of its records, and is seen with all of them or not at all: by
 * who says so, by who owns one of them, and by others where the owner of all says so. What joins protected persons or victims
 * stands in a compartment, as a {@code person-link} of that kind does; they are never joined with a person who has a public name.
 *
 * <p>A join changes nothing but itself, and tells nothing in the histories of its records: so it can be undone without rest,
 * and who does not see it finds no trace of it.
 */
@Singleton
public class Joins extends LinkedRecords<Join> {
    private static final String UNDONE = "undone";
    private static final int MOST_CANDIDATES = 1000;

    private final RecordDesk desk;
    private final JoinIndex index;
    private final JoinedRecords records;
    private final PseudonymousRecords pseudonymous;

    Joins(
            RecordStore<Join> store,
            RecordDesk desk,
            JoinIndex index,
            JoinedRecords records,
            PseudonymousRecords pseudonymous) {
        super(RecordKind.JOIN, store, desk);
        this.desk = desk;
        this.index = index;
        this.records = records;
        this.pseudonymous = pseudonymous;
    }

    /** Random: a version 7 id would show when. */
    @Override
    protected UUID newId() {
        return Ids.random();
    }

    /**
     * Joins records that the caller may read, or keeps them apart; in one transaction with revision and event.
     *
     * @throws ProblemException {@code forbidden}; {@code invalid-request}; {@code conflict} where the organisation says the
     *     same already
     */
    @Transactional
    public RecordVersion<Join> say(@Nullable String key, JoinBody body) {
        Principal caller = desk.guard().requireCreate(RecordKind.JOIN);
        return once(key, "joins", body, () -> {
            Checks checks = desk.checks();
            JoinBody.Said said = body.check(checks);
            List<ProtectedRecord> joined = said.of() == null ? List.of() : required(said.of(), said.records());
            Protection floor = joined.stream().map(Protection::of).reduce(Protection.NO_FLOOR, Protection::atLeast);
            Protection protection = Protection.check(body, Protection.DEFAULT, floor, caller, checks);
            long guarded =
                    joined.stream().filter(this::standsForSomebodyProtected).count();
            // Who a pseudonym is stands in the vault, and nowhere else.
            checks.findings().require(guarded == 0 || guarded == joined.size(), "/records", "protected-with-public");
            checks.findings()
                    .require(
                            guarded == 0 || !protection.compartments().isEmpty(),
                            "/compartments",
                            "compartment-required");
            if (Join.SAME.equals(said.decision())) {
                noneWithdrawn(checks, body, said.records());
            }
            checks.throwIfAny();
            return add(caller, protection, join(said, caller));
        });
    }

    private List<ProtectedRecord> required(RecordKind of, List<UUID> ids) {
        return ids.stream()
                .map(id -> desk.directory().require(AccessIntent.READ, of, id))
                .toList();
    }

    private boolean standsForSomebodyProtected(ProtectedRecord record) {
        return pseudonymous.holdsIdentity(record.kind(), record.id());
    }

    private void noneWithdrawn(Checks checks, JoinBody body, List<UUID> ids) {
        List<String> named = body.records() == null ? List.of() : body.records();
        Set<UUID> withdrawn = index.withdrawnFromAll(ids);
        for (int i = 0; i < named.size(); i++) {
            String at = named.get(i);
            boolean free = withdrawn.stream().noneMatch(id -> id.toString().equalsIgnoreCase(at));
            checks.findings().require(free, "/records/" + i, "part-withdrawn");
        }
    }

    private Join join(JoinBody.Said said, Principal caller) {
        RecordKind of = sure(said.of());
        Map<UUID, Integer> revisions = records.revisions(of, said.records());
        List<Join.Part> parts = said.records().stream()
                .map(id -> new Join.Part(id, sure(revisions.get(id))))
                .toList();
        return new Join(of, parts, sure(said.decision()), said.confidence(), said.reasons(), caller.member(), null);
    }

    /**
     * Undoes a join or a decision that keeps records apart; who would have it again says it again.
     *
     * @param precondition throws unless the revision it is given is the one that the change is based on
     * @throws ProblemException {@code not-found}; {@code invalid-request}; {@code state-refused} where it is undone already
     */
    @Transactional
    public RecordVersion<Join> undo(UUID id, IntConsumer precondition, EndBody body) {
        // The wall lets nobody else lock it: whoever only sees it is refused before.
        desk.guard().check(AccessIntent.REVISE, seen(id).guarded());
        UUID member = desk.guard().principal().member();
        return advance(id, Set.of(AccessIntent.REVISE), UNDONE, precondition, (checks, before) -> {
            Join.Ended end = body.check(checks, member);
            if (before.content().undone() != null) {
                throw new ProblemException(ProblemType.STATE_REFUSED);
            }
            return before.content().undone(end);
        });
    }

    /** Also one of another organisation, where the caller sees it. */
    @Override
    public RecordVersion<Join> get(UUID id) {
        RecordVersion<Join> found = seen(id);
        told(List.of(id));
        return found;
    }

    @Override
    public Page<RevisionEntry> history(UUID id, PageRequest request) {
        return super.history(seen(id).id(), request);
    }

    private RecordVersion<Join> seen(UUID id) {
        return among(List.of(id)).stream().findFirst().orElseThrow(() -> desk.guard()
                .absent(RecordKind.JOIN, id));
    }

    /**
     * The joins that hold one of these records and that the caller sees, in the order of their ids; to be told to the journal
     * by whoever shows them. Of more than a thousand joins of one step those beyond are left out.
     */
    public List<SeenJoin> holding(Collection<UUID> ids) {
        return seen(among(index.holding(ids, MOST_CANDIDATES)));
    }

    /** The join with what is withdrawn from it and what was disposed of. */
    public SeenJoin seen(RecordVersion<Join> join) {
        return seen(List.of(join)).getFirst();
    }

    private List<SeenJoin> seen(List<RecordVersion<Join>> joins) {
        List<RecordVersion<Join>> ordered = new ArrayList<>(joins);
        ordered.sort(Comparator.comparing(RecordVersion::id));
        List<UUID> ids = ordered.stream().map(RecordVersion::id).toList();
        Map<UUID, Set<UUID>> withdrawn = index.withdrawn(ids);
        Map<UUID, Set<UUID>> disposed = index.disposed(ids);
        return ordered.stream()
                .map(join -> new SeenJoin(
                        join, withdrawn.getOrDefault(join.id(), Set.of()), disposed.getOrDefault(join.id(), Set.of())))
                .toList();
    }
}
