package org.aletheia.verifier;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.aletheia.kernel.MalformedValueException;
import org.aletheia.transparency.Checkpoint;
import org.aletheia.transparency.NoteException;
import org.aletheia.transparency.NoteVerifierKey;
import org.aletheia.transparency.SignatureType;
import org.aletheia.transparency.SignedNote;

/** Checks one signed tree head: origin, signatures, cosigners, time. Never throws for what the note holds. */
final class HeadCheck {
    private static final long LAST_TIME = Instant.parse("9999-12-31T23:59:59Z").getEpochSecond();

    private final Trust trust;

    HeadCheck(Trust trust) {
        this.trust = trust;
    }

    /**
     * What the verified signatures of a head state, in seconds since the epoch.
     *
     * @param latest of all: true if only one of the signers is honest, which the earliest would not be
     * @param own the latest of the log itself, which says that at that time this was its tree; a cosigner may sign later
     * @param holds whether nothing failed
     */
    record Stated(Optional<Long> latest, Optional<Long> own, boolean holds) {}

    /** A signed tree head that could be read. */
    record Signed(Checkpoint head, Stated stated) {}

    /**
     * Reads and checks a signed tree head and adds what is found.
     *
     * @param as which one it is
     * @return empty where there is none to speak of
     */
    Optional<Signed> read(Check as, Optional<byte[]> note, List<Finding> findings) {
        return read(as, note, Optional.empty(), findings);
    }

    /** As above. @param dated no later than when it was signed, by the word of authorities that are trusted */
    Optional<Signed> read(Check as, Optional<byte[]> note, Optional<Instant> dated, List<Finding> findings) {
        if (note.isEmpty()) {
            findings.add(Finding.failed(as, "missing"));
            return Optional.empty();
        }
        try {
            SignedNote signed = SignedNote.parse(note.get());
            Checkpoint head = Checkpoint.parse(signed.text());
            findings.add(Finding.note(
                    as, "size " + head.size() + ", root " + head.root().base64()));
            return Optional.of(new Signed(head, check(signed, head, dated, findings)));
        } catch (MalformedValueException e) {
            findings.add(Finding.failed(as, e));
            return Optional.empty();
        }
    }

    /**
     * Adds what is found.
     *
     * @param head as the note states it
     * @param dated no later than when it was signed, by the word of authorities that are trusted
     */
    Stated check(SignedNote note, Checkpoint head, Optional<Instant> dated, List<Finding> findings) {
        List<Finding> found = new ArrayList<>();
        found.add(origin(head));
        List<SignedNote.Verified> signatures = open(note, found);
        signatures(signatures, dated, found);
        Optional<Long> latest = latest(signatures, signature -> true);
        latest.ifPresent(time -> found.add(
                Finding.note(Check.TIME, Instant.ofEpochSecond(time) + ", stated by " + signers(signatures))));
        findings.addAll(found);
        return new Stated(
                latest,
                latest(signatures, signature -> signature.key().name().equals(trust.origin())),
                found.stream().noneMatch(Finding::isFailed));
    }

    private Finding origin(Checkpoint head) {
        return head.origin().equals(trust.origin())
                ? Finding.passed(Check.ORIGIN, head.origin() + ", size " + head.size())
                : Finding.failed(Check.ORIGIN, "expected " + trust.origin() + ", found " + head.origin());
    }

    private List<SignedNote.Verified> open(SignedNote note, List<Finding> findings) {
        try {
            return note.open(trust.keys());
        } catch (NoteException | MalformedValueException e) {
            findings.add(Finding.failed(Check.SIGNATURE, e));
            return List.of();
        }
    }

    /** Each kind of key with which the log signs must have signed; absence is a failure. */
    private void signatures(List<SignedNote.Verified> signatures, Optional<Instant> dated, List<Finding> findings) {
        Set<SignatureType> wanted =
                trust.signingKeys().stream().map(NoteVerifierKey::type).collect(Collectors.toSet());
        if (wanted.isEmpty()) {
            findings.add(Finding.failed(Check.SIGNATURE, "no key of " + trust.origin() + " was given"));
        }
        for (SignatureType type : SignatureType.values()) {
            if (wanted.contains(type)) {
                findings.add(signature(type, signatures, dated));
            }
        }
        findings.add(cosigners(signatures));
    }

    private Finding signature(SignatureType type, List<SignedNote.Verified> signatures, Optional<Instant> dated) {
        List<NoteVerifierKey> signed = signatures.stream()
                .map(SignedNote.Verified::key)
                .filter(key -> key.type() == type && key.name().equals(trust.origin()))
                .toList();
        Check check = Check.signatureOf(type);
        if (signed.isEmpty()) {
            return Finding.failed(check, "absent");
        }
        return signed.stream().anyMatch(key -> stands(key, dated))
                ? Finding.passed(check, trust.origin())
                : Finding.failed(
                        Check.KEY_REVOKED,
                        signed.getFirst().label() + " is revoked since "
                                + trust.revokedSince(signed.getFirst()).orElseThrow()
                                + ", and no timestamp shows that it had signed before");
    }

    /** What a revoked key has signed stands where others say that it is older. */
    private boolean stands(NoteVerifierKey key, Optional<Instant> dated) {
        return trust.revokedSince(key)
                .map(since -> dated.filter(time -> time.isBefore(since)).isPresent())
                .orElse(true);
    }

    private Finding cosigners(List<SignedNote.Verified> signatures) {
        List<NoteVerifierKey> others = signatures.stream()
                .map(SignedNote.Verified::key)
                .filter(key -> key.type().timestamped() && !trust.isOfTheLog(key))
                .toList();
        Set<String> names = CosignerRule.names(others);
        String detail = trust.cosigners().told(names) + (names.isEmpty() ? "" : ": " + String.join(", ", names));
        if (!trust.cosigners().isMet(others)) {
            return Finding.failed(Check.COSIGNERS, detail);
        }
        if (!names.isEmpty()) {
            return Finding.passed(Check.COSIGNERS, detail);
        }
        return Finding.notChecked(
                "cosigners",
                "none was asked for (--cosigners, --policy), and none whose key was given has signed: only the log itself"
                        + " vouches that it shows everybody the same");
    }

    private static Optional<Long> latest(List<SignedNote.Verified> signatures, Predicate<SignedNote.Verified> whose) {
        return signatures.stream()
                .filter(whose)
                .flatMap(signature -> signature.timestamp().stream())
                .filter(time -> time > 0 && time <= LAST_TIME)
                .max(Long::compare);
    }

    private static String signers(List<SignedNote.Verified> signatures) {
        return signatures.stream()
                .filter(signature -> signature.timestamp().isPresent())
                .map(signature -> signature.key().name())
                .distinct()
                .collect(Collectors.joining(", "));
    }
}
