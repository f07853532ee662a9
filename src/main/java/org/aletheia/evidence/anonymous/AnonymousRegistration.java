package org.aletheia.evidence.anonymous;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.aletheia.access.AccessGuard;
import org.aletheia.access.AccessIntent;
import org.aletheia.access.RecordKind;
import org.aletheia.custody.Journal;
import org.aletheia.custody.format.DoorEventTypes;
import org.aletheia.evidence.DepositTakenException;
import org.aletheia.evidence.IncomingFile;
import org.aletheia.evidence.ItemDraft;
import org.aletheia.evidence.OpenSubmission;
import org.aletheia.evidence.Received;
import org.aletheia.evidence.Submission;
import org.aletheia.evidence.Uploads;
import org.aletheia.evidence.anonymous.store.AnonymousRows;
import org.aletheia.platform.http.ProblemException;
import org.aletheia.platform.http.ProblemType;

/**
 * Makes items of files that were handed in without an account. The bytes are read again and stored under the item's own key, and
 * must be those that came; the name is the one that the browser gave, where the member states no other.
 */
@ApplicationScoped
public class AnonymousRegistration {
    private final AnonymousDeposits deposits;
    private final AnonymousContents contents;
    private final AnonymousRows rows;
    private final Uploads uploads;
    private final AccessGuard guard;
    private final Journal journal;

    AnonymousRegistration(
            AnonymousDeposits deposits,
            AnonymousContents contents,
            AnonymousRows rows,
            Uploads uploads,
            AccessGuard guard,
            Journal journal) {
        this.deposits = deposits;
        this.contents = contents;
        this.rows = rows;
        this.uploads = uploads;
        this.guard = guard;
        this.journal = journal;
    }

    /**
     * Makes a file an item, once. Order of durable effects: those of {@link Uploads}; which item the file became, and the event
     * of it, commit with the item.
     *
     * @param submission to which the caller may add
     * @throws ProblemException {@code not-found}; {@code state-refused} where the deposit waits no more, or the file became
     *     an item before
     */
    public Received register(UUID id, UUID file, Submission submission, ItemDraft draft) throws IOException {
        AnonymousDeposit deposit = deposits.require(id, AccessIntent.REVISE);
        AnonymousFile found = deposits.find(deposit, file);
        AnonymousDeposits.requireWaiting(deposit);
        if (found.item() != null) {
            throw taken(found.item());
        }
        try (InputStream bytes = contents.open(found.content())) {
            IncomingFile incoming = new IncomingFile(
                    bytes,
                    found.content().length(),
                    List.of(found.content().sha256()),
                    found.name(),
                    found.mediaType());
            return uploads.receive(
                    OpenSubmission.of(submission),
                    draft,
                    incoming,
                    (item, at) -> take(deposit.id(), file, submission.id(), item));
        } catch (DepositTakenException e) {
            throw new ProblemException(ProblemType.STATE_REFUSED, Map.of(), e);
        }
    }

    private boolean take(UUID deposit, UUID file, UUID submission, UUID item) {
        boolean took = rows.lock(deposit).filter(AnonymousDeposit::waits).isPresent() && rows.register(file, item);
        if (took) {
            journal.append(guard.event(DoorEventTypes.ANONYMOUS_REGISTERED, RecordKind.ANONYMOUS_DEPOSIT, deposit)
                    .detail("file", file.toString())
                    .detail("item", item.toString())
                    .detail("submission", submission.toString())
                    .build());
        }
        return took;
    }

    private static ProblemException taken(UUID item) {
        return new ProblemException(ProblemType.STATE_REFUSED, Map.of("state", "registered", "item", item.toString()));
    }
}
