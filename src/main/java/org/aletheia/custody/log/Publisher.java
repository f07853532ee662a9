package org.aletheia.custody.log;

import java.time.Clock;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.function.Supplier;
import org.aletheia.custody.cosigning.Cosigners;
import org.aletheia.custody.store.HeadStore;
import org.aletheia.custody.store.JournalStore;
import org.aletheia.custody.store.LogHead;
import org.aletheia.custody.store.PublishedStore;
import org.aletheia.custody.store.SignedHead;
import org.aletheia.custody.store.Transactions;
import org.aletheia.custody.store.TreeStore;
import org.aletheia.platform.objectstore.StoredObject;
import org.aletheia.transparency.Checkpoint;
import org.aletheia.transparency.NoteSignature;
import org.aletheia.transparency.SignedNote;
import org.aletheia.transparency.TreeHead;

/**
 * Signs the journal's tree and puts it into the log bucket. Any number may run: what they write for one size is the same,
 * and only one checkpoint of a size is ever recorded. A checkpoint that a paused replica writes late over a larger one is
 * put right by the next run, because each run goes by what the bucket holds.
 */
public final class Publisher {
    private final Transactions database;
    private final LogBucket bucket;
    private final LogKeys keys;
    private final ExtensionCheck extension;
    private final AtOnce atOnce;
    private final TilePublisher tiles;
    private final TreeStore rows;
    private final Cosigners cosigners;
    private final Clock clock;
    private volatile Runnable afterPublished = () -> {};

    /**
     * @param database with the rights of role aletheia_follower
     * @param threads as many as may talk to the bucket at once
     */
    public Publisher(
            Transactions database,
            LogBucket bucket,
            LogKeys keys,
            Cosigners cosigners,
            ExecutorService threads,
            Clock clock) {
        this.rows = new TreeStore(database);
        this.database = database;
        this.cosigners = cosigners;
        this.bucket = bucket;
        this.keys = keys;
        this.extension = new ExtensionCheck(rows, keys);
        this.atOnce = new AtOnce(threads);
        this.tiles = new TilePublisher(rows, bucket, atOnce);
        this.clock = clock;
    }

    /** Calls back whenever a checkpoint may be handed out that could not be before. */
    void onPublished(Runnable listener) {
        afterPublished = listener;
    }

    /** When a tree was last signed, by whichever replica; cheap, asks the database alone. */
    Optional<Instant> lastSigned() {
        return database.onConnection(HeadStore::lastSigned);
    }

    /** Whether events wait for publication; cheap, asks the database alone. */
    public boolean behind() {
        LogHead head = head();
        return head.publishedSize() < head.size();
    }

    /** As {@link #run(boolean, Pace)}, signing. */
    public boolean run() {
        return run(true);
    }

    /** As {@link #run(boolean, Pace)}, at once. */
    boolean run(boolean signing) {
        return run(signing, Pace.NONE);
    }

    /**
     * Publishes the tree of all events that the journal holds now.
     *
     * <p>Durable effects, in this order:
     *
     * <ol>
     *   <li>Two that do not wait for each other. The tree is signed before them, so that neither is done where no signer is
     *       there; the signature is held in memory and shown to nobody.
     *       <ul>
     *         <li>Entry bundles and tiles are put into the bucket, unless {@link #prepare()} has just put the same. A crash among
     *             them leaves objects that no checkpoint covers; the next run writes them again with the same bytes.
     *         <li>The signed checkpoint is recorded, by compare-and-swap on the signed size. A crash after it leaves a
     *             checkpoint that nobody has seen; the next run publishes it, with its tiles, or a larger one that extends it.
     *       </ul>
     *   <li>Cosigners are asked. What one has cosigned it keeps; for this log nothing changes. A crash after it leaves
     *       cosignatures that nobody has seen of a tree that was recorded before, so that the next run extends it.
     *   <li>The checkpoint is put into the bucket, with the cosignatures of those who gave one in time: under its size, where
     *       it stays for ever, then as the latest. From now on everyone may rely on it. A crash after it leaves a database that does not know; until the next run reads the bucket,
     *       proofs go by the checkpoint before.
     *   <li>The published size is recorded; from now on proofs and checkpoint are handed out.
     *   <li>Partial tiles are removed of which the full ones are published. A crash leaves some that nobody needs.
     * </ol>
     *
     * <p>Recovery is this method: it always starts from what the bucket holds. Where all is published, those who did not
     * cosign are asked again, and the checkpoint is put and recorded once more with what they give.
     *
     * @param signing false publishes no more than the tree that was signed last
     * @param pace asked where it signs a tree
     * @return whether anything was to be done
     * @throws LogRefusedException where the tree must not be signed; nothing was written. Also where entries of a full tile are
     *     not the tree's: that tile was not put, nor a checkpoint that covers it; the signature of the tree may be recorded
     * @throws org.aletheia.platform.signing.SignerUnavailableException nothing was written
     * @throws org.aletheia.platform.objectstore.StorageUnavailableException after any part of the effects
     * @throws org.aletheia.platform.persistence.DatabaseFailure after any part of the effects
     */
    boolean run(boolean signing, Pace pace) {
        try {
            return publish(signing, pace);
        } finally {
            tiles.forget();
        }
    }

