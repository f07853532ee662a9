package org.aletheia.transparency;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.aletheia.kernel.MalformedValueException;

/** What cosigners answer (C2SP tlog-witness), and what of it holds. */
public final class Cosignatures {
    private static final int MAX_LINES = 64;

    private Cosignatures() {}

    /**
     * Parses the signature lines of an answer.
     *
     * @throws MalformedValueException {@code note-signatures}, or as {@link NoteSignature#parse}
     */
    public static List<NoteSignature> parse(byte[] answer) {
        String text = NoteText.decode(answer);
        // not by String.lines(), which would take a carriage return for the end of a line, too
        List<String> lines = List.of(text.split("\n", MAX_LINES + 1));
        if (!lines.getLast().isEmpty() || lines.size() < 2) {
            throw new MalformedValueException("note-signatures", "not 1 to 64 lines");
        }
        return lines.subList(0, lines.size() - 1).stream()
                .map(NoteSignature::parse)
                .toList();
    }

    /**
     * One signature of each of these keys that holds for the text; others are left out, since one that fails would spoil the
     * note for everybody who knows its key. A signature that states no time is none of a cosigner.
     */
    public static Map<NoteVerifierKey, SignedNote.Verified> valid(
            String noteText, Collection<NoteSignature> signatures, Collection<NoteVerifierKey> keys) {
        Map<NoteVerifierKey, SignedNote.Verified> valid = new LinkedHashMap<>();
        for (NoteSignature signature : signatures) {
            for (NoteVerifierKey key : keys) {
                if (holds(noteText, signature, key)) {
                    valid.putIfAbsent(key, new SignedNote.Verified(key, signature));
                }
            }
        }
        return valid;
    }

    private static boolean holds(String noteText, NoteSignature signature, NoteVerifierKey key) {
        return key.type().timestamped()
                && key.name().equals(signature.name())
                && key.keyId() == signature.keyId()
                && key.verifies(noteText, signature.bytes())
                && NoteVerification.timestamp(key.type(), signature.bytes()).orElse(0L) > 0;
    }
}
