package org.aletheia.evidence;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.time.Clock;
import java.util.UUID;
import org.aletheia.access.AccessGuard;
import org.aletheia.access.AccessIntent;
import org.aletheia.access.RecordKind;
import org.aletheia.evidence.store.DepositRows;
import org.aletheia.evidence.store.ItemRows;
import org.aletheia.kernel.Digest;
import org.aletheia.platform.http.ProblemException;
import org.aletheia.platform.http.ProblemType;

/** Places for bytes that are expected. */
@ApplicationScoped
public class Deposits {
    private final AccessGuard guard;
    private final DepositRows rows;
    private final ItemRows items;
    private final Uploads uploads;
    private final Clock clock;

    Deposits(AccessGuard guard, DepositRows rows, ItemRows items, Uploads uploads, Clock clock) {
        this.guard = guard;
        this.rows = rows;
        this.items = items;
        this.uploads = uploads;
        this.clock = clock;
    }

    /** A deposit of the caller. */
    public Deposit get(UUID id) {
        Deposit deposit = rows.find(id).orElseThrow(() -> guard.absent(RecordKind.DEPOSIT, id));
        guard.check(AccessIntent.READ, deposit.guarded());
        if (!deposit.member().equals(guard.principal().member())) {
            throw guard.absent(RecordKind.DEPOSIT, id);
        }
        return deposit;
    }

    /**
     * Fills a deposit, which becomes an item. Where it is filled already, the same bytes get the same answer.
     *
     * @throws IOException when the bytes stop coming; nothing is kept and the deposit stays open
     * @throws ProblemException {@code not-found}, {@code deposit-expired}, {@code deposit-closed} (other bytes came
     *     before), and those of {@link Uploads}
     */
    public Received fill(UUID id, IncomingFile file) throws IOException {
        Deposit deposit = get(id);
        if (deposit.item() != null) {
            return repeated(itemOf(deposit), file);
        }
        if (!clock.instant().isBefore(deposit.expiresAt())) {
            throw new ProblemException(ProblemType.DEPOSIT_EXPIRED);
        }
        try {
            return new Received(uploads.receive(deposit.submission(), deposit.draft(), file, id), true);
        } catch (DepositTakenException e) {
            return same(itemOf(get(id)), e.received());
        }
    }

    private EvidenceItem itemOf(Deposit deposit) {
        UUID item = deposit.item();
        if (item == null) {
            throw new ProblemException(ProblemType.DEPOSIT_EXPIRED);
        }
        return items.find(item).orElseThrow(() -> guard.absent(RecordKind.ITEM, item));
    }

    private Received repeated(EvidenceItem item, IncomingFile file) throws IOException {
        Digest received = uploads.digest(file);
        file.stated().stream()
                .filter(stated -> stated.algorithm() == received.algorithm() && !stated.matches(received))
                .forEach(stated -> {
                    throw DigestProblems.mismatch(stated, received);
                });
        return same(item, received);
    }

    private static Received same(EvidenceItem item, Digest received) {
        if (!item.version().file().content().sha256().matches(received)) {
            throw new ProblemException(ProblemType.DEPOSIT_CLOSED);
        }
        return new Received(item, false);
    }
}
