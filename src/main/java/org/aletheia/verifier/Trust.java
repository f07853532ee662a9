package org.aletheia.verifier;

import java.security.cert.X509Certificate;
import java.util.Collection;
import java.util.List;
import org.aletheia.transparency.NoteVerifierKey;

/**
 * What the one who verifies believes beforehand, and got by another way than the material.
 *
 * @param origin of the log; its keys are those of this name
 * @param keys of the log and of cosigners
 * @param cosigners how many different cosigners must have signed each checkpoint
 * @param timestampRoots certificates to which timestamps must lead; none where they are not to be checked
 * @param timestampWaived whether a timestamp under these roots may be absent; one that is there and wrong is never waived
 */
public record Trust(
        String origin,
        List<NoteVerifierKey> keys,
        int cosigners,
        List<X509Certificate> timestampRoots,
        boolean timestampWaived) {
    public Trust {
        keys = List.copyOf(keys);
        timestampRoots = List.copyOf(timestampRoots);
    }

    /** Of keys alone: timestamps are not checked. */
    public Trust(String origin, List<NoteVerifierKey> keys, int cosigners) {
        this(origin, keys, cosigners, List.of(), false);
    }

    /** Parses verifier keys, one each. */
    public static Trust of(String origin, Collection<String> vkeys, int cosigners) {
        return new Trust(origin, vkeys.stream().map(NoteVerifierKey::parse).toList(), cosigners);
    }

    /** The same, and timestamps under these roots. */
    public Trust timestampedUnder(List<X509Certificate> roots, boolean waived) {
        return new Trust(origin, keys, cosigners, roots, waived);
    }

    List<NoteVerifierKey> logKeys() {
        return keys.stream().filter(key -> key.name().equals(origin)).toList();
    }
}
