package org.aletheia.evidence.fixity;

import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.aletheia.evidence.content.ContentAudit;
import org.aletheia.evidence.content.ContentTamperedException;
import org.aletheia.evidence.content.StoredContent;
import org.aletheia.kernel.Digest;
import org.aletheia.kernel.DigestAlgorithm;
import org.aletheia.platform.objectstore.ObjectMissingException;
import org.aletheia.platform.objectstore.ObjectStore;
import org.aletheia.platform.objectstore.ObjectWriter;
import org.aletheia.platform.objectstore.Payload;
import org.aletheia.platform.objectstore.StorageUnavailableException;
import org.aletheia.platform.objectstore.StorageUnavailableException.Effect;

/** Puts the bytes of a damaged object back from a second bucket, where there is one and its copy is right. */
final class FixityRepair {
    private static final int PART = 8 << 20;
    private static final int MOST_PARTS = 10_000;

    private final ObjectStore store;
    private final Optional<ObjectStore> copies;
    private final ContentAudit audit;

    /** @param audit reads from the store that is to be repaired */
    FixityRepair(ObjectStore store, Optional<ObjectStore> copies, ContentAudit audit) {
        this.store = store;
        this.copies = copies;
        this.audit = audit;
    }

    /**
     * One durable effect: the object is replaced, whole or not at all; where the bucket keeps versions, the damaged one stays
     * beneath. What arrives is digested on its way, and nothing is committed but the bytes that were once stored. A crash
     * before the commit leaves a multipart upload to the collector of such; after it, an object that the next check finds
     * intact.
     *
     * @return false where there is no second bucket, its copy is missing or damaged too, or the object is the one that was
     *     stored, so that something else is wrong: a key, or the record
     * @throws StorageUnavailableException where either store fails
     */
    boolean repair(StoredContent content) {
        if (copies.isEmpty() || sound(content)) {
            return false;
        }
        try (InputStream copy = copies.get().read(content.objectKey(), 0, content.sealedLength())) {
            return content.sealedLength() <= PART ? whole(content, copy) : inParts(content, copy);
        } catch (ObjectMissingException e) {
            return false;
        } catch (IOException e) {
            throw new StorageUnavailableException("GetObject", Effect.NONE, e);
        }
    }

    private boolean sound(StoredContent content) {
        try {
            return audit.sealed(content).equals(content.sealedSha256());
        } catch (ContentTamperedException e) {
            return false; // the object is not there
        }
    }

    private boolean whole(StoredContent content, InputStream copy) throws IOException {
        byte[] bytes = copy.readNBytes((int) content.sealedLength());
        if (!Digest.sha256(bytes).equals(content.sealedSha256())) {
            return false;
        }
        store.put(
                content.objectKey(),
                new Payload(bytes, bytes.length, content.sealedSha256()),
                "application/octet-stream");
        return true;
    }

    private boolean inParts(StoredContent content, InputStream copy) throws IOException {
        MessageDigest digest = DigestAlgorithm.SHA_256.newMessageDigest();
        byte[] part = new byte[Math.toIntExact(Math.max(PART, content.sealedLength() / (MOST_PARTS - 1)))];
        try (ObjectWriter writer = store.write(content.objectKey())) {
            for (int read = copy.readNBytes(part, 0, part.length);
                    read > 0;
                    read = copy.readNBytes(part, 0, part.length)) {
                digest.update(part, 0, read);
                join(writer.part(new Payload(part, read, null)));
            }
            boolean same = new Digest(DigestAlgorithm.SHA_256, digest.digest()).equals(content.sealedSha256());
            if (same) {
                writer.commit();
            }
            return same;
        }
    }

    private static void join(CompletableFuture<Void> sent) {
        try {
            sent.join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw e;
        }
    }
}
