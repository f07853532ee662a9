package org.aletheia.verifier;

import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.aletheia.transparency.NoteVerifierKey;
import org.aletheia.transparency.TlogPolicy;
import org.aletheia.transparency.keys.KeyHistory;

/**
 * What the one who verifies believes beforehand, and got by another way than the material. Never changed.
 */
public final class Trust {
    private final String origin;
    private final List<NoteVerifierKey> keys;
    private final CosignerRule cosigners;
    private final List<X509Certificate> timestampRoots;
    private final boolean timestampWaived;
    private final Optional<OwnKeys> ownKeys;

    private Trust(
            String origin,
            List<NoteVerifierKey> keys,
            CosignerRule cosigners,
            List<X509Certificate> timestampRoots,
            boolean timestampWaived,
            Optional<OwnKeys> ownKeys) {
        this.origin = origin;
        this.keys = keys.stream().distinct().toList();
        this.cosigners = cosigners;
        this.timestampRoots = List.copyOf(timestampRoots);
        this.timestampWaived = timestampWaived;
        this.ownKeys = ownKeys;
    }

    /** As {@link #of}. */
    public Trust(String origin, List<NoteVerifierKey> keys, int cosigners) {
        this(origin, keys, new CosignerRule.AtLeast(cosigners), List.of(), false, Optional.empty());
    }

    /**
     * Of keys alone: timestamps are not checked.
     *
     * @param origin of the log; its keys are those of this name
     * @param vkeys of the log and of cosigners
     * @param cosigners how many different cosigners must have signed each checkpoint
     */
    public static Trust of(String origin, Collection<String> vkeys, int cosigners) {
        return new Trust(origin, vkeys.stream().map(NoteVerifierKey::parse).toList(), cosigners);
    }

    /**
     * The same, and timestamps under these roots.
     *
     * @param roots certificates to which timestamps must lead; none where they are not to be checked
     * @param waived whether a timestamp under these roots may be absent; one that is there and wrong is never waived
     */
    public Trust timestampedUnder(List<X509Certificate> roots, boolean waived) {
        return new Trust(origin, keys, cosigners, roots, waived, ownKeys);
    }

    /**
     * The same, and each checkpoint cosigned as a policy asks. The policy's keys of this log are added to those given, and
     * asked for as these are.
     *
     * @throws IllegalArgumentException the policy knows logs and this is none of them, or it has the log witness itself
     */
    public Trust cosignedAs(TlogPolicy policy) {
        List<NoteVerifierKey> own =
                policy.logs().stream().filter(key -> key.name().equals(origin)).toList();
        if (own.isEmpty() && !policy.logs().isEmpty()) {
            throw new IllegalArgumentException("the policy does not know the log " + origin);
        }
        if (policy.quorum().keys().stream().anyMatch(this::isOfTheLog)) {
            throw new IllegalArgumentException("the policy takes a key of " + origin + " for that of a witness of it");
        }
        List<NoteVerifierKey> all = new ArrayList<>(keys);
        all.addAll(own);
        all.addAll(policy.quorum().keys());
        return new Trust(
                origin, all, new CosignerRule.Quorum(policy.quorum()), timestampRoots, timestampWaived, ownKeys);
    }

    /**
     * The same, and the log's own keys as a history of them says, as far as the keys that were given vouch for it. What is to be
     * said of that is {@link #keysTold}.
     */
    public Trust followedBy(KeyHistory history) {
        OwnKeys own = OwnKeys.of(origin, logKeys(), history);
        return new Trust(origin, own.and(keys), cosigners, timestampRoots, timestampWaived, Optional.of(own));
    }

    /** How far the history of the log's keys is believed; empty where none was given. */
    Optional<Finding> keysTold() {
        return ownKeys.map(OwnKeys::told);
    }

    /** Since when somebody else may have signed with a key; empty for one of which nobody says so. */
    Optional<Instant> revokedSince(NoteVerifierKey key) {
        return ownKeys.flatMap(own -> own.revokedSince(key));
    }

    /** Keys of the log's checkpoints of which each kind must have signed. */
    List<NoteVerifierKey> signingKeys() {
        List<NoteVerifierKey> all = ownKeys.map(own -> own.signing(keys)).orElse(keys);
        return all.stream().filter(key -> key.name().equals(origin)).toList();
    }

    /** Name of the log. */
    public String origin() {
        return origin;
    }

    List<NoteVerifierKey> keys() {
        return keys;
    }

    CosignerRule cosigners() {
        return cosigners;
    }

    List<X509Certificate> timestampRoots() {
        return timestampRoots;
    }

    boolean timestampWaived() {
        return timestampWaived;
    }

    List<NoteVerifierKey> logKeys() {
        return keys.stream().filter(key -> key.name().equals(origin)).toList();
    }

    /**
     * Whether it is a key of the log or of something that the log's operator runs under its name, such as its promises or its
     * cosigning of others: a log does not vouch for itself, under no name.
     */
    boolean isOfTheLog(NoteVerifierKey key) {
        return key.name().equals(origin)
                || key.name().startsWith(origin + "/")
                || logKeys().stream().anyMatch(own -> Arrays.equals(own.publicKey(), key.publicKey()));
    }
}
