package org.aletheia.evidence.content;

import io.quarkus.runtime.Startup;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.aletheia.evidence.content.ContentHeader.NewContent;
import org.aletheia.kernel.Digest;
import org.aletheia.kernel.DigestAlgorithm;
import org.aletheia.platform.keys.UnitKey;
import org.aletheia.platform.keys.UnitKeys;
import org.aletheia.platform.objectstore.Bucket;
import org.aletheia.platform.objectstore.ObjectStore;
import org.aletheia.platform.objectstore.ObjectStores;
import org.jspecify.annotations.Nullable;

/**
 * Sealed content in the evidence bucket. Memory is constant in the length of the content, plaintext stays in memory. Every
 * method makes network calls: none is for use inside a transaction.
 */
@Startup
@ApplicationScoped
public class ContentStore {
    private final ObjectStores stores;
    private final UnitKeys unitKeys;
    private final ContentConfig config;
    private final BufferPool pool;
    private final ReadAhead readAhead;
    private final ExecutorService lanes = Executors.newCachedThreadPool(
            Thread.ofPlatform().name("content-", 0).daemon().factory());

    @Inject
    public ContentStore(ObjectStores stores, UnitKeys unitKeys, ContentConfig config) {
        this(stores, unitKeys, config, Buffers.parts(config));
    }

    ContentStore(ObjectStores stores, UnitKeys unitKeys, ContentConfig config, BufferPool pool) {
        this.stores = stores;
        this.unitKeys = unitKeys;
        this.config = config;
        this.pool = pool;
        this.readAhead = new ReadAhead(lanes, Buffers.readers(config));
    }

    @PostConstruct
    void warmUp() {
        lanes.execute(new CipherWarmUp());
    }

    @PreDestroy
    void close() {
        lanes.shutdown();
    }

    /**
     * Digests, encrypts and stores in one pass. Order: parts are sent while the content is read; at its end length and
     * digests are checked; only then the object becomes visible, by one request.
     *
     * <p>A crash before that request leaves an unfinished upload; after it, an object that no record names. {@link Orphans}
     * removes both. Every exception leaves nothing, or where the store is away, no more than a crash does. A repetition
     * takes a new object id.
     *
     * @param plaintext read to its end, not closed
     * @param length bytes announced, if any were
     * @param objectId never used before, not even by an attempt that failed
     * @throws IOException from reading the plaintext
     * @throws LengthMismatchException where not as many bytes came as were announced
     * @throws DigestMismatchException where they do not digest to what is expected
     * @throws ContentTooLongException where they do not fit into one object
     * @throws org.aletheia.platform.objectstore.StorageUnavailableException where the store failed, or too many uploads
     *     are under way
     */
    public StoredContent store(
            InputStream plaintext, ExpectedDigests expected, @Nullable Long length, UUID objectId, UnitKey unitKey)
            throws IOException {
        if (length != null && length > Intake.limit(pool.bufferSize())) {
            throw new ContentTooLongException(Intake.limit(pool.bufferSize()));
        }
        NewContent created = ContentHeader.create(objectId, unitKey);
        SegmentKeys keys = SegmentKeys.create(created.dataKey(), objectId);
        Arrays.fill(created.dataKey(), (byte) 0);
        byte[] prologue = prologue(created.header(), keys);
        SegmentSealer sealer = new SegmentSealer(keys);
        sealer.asIs(prologue, 0, prologue.length);
        SealingLanes work = new SealingLanes(lanes, sealer, wantsSha512(expected));
        ContentSource source = new ContentSource(plaintext, length);
        try (Intake intake = new Intake(evidence(), ContentKeys.of(objectId), source, work, pool)) {
            intake.take(prologue, length);
            StoredContent stored = describe(created.header(), source, work, intake, expected);
            intake.commit(stored.sealedSha256());
            return stored;
        }
    }

    /**
     * Decrypts a range. Each segment is authenticated before any byte of it is given out; the first one before this method
     * returns. Reading throws the same exceptions.
     *
     * @param from first byte, 0 to the content's length
     * @param length bytes; must not reach beyond the content
     * @throws ContentTamperedException where the object is not what was stored
     * @throws org.aletheia.platform.keys.KeyDestroyedException where its key was destroyed
     * @throws org.aletheia.platform.objectstore.StorageUnavailableException where the store failed
     */
    public InputStream open(StoredContent content, long from, long length) {
        if (from < 0 || length < 0 || from + length > content.length()) {
            throw new IllegalArgumentException("a range outside the content");
        }
        UnitKey unitKey = unitKeys.open(content.unitKeyId());
        return ContentReader.open(evidence(), content, unitKey, from, length, readAhead);
    }

    private StoredContent describe(
            ContentHeader header, ContentSource source, SealingLanes work, Intake intake, ExpectedDigests expected) {
        long length = source.length();
        List<Digest> digests = work.contentDigests();
        expected.check(digests);
        return new StoredContent(
                header.objectId(),
                length,
                digests.getFirst(),
                digests.size() > 1 ? digests.getLast() : null,
                intake.sealedLength(),
                work.sealedDigest(),
                header.unitKeyId(),
                ContentHeader.FORMAT);
    }

    private boolean wantsSha512(ExpectedDigests expected) {
        return config.sha512() || expected.names(DigestAlgorithm.SHA_512);
    }

    private ObjectStore evidence() {
        return stores.of(Bucket.EVIDENCE);
    }

    private static byte[] prologue(ContentHeader header, SegmentKeys keys) {
        byte[] prologue = Arrays.copyOf(header.bytes(), SegmentLayout.PROLOGUE);
        System.arraycopy(keys.tinkHeader(), 0, prologue, ContentHeader.LENGTH, SegmentLayout.TINK_HEADER);
        return prologue;
    }
}
