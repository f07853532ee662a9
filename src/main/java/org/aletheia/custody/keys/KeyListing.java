package org.aletheia.custody.keys;

import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.aletheia.platform.signing.SigningKeys;
import org.aletheia.platform.signing.SigningPurpose;
import org.aletheia.transparency.NoteVerifierKey;
import org.aletheia.transparency.SignedNote;
import org.aletheia.transparency.keys.KeyHistory;
import org.aletheia.transparency.keys.KeyList;
import org.aletheia.transparency.keys.KeyStanding;
import org.aletheia.transparency.keys.ListedKey;
import org.aletheia.transparency.keys.SignedKeyList;

/** Makes and signs lists of this log's keys, with all keys that must sign them. */
final class KeyListing {
    private final String origin;
    private final SigningKeys held;
    private final InstantSource clock;

    KeyListing(String origin, SigningKeys held, InstantSource clock) {
        this.origin = origin;
        this.held = held;
        this.clock = clock;
    }

    /** The first list: the first key of each kind and purpose, made where it is missing. */
    SignedKeyList first() {
        List<ListedKey> keys = Stream.of(SigningPurpose.values())
                .flatMap(purpose -> firstOfEachKind(purpose).stream())
                .map(key -> new ListedKey(key, KeyStanding.ACTIVE, clock.instant()))
                .toList();
        KeyList list = new KeyList(origin, 1, clock.instant(), keys);
        return signed(Optional.empty(), list, KeyHistory.headOfFirst(list));
    }

    /** With which a log begins; made where they are missing. */
    List<NoteVerifierKey> firstOfEachKind(SigningPurpose purpose) {
        held.heldOrMade(purpose);
        return purpose.types().stream()
                .map(type -> held.held(purpose, type).getFirst())
                .toList();
    }

    /**
     * A list that follows.
     *
     * @throws IllegalStateException where a key that must sign is not held
     * @throws org.aletheia.kernel.MalformedValueException where it says what must not follow
     */
    SignedKeyList next(KeyHistory history, List<ListedKey> keys) {
        KeyList list = new KeyList(origin, history.size() + 1, clock.instant(), keys);
        return signed(Optional.of(history.newest()), list, history.headOf(list));
    }

    private SignedKeyList signed(Optional<KeyList> before, KeyList list, String head) {
        return new SignedKeyList(
                list,
                SignedNote.sign(
                        head,
                        KeyHistory.signersOf(before, list).stream()
                                .map(held::signer)
                                .toList()));
    }
}
