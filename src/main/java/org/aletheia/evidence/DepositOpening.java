package org.aletheia.evidence;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.aletheia.access.AccessGuard;
import org.aletheia.access.AccessIntent;
import org.aletheia.access.Principal;
import org.aletheia.access.RecordKind;
import org.aletheia.evidence.metadata.StoredStatements;
import org.aletheia.evidence.store.DepositRows;
import org.aletheia.kernel.Ids;
import org.aletheia.platform.http.Idempotency;
import org.aletheia.platform.time.Moments;
import org.jspecify.annotations.Nullable;

/** Opens places for bytes. What comes is no evidence yet, so the journal is not told. */
@ApplicationScoped
public class DepositOpening {
    private final AccessGuard guard;
    private final DepositRows rows;
    private final Idempotency idempotency;
    private final FileNames names;
    private final Clock clock;
    private final EvidenceConfig config;

    DepositOpening(
            AccessGuard guard,
            DepositRows rows,
            Idempotency idempotency,
            FileNames names,
            Clock clock,
            EvidenceConfig config) {
        this.guard = guard;
        this.rows = rows;
        this.idempotency = idempotency;
        this.names = names;
        this.clock = clock;
        this.config = config;
    }

    /**
     * Opens a deposit in a submission that the caller may add to.
     *
     * @throws org.aletheia.platform.http.ProblemException {@code forbidden}, and those of {@link Idempotency}
     */
    @Transactional
    public Deposit open(OpenSubmission submission, ItemDraft said, @Nullable String idempotencyKey) {
        Principal caller = guard.requireCreate(RecordKind.DEPOSIT);
        ItemDraft draft = names.sealed(submission.id(), said);
        Object request = List.of(
                StoredStatements.write(draft.metadata()),
                draft.protection().classification().code(),
                draft.protection().compartments().stream().sorted().toList());
        UUID made = idempotency.once(
                idempotencyKey,
                caller.member(),
                "deposits/" + submission.id(),
                request,
                () -> add(submission, draft, caller));
        Deposit deposit = rows.find(made).orElseThrow(() -> guard.absent(RecordKind.DEPOSIT, made));
        guard.check(AccessIntent.READ, deposit.guarded()); // it may be one that the same key opened before
        return names.open(deposit);
    }

    private UUID add(OpenSubmission submission, ItemDraft draft, Principal caller) {
        UUID id = Ids.timeOrdered();
        Instant now = Moments.now(clock);
        Instant end = now.plus(config.depositLife());
        rows.add(new Deposit(id, caller.organisation(), submission.id(), caller.member(), draft, now, end, null));
        return id;
    }
}
