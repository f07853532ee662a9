package org.aletheia.custody.cosigning;

import java.util.List;
import java.util.function.Predicate;
import org.aletheia.kernel.MalformedValueException;
import org.aletheia.transparency.NoteVerifierKey;
import org.aletheia.transparency.SignedNote;

/** Verifier keys of one name, as an operator gives them. */
final class Vkeys {
    /**
     * Most keys of others that may sign one note: it has room for as many signatures, and those of this server's own keys, of
     * which there are more while they are replaced.
     */
    static final int MOST = SignedNote.MAX_SIGNATURES - 8;

    private Vkeys() {}

    /**
     * Reads the keys of one property.
     *
     * @throws IllegalStateException naming the property and what to do
     */
    static List<NoteVerifierKey> parse(
            String property, List<String> vkeys, Predicate<NoteVerifierKey> fits, String remedy) {
        List<NoteVerifierKey> keys =
                vkeys.stream().map(vkey -> parse(property, vkey)).toList();
        long names = keys.stream().map(NoteVerifierKey::name).distinct().count();
        if (names != 1 || !keys.stream().allMatch(fits)) {
            throw new IllegalStateException(property + ": " + remedy);
        }
        if (keys.size() > MOST) {
            throw new IllegalStateException(property + ": more than " + MOST
                    + " keys, and no note has room for their signatures: leave out those that are not used any more");
        }
        return keys;
    }

    private static NoteVerifierKey parse(String property, String vkey) {
        try {
            return NoteVerifierKey.parse(vkey.strip());
        } catch (MalformedValueException e) {
            throw new IllegalStateException(property + ": not a vkey (" + e.reason() + "): copy it again", e);
        }
    }
}
