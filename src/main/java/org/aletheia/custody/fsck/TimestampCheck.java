package org.aletheia.custody.fsck;

import java.nio.charset.StandardCharsets;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.aletheia.custody.log.LogKeys;
import org.aletheia.custody.store.EstateStore;
import org.aletheia.custody.store.TimestampStore;
import org.aletheia.custody.store.TimestampStore.Token;
import org.aletheia.custody.store.Transactions;
import org.aletheia.custody.timestamping.TimestampFiles;
import org.aletheia.kernel.Digest;
import org.aletheia.transparency.Checkpoint;
import org.aletheia.transparency.timestamp.TimestampException;
import org.aletheia.transparency.timestamp.TimestampRules;
import org.aletheia.transparency.timestamp.TimestampToken;
import org.aletheia.transparency.timestamp.VerifiedTimestamp;

/**
 * Every published timestamp: its checkpoint is one that this log has signed, it holds for exactly these bytes, and the bucket
 * has both.
 */
public final class TimestampCheck implements EstateCheck {
    private static final int PAGE = 64;

    private final TimestampStore store;
    private final EstateStore estate;
    private final TimestampFiles files;
    private final LogKeys keys;
    private final Map<String, List<X509Certificate>> roots;

    /**
     * @param follower with the rights of role aletheia_follower
     * @param roots by the name of the authority; one that is not there is not trusted
     */
    public TimestampCheck(
            DataSource follower, TimestampFiles files, LogKeys keys, Map<String, List<X509Certificate>> roots) {
        Transactions database = new Transactions(follower);
        this.store = new TimestampStore(database);
        this.estate = new EstateStore(database);
        this.files = files;
        this.keys = keys;
        this.roots = Map.copyOf(roots);
    }

    @Override
    public String name() {
        return "timestamps";
    }

    @Override
    public void run(Examination examination) {
        long size = examination.from() == null ? 0 : Long.parseLong(examination.from());
        Set<String> done = new HashSet<>();
        List<Token> page = store.from(size, PAGE);
        while (!page.isEmpty()) {
            long from = size;
            for (Token token : page) {
                if (token.size() > size) {
                    examination.reached(Long.toString(token.size()));
                    size = token.size();
                    done.clear();
                }
                if (done.add(token.authority())) {
                    if (done.size() == 1) {
                        checkpoint(token, examination);
                    }
                    token(token, examination);
                    examination.examined(1);
                }
            }
            boolean last = page.size() < PAGE || size == from;
            page = last ? List.of() : store.from(size, PAGE);
        }
    }

    private void checkpoint(Token token, Examination told) {
        String path = TimestampFiles.checkpointPath(token.size());
        Optional<Checkpoint> found = LogSnapshot.open(token.note(), path, keys, told);
        found.filter(checkpoint -> checkpoint.size() != token.size()
                        || !estate.checkpoints(token.size() - 1, token.size(), 1)
                                .contains(checkpoint.head()))
                .ifPresent(checkpoint ->
                        told.found(CustodyFinding.TREE_CHECKPOINT, path, "is no tree head that was signed"));
        compare(path, () -> files.checkpoint(token.size()), token.note().getBytes(StandardCharsets.UTF_8), told);
    }

    private void token(Token token, Examination told) {
        String path = TimestampFiles.tokenPath(token.size(), token.authority());
        compare(path, () -> files.token(token.size(), token.authority()), token.token(), told);
        List<X509Certificate> trusted = roots.getOrDefault(token.authority(), List.of());
        try {
            verify(token, trusted);
        } catch (TimestampException e) {
            told.found(CustodyFinding.TIMESTAMP_ALTERED, path, "does not hold: " + e.getMessage());
        }
        if (trusted.isEmpty()) {
            told.found(CustodyFinding.TIMESTAMP_UNCHECKED, path, "no roots of this authority are configured");
        }
    }

    /** Without roots, all that can be asked without them. */
    private static void verify(Token token, List<X509Certificate> trusted) {
        TimestampToken parsed = TimestampToken.parse(token.token());
        byte[] note = token.note().getBytes(StandardCharsets.UTF_8);
        if (trusted.isEmpty()) {
            TimestampRules.checkImprint(parsed, note);
            TimestampRules.checkSignature(parsed, TimestampRules.signer(parsed));
        } else {
            VerifiedTimestamp.of(parsed, note, trusted);
        }
    }

    private static void compare(String path, Supplier<Optional<byte[]>> stored, byte[] expected, Examination told) {
        try {
            Optional<byte[]> found = stored.get();
            if (found.isEmpty()) {
                told.found(CustodyFinding.PUBLISHED_MISSING, path, "not in the bucket");
            } else if (!Arrays.equals(found.get(), expected)) {
                told.found(
                        CustodyFinding.PUBLISHED_ALTERED,
                        path,
                        "expected " + Digest.sha256(expected) + ", found " + Digest.sha256(found.get()));
            }
        } catch (IllegalStateException e) {
            told.found(CustodyFinding.PUBLISHED_ALTERED, path, "longer than any");
        }
    }
}
