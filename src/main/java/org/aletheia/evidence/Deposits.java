package org.aletheia.evidence;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.aletheia.access.AccessGuard;
import org.aletheia.access.AccessIntent;
import org.aletheia.access.RecordKind;
import org.aletheia.evidence.content.ContentConfig;
import org.aletheia.evidence.store.DepositRows;
import org.aletheia.kernel.Digest;
import org.aletheia.platform.http.ProblemException;
import org.aletheia.platform.http.ProblemType;

/** Places for bytes that are expected. */
@ApplicationScoped
public class Deposits {
    private final AccessGuard guard;
    private final DepositRows rows;
    private final Submissions submissions;
    private final Items items;
    private final Uploads uploads;
    private final HandIns handIns;
    private final FileNames names;
    private final ContentConfig content;
    private final Clock clock;

    Deposits(
            AccessGuard guard,
            DepositRows rows,
            Submissions submissions,
            Items items,
            Uploads uploads,
            HandIns handIns,
            FileNames names,
            ContentConfig content,
            Clock clock) {
        this.guard = guard;
        this.rows = rows;
        this.submissions = submissions;
        this.items = items;
        this.uploads = uploads;
        this.handIns = handIns;
        this.names = names;
        this.content = content;
        this.clock = clock;
    }

    /** A deposit of the caller. */
    public Deposit get(UUID id) {
        return names.open(require(id));
    }

    private Deposit require(UUID id) {
        Deposit deposit = rows.find(id).orElseThrow(() -> guard.absent(RecordKind.DEPOSIT, id));
        guard.check(AccessIntent.READ, deposit.guarded());
        if (!deposit.member().equals(guard.principal().member())) {
            throw guard.absent(RecordKind.DEPOSIT, id);
        }
        return deposit;
    }

    /**
     * Fills a deposit, which becomes an item. Where it is filled already, the same bytes get the same answer, which is a
     * read of that item. Its time is judged when the bytes begin: on a bad line they may take longer than it has left.
     *
     * @throws IOException when the bytes stop coming; nothing is kept and the deposit stays open
     * @throws ProblemException {@code not-found}, {@code forbidden}, {@code deposit-expired}, {@code deposit-closed} (other
     *     bytes came before), and those of {@link Uploads}
     */
    public Received fill(UUID id, IncomingFile file) throws IOException {
        Deposit deposit = require(id);
        if (deposit.item() != null) {
            return repeated(deposit.item(), file);
        }
        OpenSubmission submission = submissions.requireTaking(deposit.submission());
        Instant now = clock.instant();
        if (!rows.hold(id, now, now.plus(content.orphanGrace()))) {
            return late(id, uploads.digest(file));
        }
        try {
            return uploads.receive(submission, deposit.draft(), file, id);
        } catch (DepositTakenException e) {
            return late(id, e.received());
        }
    }

    /** Another upload was faster, or there was no time left. */
    private Received late(UUID id, Digest received) {
        UUID item = rows.find(id).map(Deposit::item).orElse(null);
        if (item == null) {
            throw new ProblemException(ProblemType.DEPOSIT_EXPIRED);
        }
        return same(earlier(item), received);
    }

    private Received repeated(UUID filled, IncomingFile file) throws IOException {
        Received earlier = earlier(filled);
        Digest received = uploads.digest(file);
        file.stated().stream()
                .filter(stated -> stated.algorithm() == received.algorithm() && !stated.matches(received))
                .forEach(stated -> {
                    throw DigestProblems.mismatch(stated, received);
                });
        return same(earlier, received);
    }

    /** The answer to the bytes that came before: to who handed them in for another, their receipt. */
    private Received earlier(UUID item) {
        return handIns.find(item)
                .<Received>map(found -> new Received.ForAnother(found, Optional.empty()))
                .orElseGet(() -> new Received.Item(items.read(item), Optional.empty()));
    }

    private static Received same(Received earlier, Digest received) {
        if (!earlier.sha256().matches(received)) {
            throw new ProblemException(ProblemType.DEPOSIT_CLOSED);
        }
        return earlier;
    }
}