    /**
     * Puts full tiles of the journal's tree into the bucket, so that the next run, which is due in a moment, has less to do.
     * Under the conditions of that run, and with no other effect than a part of its second one: a crash leaves objects that no
     * checkpoint covers.
     *
     * @throws RuntimeException as {@link #run(boolean, Pace)}
     */
    void prepare() {
        keys.prepare(this::head);
        Optional<Checkpoint> published = bucket.checkpoint().map(keys::open);
        LogHead head = head();
        extension.check(head, published);
        tiles.prepare(published.map(Checkpoint::size).orElse(0L), head.size());
    }

    private boolean publish(boolean signing, Pace pace) {
        keys.prepare(this::head);
        // The bucket first: what it holds is in the journal by then, however many replicas publish meanwhile.
        Optional<String> inBucket = bucket.checkpoint();
        Optional<Checkpoint> published = inBucket.map(keys::open);
        if (signing) {
            pace.beforeReading();
        }
        LogHead head = head();
        long publishedSize = published.map(Checkpoint::size).orElse(-1L);
        long size = signing ? head.size() : head.signedSize();
        if (publishedSize > size || publishedSize == size && publishedSize == head.publishedSize()) {
            extension.check(head, published);
            // a larger one was signed by a database of later: this one signs again when it may
            return publishedSize == size && complete(head);
        }
        // Nothing can lie under a size that is being signed; what was signed before may have been put before.
        Supplier<Optional<StoredObject>> there = head.signedSize() == size && publishedSize < size
                ? atOnce.begin(() -> bucket.underSize(size))
                : Optional::empty;
        SignedHead signed = cover(head, published, size, pace);
        String note = publishedSize < size
                ? put(size, cosigners.cosign(signed.note(), rows), there.get())
                : inBucket.map(same -> cosigners.cosignedAs(signed.note(), same))
                        .orElse(signed.note());
        database.commit(connection -> {
            // what is in the bucket may have been published by a run that ended before it could say so
            PublishedStore.add(
                    connection, publishedSize < 0 ? List.of(size) : List.of(publishedSize, size), clock.instant());
            return HeadStore.published(connection, keys.origin(), size, note);
        });
        afterPublished.run();
        tiles.removeReplaced(Math.max(publishedSize, 0), size);
        return true;
    }

    /** The first two effects: what a checkpoint of this size covers is in the bucket, its signature is recorded. */
    private SignedHead cover(LogHead head, Optional<Checkpoint> published, long size, Pace pace) {
        boolean recorded = head.signedSize() == size;
        TreeReading tree = new TreeReading(rows);
        Supplier<SignedHead> signing = atOnce.begin(() -> {
            new ExtensionCheck(tree, keys).check(head, published);
            return recorded ? recorded(head) : sign(head);
        });
        Runnable signed = () -> {
            var _ = signing.get();
        };
        long from = published.map(Checkpoint::size).orElse(0L);
        atOnce.beside(() -> tiles.publish(from, size, tree, signed), () -> {
            signed.run();
            if (!recorded) {
                pace.beforeRecording();
                record(head, signing.get());
            }
        });
        return signing.get();
    }

