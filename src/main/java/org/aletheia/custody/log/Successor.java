package org.aletheia.custody.log;

import java.util.Arrays;
import java.util.Collection;
import java.util.Set;
import java.util.stream.Stream;
import org.aletheia.platform.objectstore.ObjectStore;
import org.aletheia.platform.signing.SigningKeys;
import org.aletheia.platform.signing.SigningPurpose;
import org.aletheia.transparency.NoteVerifierKey;

/**
 * The log that is to go on in place of an earlier one.
 *
 * @param origin its name
 * @param bucket where it will be published
 * @param held its private keys; those that are missing are made when it signs first
 */
public record Successor(String origin, ObjectStore bucket, SigningKeys held) {
    /**
     * Refuses what was used before: a name under which two histories are possible proves nothing.
     *
     * @param names that the log ever had
     * @param keys that ever signed under them
     * @throws Succession.RefusedException for the first thing that is not new
     * @throws IllegalStateException where the key files are those of another name
     * @throws org.aletheia.platform.objectstore.StorageUnavailableException where the bucket cannot be asked
     */
    void requireNew(Set<String> names, Collection<NoteVerifierKey> keys) {
        if (names.contains(origin)) {
            throw new Succession.RefusedException(
                    "aletheia.log.origin is " + origin + ", a name that this log has or had: give it a new one");
        }
        Stream.of(SigningPurpose.values())
                .flatMap(purpose -> held.held(purpose).stream())
                .filter(key -> keys.stream().anyMatch(known -> Arrays.equals(known.publicKey(), key.publicKey())))
                .findFirst()
                .ifPresent(key -> {
                    throw new Succession.RefusedException("the key " + key.label()
                            + " has signed under an earlier name: let aletheia.keys.directory hold new ones");
                });
        bucket.list("", object -> {
            throw new Succession.RefusedException("aletheia.object-store.log-bucket holds " + object.key()
                    + ": a log that begins needs an empty bucket");
        });
    }
}
