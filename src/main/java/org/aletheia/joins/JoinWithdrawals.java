package org.aletheia.joins;

import static org.aletheia.evidence.record.Checks.sure;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.util.List;
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
import org.aletheia.evidence.record.RecordDesk;
import org.aletheia.evidence.record.RecordStore;
import org.aletheia.evidence.record.RecordVersion;
import org.aletheia.kernel.Ids;
import org.aletheia.platform.http.Page;
import org.aletheia.platform.http.ProblemException;
import org.aletheia.platform.http.ProblemType;
import org.jspecify.annotations.Nullable;

/**
 * What organisations take out of joins: records of their own, by their own right on these alone. A withdrawal is a record
 * beside the join, which it does not alter: whoever reads the join finds the part withdrawn from its commit on, and there again
 * when it is lifted.
 */
@Singleton
public class JoinWithdrawals extends LinkedRecords<JoinWithdrawal> {
    private static final String LIFTED = "lifted";

    private final RecordDesk desk;
    private final Joins joins;

    JoinWithdrawals(RecordStore<JoinWithdrawal> store, RecordDesk desk, Joins joins) {
        super(RecordKind.JOIN_WITHDRAWAL, store, desk);
        this.desk = desk;
        this.joins = joins;
    }

    /** Random: a version 7 id would show when. */
    @Override
    protected UUID newId() {
        return Ids.random();
    }

    /**
     * Takes a record out of one join, or of all. The answer is the same whether there is any.
     *
     * @throws ProblemException {@code not-found} where the caller may not revise the record; {@code invalid-request}, also where
     *     they do not see the join; {@code conflict} where it is withdrawn already
     */
    @Transactional
    public RecordVersion<JoinWithdrawal> withdraw(RecordKind kind, UUID id, @Nullable String key, WithdrawalBody body) {
        ProtectedRecord record = desk.directory().require(AccessIntent.REVISE, kind, id);
        Principal caller = desk.guard().requireCreate(RecordKind.JOIN_WITHDRAWAL);
        return once(key, "join-withdrawals/" + id, body, () -> {
            Checks checks = desk.checks();
            String why = checks.code("join-end-reason", "/reason", checks.required("/reason", body.reason()));
            UUID join = checks.id("/join", body.join());
            checks.findings().require(join == null || holds(join, id), "/join", "reference-unknown");
            checks.throwIfAny();
            return add(
                    caller,
                    Protection.of(record),
                    new JoinWithdrawal(kind, id, join, sure(why), caller.member(), null));
        });
    }

    private boolean holds(UUID join, UUID record) {
        return joins.among(List.of(join)).stream()
                .anyMatch(found -> found.content().records().contains(record));
    }

    /** What was withdrawn of a record by its owner, for members of that organisation; lifted ones too. */
    public Page<RecordVersion<JoinWithdrawal>> of(RecordKind kind, UUID id, PageRequest page) {
        desk.directory().require(AccessIntent.READ, kind, id);
        return list(page.with("record", id.toString()));
    }

    /**
     * Lifts a withdrawal: the record is again in the joins that it was in.
     *
     * @param precondition throws unless the revision it is given is the one that the change is based on
     * @throws ProblemException {@code not-found}; {@code invalid-request}; {@code state-refused} where it is lifted already
     */
    @Transactional
    public RecordVersion<JoinWithdrawal> lift(UUID id, IntConsumer precondition, EndBody body) {
        // The wall lets nobody else lock it: whoever only sees it is refused before.
        RecordVersion<JoinWithdrawal> found =
                find(id).orElseThrow(() -> desk.guard().absent(kind(), id));
        desk.guard().check(AccessIntent.REVISE, found.guarded());
        UUID member = desk.guard().principal().member();
        return advance(id, Set.of(AccessIntent.REVISE), LIFTED, precondition, (checks, before) -> {
            Join.Ended end = body.check(checks, member);
            if (before.content().lifted() != null) {
                throw new ProblemException(ProblemType.STATE_REFUSED);
            }
            return before.content().lifted(end);
        });
    }
}
