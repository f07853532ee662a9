package org.aletheia.transparency;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.aletheia.kernel.MalformedValueException;

/**
 * Text with signatures (C2SP signed-note). Nothing in it may be relied on before {@link #open} has returned.
 *
 * @param text ends in a newline; may hold empty lines
 * @param signatures 1 to 64, in their order
 */
public record SignedNote(String text, List<NoteSignature> signatures) {
    /** More are in no note that is read. */
    public static final int MAX_SIGNATURES = 64;

    private static final int MAX_LENGTH = 1 << 20;
    private static final String SEPARATOR = "\n\n";

    public SignedNote {
        signatures = List.copyOf(signatures);
        NoteText.check(text);
        if (!text.endsWith("\n")) {
            throw new MalformedValueException("note-text", "the text does not end in a newline");
        }
        if (signatures.isEmpty() || signatures.size() > MAX_SIGNATURES) {
            throw new MalformedValueException("note-signatures", "not 1 to 64 signatures: " + signatures.size());
        }
    }

    /** A signature that verified, with the time that it states, if its type has one. */
    public record Verified(NoteVerifierKey key, NoteSignature signature) {
        /** Seconds since the epoch as stated by the signer; empty for plain Ed25519. 0 means no statement. */
        public Optional<Long> timestamp() {
            return NoteVerification.timestamp(key.type(), signature.bytes());
        }
    }

    /**
     * Parses a note as text.
     *
     * @throws MalformedValueException reasons {@code note-…} or {@code base64}
     */
    public static SignedNote parse(String note) {
        NoteText.check(note);
        int separator = note.lastIndexOf(SEPARATOR);
        if (note.length() > MAX_LENGTH || separator < 0 || !note.endsWith("\n")) {
            throw new MalformedValueException("note-form", "expected text, an empty line, signature lines");
        }
        List<NoteSignature> signatures = note.substring(separator + SEPARATOR.length())
                .lines()
                .limit(MAX_SIGNATURES + 1L)
                .map(NoteSignature::parse)
                .toList();
        return new SignedNote(note.substring(0, separator + 1), signatures);
    }

    /**
     * Parses a note as bytes; they must be UTF-8.
     *
     * @throws MalformedValueException as {@link #parse(String)}
     */
    public static SignedNote parse(byte[] note) {
        return parse(NoteText.decode(note));
    }

    /** Signs a text with these keys, in their order. */
    public static SignedNote sign(String text, Collection<? extends NoteSigner> signers) {
        NoteText.check(text);
        byte[] bytes = NoteText.encode(text);
        return new SignedNote(
                text,
                signers.stream()
                        .map(signer -> new NoteSignature(signer.name(), signer.keyId(), signer.sign(bytes)))
                        .toList());
    }

    /** This note with more signatures at its end, such as those of cosigners. */
    public SignedNote with(Collection<NoteSignature> more) {
        List<NoteSignature> all = new ArrayList<>(signatures);
        all.addAll(more);
        return new SignedNote(text, all);
    }

    /**
     * Verifies the signatures of known keys; ignores others. Known is a key of the same name and id.
     *
     * @return the verified signatures, at least one
     * @throws NoteException {@code BAD_SIGNATURE} if one of a known key fails, {@code NO_KNOWN_KEY} if there is none
     */
    public List<Verified> open(Collection<NoteVerifierKey> keys) {
        List<Verified> verified = new ArrayList<>();
        for (NoteSignature signature : signatures) {
            for (NoteVerifierKey key : keys) {
                if (key.name().equals(signature.name()) && key.keyId() == signature.keyId()) {
                    verified.add(verify(key, signature));
                }
            }
        }
        if (verified.isEmpty()) {
            throw new NoteException(
                    NoteException.Reason.NO_KNOWN_KEY,
                    keys.stream().map(NoteVerifierKey::label).collect(Collectors.joining(", ")));
        }
        return verified;
    }

    /** The note as it is stored and sent. */
    public String format() {
        return text + "\n" + signatures.stream().map(NoteSignature::format).collect(Collectors.joining());
    }

    private Verified verify(NoteVerifierKey key, NoteSignature signature) {
        if (!key.verifies(text, signature.bytes())) {
            throw new NoteException(NoteException.Reason.BAD_SIGNATURE, key.label());
        }
        return new Verified(key, signature);
    }
}