    /** Asks those again who did not cosign what is published. */
    private boolean complete(LogHead head) {
        String known = head.publishedCheckpoint();
        if (known == null) {
            return false;
        }
        String cosigned = cosigners.cosign(known, rows);
        if (cosigned.equals(known)) {
            return false;
        }
        String note = put(head.publishedSize(), cosigned, bucket.underSize(head.publishedSize()));
        return database.commit(connection -> HeadStore.cosigned(connection, known, note));
    }

    /**
     * Puts a checkpoint into the bucket. Under its size lies what everybody may keep for ever, so that a replica that was paused
     * on the way takes no cosignature away, and once a larger one is published nothing is written any more.
     *
     * @param seen what lay under its size a moment ago; empty also where nobody looked, since nothing is expected there
     * @return what lies under its size now: the same text, with the cosignatures of both
     * @throws LostRaceException where a larger one was published meanwhile
     * @throws LogRefusedException where another tree of this size was published
     */
    private String put(long size, String note, Optional<StoredObject> seen) {
        String published = bucket.putUnderSize(size, seen, there -> merged(size, note, there));
        if (head().publishedSize() > size) {
            throw new LostRaceException(size);
        }
        bucket.putLatest(published);
        return published;
    }

    private String merged(long size, String note, Optional<String> there) {
        if (head().publishedSize() > size) {
            throw new LostRaceException(size);
        }
        if (there.isEmpty() || there.get().equals(note)) {
            return note;
        }
        Optional<Checkpoint> other = keys.genuine(there.get());
        if (other.isEmpty()) {
            return note; // whoever wrote it, it is none of ours
        }
        ExtensionCheck.same(keys.genuine(note).orElseThrow().head(), other.get().head());
        String all = cosigners.cosignedAs(cosigners.cosignedAs(own(there.get()), there.get()), note);
        return signatures(all).equals(signatures(there.get())) ? there.get() : all;
    }

    private static Set<NoteSignature> signatures(String note) {
        return new HashSet<>(SignedNote.parse(note).signatures());
    }

    /** With the signatures of this log alone. */
    private String own(String note) {
        SignedNote signed = SignedNote.parse(note);
        return new SignedNote(
                        signed.text(),
                        signed.signatures().stream()
                                .filter(signature -> signature.name().equals(keys.origin()))
                                .toList())
                .format();
    }

    /**
     * Compares the journal with what was signed and published, and changes nothing.
     *
     * @return whether anything was published yet, and no event of the journal is lost
     * @throws LogRefusedException where they contradict each other
     */
    boolean check() {
        keys.prepare(this::head);
        Optional<Checkpoint> published = bucket.checkpoint().map(keys::open);
        extension.check(head(), published);
        return published.isPresent() && !database.onConnection(JournalStore::anyLost);
    }

    /**
     * Compares the journal with what was signed, published and cosigned, and changes nothing.
     *
     * @throws LogRefusedException where they contradict each other
     */
    void compare() {
        keys.prepare(this::head);
        List<String> cosigned = cosigners.seen(keys.origin());
        Optional<Checkpoint> published = bucket.checkpoint().map(keys::open);
        LogHead head = head();
        extension.check(head, published);
        extension.cosigned(head, cosigned);
    }

    private SignedHead sign(LogHead head) {
        TreeHead tree = head.frontier().head();
        return new SignedHead(keys.origin(), tree, keys.sign(tree).format(), keys.vkeys());
    }

    private void record(LogHead head, SignedHead signed) {
        boolean first =
                database.commit(connection -> HeadStore.signed(connection, head.signedSize(), signed, clock.instant()));
        if (!first) {
            throw new LostRaceException(head.size());
        }
    }

    private SignedHead recorded(LogHead head) {
        if (head.signedCheckpoint() == null) {
            throw new IllegalStateException("a signed size without its checkpoint");
        }
        return new SignedHead(keys.origin(), head.frontier().head(), head.signedCheckpoint(), keys.vkeys());
    }

    private LogHead head() {
        return database.onConnection(HeadStore::read);
    }
}
