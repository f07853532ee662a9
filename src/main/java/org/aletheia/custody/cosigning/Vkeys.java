package org.aletheia.custody.cosigning;

import java.util.List;
import java.util.function.Predicate;
import org.aletheia.kernel.MalformedValueException;
import org.aletheia.transparency.NoteVerifierKey;

/** Verifier keys of one name, as an operator gives them. */
final class Vkeys {
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
