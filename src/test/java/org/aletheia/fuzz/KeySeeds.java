package org.aletheia.fuzz;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.aletheia.transparency.NoteKeyPair;
import org.aletheia.transparency.SignatureType;
import org.aletheia.transparency.SignedNote;
import org.aletheia.transparency.keys.KeyHistory;
import org.aletheia.transparency.keys.KeyList;
import org.aletheia.transparency.keys.KeyStanding;
import org.aletheia.transparency.keys.ListedKey;
import org.aletheia.transparency.keys.SignedKeyList;

/** Two lists of the keys of the log of {@link LogSeeds}. */
final class KeySeeds {
    private static final Instant TIME = LogSeeds.CLOCK.instant();
    private static final NoteKeyPair ML_DSA = FixedKeys.named(LogSeeds.ORIGIN, SignatureType.ML_DSA_44);

    static final String HISTORY = history();

    private KeySeeds() {}

    private static String history() {
        ListedKey first = new ListedKey(LogSeeds.ED25519.verifierKey(), KeyStanding.ACTIVE, TIME);
        KeyList one = new KeyList(LogSeeds.ORIGIN, 1, TIME, List.of(first));
        KeyHistory begun = new KeyHistory(List.of(signed(Optional.empty(), one, KeyHistory.headOfFirst(one))));
        ListedKey second = new ListedKey(ML_DSA.verifierKey(), KeyStanding.ACTIVE, TIME);
        KeyList two = new KeyList(LogSeeds.ORIGIN, 2, TIME, List.of(first, second));
        return begun.with(signed(Optional.of(one), two, begun.headOf(two))).format();
    }

    private static SignedKeyList signed(Optional<KeyList> before, KeyList list, String head) {
        return new SignedKeyList(
                list,
                SignedNote.sign(
                        head,
                        Stream.of(LogSeeds.ED25519, ML_DSA)
                                .filter(pair ->
                                        KeyHistory.signersOf(before, list).contains(pair.verifierKey()))
                                .map(pair -> pair.signer(LogSeeds.CLOCK))
                                .toList()));
    }
}
