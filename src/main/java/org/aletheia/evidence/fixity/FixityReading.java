package org.aletheia.evidence.fixity;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.aletheia.evidence.content.ContentAudit;
import org.aletheia.evidence.content.ContentTamperedException;
import org.aletheia.evidence.content.StoredContent;
import org.aletheia.evidence.fsck.ItemFinding;
import org.aletheia.kernel.Digest;
import org.aletheia.kernel.DigestAlgorithm;
import org.aletheia.platform.keys.BrokenSealException;
import org.aletheia.platform.keys.KeyDestroyedException;
import org.aletheia.platform.keys.KeyMissingException;
import org.aletheia.platform.keys.UnitKey;
import org.aletheia.platform.objectstore.ObjectStore;
import org.aletheia.platform.objectstore.StorageUnavailableException;

/** Reads stored bytes to their end, as a download does, and compares them with what was received. For one thread. */
final class FixityReading {
    private final ObjectStore store;
    private final Function<UUID, UnitKey> keys;
    private final ContentAudit audit;

    /**
     * @param keys as {@code UnitKeys.open}
     * @param audit reads from the same store
     */
    FixityReading(ObjectStore store, Function<UUID, UnitKey> keys, ContentAudit audit) {
        this.store = store;
        this.keys = keys;
        this.audit = audit;
    }

    /**
     * Reads one content: every tag, and its digests.
     *
     * @param wanted the digests to compute; those that the record does not state are only told
     * @return empty where its key was destroyed on purpose: then there is nothing that could be checked
     * @throws StorageUnavailableException where the store as a whole is away
     */
    Optional<FixityResult> of(StoredContent content, Set<DigestAlgorithm> wanted) {
        try {
            Map<DigestAlgorithm, Digest> read = audit.digests(content, keys.apply(content.unitKeyId()), wanted);
            List<Digest> digests = new ArrayList<>(read.values());
            boolean same =
                    agrees(read, content.sha256()) && (content.sha512() == null || agrees(read, content.sha512()));
            return Optional.of(
                    same
                            ? FixityResult.intact(digests)
                            : FixityResult.damaged(ItemFinding.CONTENT_ALTERED.code(), digests));
        } catch (KeyDestroyedException e) {
            return Optional.empty();
        } catch (KeyMissingException e) {
            return Optional.of(FixityResult.unreadable(ItemFinding.KEY_MISSING.code()));
        } catch (BrokenSealException e) {
            return Optional.of(FixityResult.damaged(ItemFinding.KEY_BROKEN.code(), List.of()));
        } catch (ContentTamperedException e) {
            return Optional.of(FixityResult.damaged(code(e.finding()).code(), List.of()));
        } catch (StorageUnavailableException e) {
            store.stat("health"); // throws where it is not this object alone
            return Optional.of(FixityResult.unreadable("content-unreadable"));
        }
    }

    private static boolean agrees(Map<DigestAlgorithm, Digest> read, Digest stated) {
        Digest found = read.get(stated.algorithm());
        return found == null || found.equals(stated);
    }

    private static ItemFinding code(ContentTamperedException.Finding finding) {
        return switch (finding) {
            case MISSING -> ItemFinding.CONTENT_MISSING;
            case TRUNCATED -> ItemFinding.CONTENT_LENGTH;
            case HEADER -> ItemFinding.CONTENT_FOREIGN;
            case DATA_KEY -> ItemFinding.CONTENT_KEY;
            case SEGMENT -> ItemFinding.CONTENT_ALTERED;
        };
    }
}
