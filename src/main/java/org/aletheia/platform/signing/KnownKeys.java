package org.aletheia.platform.signing;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.aletheia.transparency.NoteVerifierKey;
import org.aletheia.transparency.SignedNote;
import org.aletheia.transparency.keys.KeyHistory;
import org.aletheia.transparency.keys.KeyStanding;
import org.aletheia.transparency.keys.ListedKey;

/** Recognises what the keys of this deployment have signed, and signs nothing: for commands that only look. */
public final class KnownKeys implements Signer {
    private final List<NoteVerifierKey> active;
    private final List<NoteVerifierKey> known;
    private final List<NoteVerifierKey> sound;

    private KnownKeys(List<NoteVerifierKey> active, List<NoteVerifierKey> known, List<NoteVerifierKey> sound) {
        this.active = List.copyOf(active);
        this.known = List.copyOf(known);
        this.sound = List.copyOf(sound);
    }

    /**
     * The keys of one purpose.
     *
     * @param held makes no key here
     * @param history of the log's keys; empty where none was made yet, so that those that are held count
     * @throws IllegalStateException where a key cannot be used, or none is held
     */
    public static KnownKeys of(SigningKeys held, Optional<KeyHistory> history, SigningPurpose purpose, String origin) {
        List<NoteVerifierKey> here = held.held(purpose);
        if (here.isEmpty()) {
            throw new IllegalStateException("aletheia.keys.directory: holds no key for " + purpose.keyName(origin));
        }
        return history.map(lists -> of(lists, purpose.keyName(origin)))
                .orElseGet(() -> new KnownKeys(here, here, here));
    }

    /**
     * The keys for checkpoints of a log that this deployment signs for no longer.
     *
     * @param signedLast keys of its last checkpoint; they count where it never made a list of its keys
     */
    public static KnownKeys earlier(String origin, Optional<KeyHistory> history, List<NoteVerifierKey> signedLast) {
        return history.map(lists -> of(lists, SigningPurpose.CHECKPOINT.keyName(origin)))
                .orElseGet(() -> new KnownKeys(signedLast, signedLast, signedLast));
    }

    private static KnownKeys of(KeyHistory lists, String name) {
        return new KnownKeys(
                named(lists.newest().active().stream(), name),
                named(lists.newest().keys().stream().map(ListedKey::key), name),
                named(
                        lists.newest().keys().stream()
                                .filter(key -> key.standing() != KeyStanding.REVOKED)
                                .map(ListedKey::key),
                        name));
    }

    private static List<NoteVerifierKey> named(Stream<NoteVerifierKey> keys, String name) {
        return keys.filter(key -> key.name().equals(name)).toList();
    }

    @Override
    public List<NoteVerifierKey> verifierKeys() {
        return active;
    }

    @Override
    public List<NoteVerifierKey> knownKeys() {
        return known;
    }

    @Override
    public List<NoteVerifierKey> soundKeys() {
        return sound;
    }

    @Override
    public SignedNote sign(String noteText) {
        throw new UnsupportedOperationException("these keys sign nothing");
    }
}
