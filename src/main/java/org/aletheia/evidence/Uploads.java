package org.aletheia.evidence;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.aletheia.evidence.content.ContentStore;
import org.aletheia.evidence.content.ContentTooLongException;
import org.aletheia.evidence.content.DigestMismatchException;
import org.aletheia.evidence.content.ExpectedDigests;
import org.aletheia.evidence.content.LengthMismatchException;
import org.aletheia.evidence.content.SniffedStream;
import org.aletheia.evidence.content.StoredContent;
import org.aletheia.evidence.metadata.StatedDigest;
import org.aletheia.evidence.store.DepositRows;
import org.aletheia.kernel.Digest;
import org.aletheia.kernel.DigestAlgorithm;
import org.aletheia.kernel.Ids;
import org.aletheia.platform.http.BoundedStream;
import org.aletheia.platform.http.ProblemException;
import org.aletheia.platform.http.ProblemType;
import org.aletheia.platform.keys.KeyPurpose;
import org.aletheia.platform.keys.UnitKey;
import org.aletheia.platform.keys.UnitKeys;
import org.jspecify.annotations.Nullable;

/**
 * Takes bytes in, for a deposit or at once.
 *
 * <p>Order of durable effects: (1) the sealed object; (2) item, revision, key, events, and the deposit's closing, in one
 * transaction. A crash before (1) leaves an unfinished upload, between (1) and (2) an object that no record names; the
 * collector removes both, the deposit stays open, and the caller, who got no answer, sends again. No transaction is open
 * while bytes move.
 */
@ApplicationScoped
public class Uploads {
    private final ContentStore contents;
    private final UnitKeys keys;
    private final ItemRegister register;
    private final Items items;
    private final FileNames names;
    private final DepositRows deposits;
    private final long limit;

    Uploads(
            ContentStore contents,
            UnitKeys keys,
            ItemRegister register,
            Items items,
            FileNames names,
            DepositRows deposits,
            EvidenceConfig config) {
        this.contents = contents;
        this.keys = keys;
        this.register = register;
        this.items = items;
        this.names = names;
        this.deposits = deposits;
        this.limit = config.maxFileSize().asLongValue();
    }

    /**
     * Stores the bytes and makes them an item.
     *
     * @param draft as a deposit stores it
     * @throws IOException when the bytes stop coming; nothing is kept
     * @throws ProblemException {@code digest-mismatch}, {@code payload-too-large}, {@code length-mismatch}: nothing is kept
     * @throws DepositTakenException when the deposit was closed meanwhile: the object is left to the collector
     */
    Received receive(OpenSubmission submission, ItemDraft draft, IncomingFile file, UUID deposit) throws IOException {
        return receive(submission, draft, file, (item, at) -> deposits.close(deposit, item, at), null);
    }

    private Received receive(
            OpenSubmission into, ItemDraft draft, IncomingFile file, Taking taking, @Nullable String idempotencyKey)
            throws IOException {
        UUID submission = into.id();
        UUID id = Ids.timeOrdered();
        UnitKey key = keys.create(KeyPurpose.ITEM, id);
        ReceivedFile came = store(file, expected(draft, file), key);
        ReceivedFile received = new ReceivedFile(
                Optional.ofNullable(draft.metadata().fileName()).orElseGet(() -> names.sealed(submission, file.name())),
                Optional.ofNullable(draft.metadata().mediaType()).orElse(came.mediaType()),
                came.detected(),
                came.content());
        ItemVersion version = new ItemVersion(
                submission, draft.protection(), ItemState.RECEIVED, null, null, draft.metadata(), received);
        Received made = register.register(id, into, version, keys.current(key), taking, idempotencyKey);
        return switch (made) {
            case Received.Item own -> new Received.Item(names.open(own.item()), own.receipt());
            case Received.ForAnother handedIn -> handedIn;
        };
    }

    /** SHA-256 of bytes that are read to their end and not kept. */
    Digest digest(IncomingFile file) throws IOException {
        MessageDigest engine = DigestAlgorithm.SHA_256.newMessageDigest();
        byte[] buffer = new byte[64 * 1024];
        InputStream bytes = new BoundedStream(file.bytes(), limit);
        for (int read = bytes.read(buffer); read >= 0; read = bytes.read(buffer)) {
            engine.update(buffer, 0, read);
        }
        return new Digest(DigestAlgorithm.SHA_256, engine.digest());
    }

    /**
     * Makes bytes that need no deposit an item of a submission that the caller may add to. Under an idempotency key the
     * same statement with the same bytes gets the item that it made before; the bytes tell, so they are read first. That answer is a
     * read of the item, where it is their organisation's own.
     */
    public Received receive(
            OpenSubmission submission, ItemDraft draft, IncomingFile file, @Nullable String idempotencyKey)
            throws IOException {
        Received received =
                receive(submission, names.sealed(submission.id(), draft), file, Taking.NOTHING, idempotencyKey);
        return !received.fresh() && received instanceof Received.Item own
                ? new Received.Item(items.read(own.item().id()), Optional.empty())
                : received;
    }

    /**
     * Makes bytes that lay elsewhere an item of a submission that the caller may add to.
     *
     * @throws DepositTakenException where they were taken before: the object is left to the collector
     */
    public Received receive(OpenSubmission submission, ItemDraft draft, IncomingFile file, Taking taking)
            throws IOException {
        return receive(submission, names.sealed(submission.id(), draft), file, taking, null);
    }

    /**
     * Stores bytes under a key, before anything is written of them: one durable effect, the sealed object, which the collector
     * removes unless a record names it. What the first bytes are is found while they pass.
     *
     * @return named and typed as it came
     * @throws IOException when the bytes stop coming; nothing is kept
     * @throws ProblemException {@code digest-mismatch}, {@code payload-too-large}, {@code length-mismatch}: nothing is kept
     */
    public ReceivedFile store(IncomingFile file, ExpectedDigests expected, UnitKey key) throws IOException {
        if (file.length() != null && file.length() > limit) {
            throw BoundedStream.tooLarge(limit);
        }
        try {
            SniffedStream bytes = new SniffedStream(new BoundedStream(file.bytes(), limit));
            StoredContent stored = contents.store(bytes, expected, file.length(), Ids.random(), key);
            String stated = Optional.ofNullable(file.mediaType()).orElse(ReceivedFile.UNKNOWN_TYPE);
            return new ReceivedFile(file.name(), stated, bytes.type(), stored);
        } catch (DigestMismatchException e) {
            throw DigestProblems.mismatch(e.expected(), e.actual());
        } catch (LengthMismatchException e) {
            Map<String, Object> both = Map.of("expected", e.expected(), "received", e.actual());
            throw new ProblemException(ProblemType.LENGTH_MISMATCH, both);
        } catch (ContentTooLongException e) {
            throw BoundedStream.tooLarge(e.limit());
        }
    }

    private static ExpectedDigests expected(ItemDraft draft, IncomingFile file) {
        List<Digest> digests = new ArrayList<>(file.stated());
        draft.metadata().digests().stream()
                .map(StatedDigest::checkable)
                .forEach(digest -> digest.ifPresent(digests::add));
        return ExpectedDigests.of(digests);
    }
}
