package org.aletheia.verifier;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.aletheia.kernel.MalformedValueException;
import org.aletheia.transparency.Checkpoint;
import org.aletheia.transparency.NoteException;
import org.aletheia.transparency.NoteVerifierKey;
import org.aletheia.transparency.SignatureType;
import org.aletheia.transparency.SignedNote;

/** Checks one signed tree head: origin, signatures, cosigners, time. */
final class HeadCheck {
    private static final long LAST_TIME = Instant.parse("9999-12-31T23:59:59Z").getEpochSecond();

    private final Trust trust;

    HeadCheck(Trust trust) {
        this.trust = trust;
    }

    /**
     * Adds what is found.
     *
     * @param head as the note states it
     * @return seconds since the epoch: the latest time that a verified signature states
     */
    Optional<Long> check(SignedNote note, Checkpoint head, List<Finding> findings) {
        findings.add(origin(head));
        List<SignedNote.Verified> signatures = open(note, findings);
        signatures(signatures, findings);
        return latest(signatures, findings);
    }

    private Finding origin(Checkpoint head) {
        return head.origin().equals(trust.origin())
                ? Finding.passed("origin", head.origin() + ", size " + head.size())
                : Finding.failed("origin", "expected " + trust.origin() + ", found " + head.origin());
    }

    private List<SignedNote.Verified> open(SignedNote note, List<Finding> findings) {
        try {
            return note.open(trust.keys());
        } catch (NoteException | MalformedValueException e) {
            findings.add(Finding.failed("signature", e));
            return List.of();
        }
    }

    /** Each kind of log key that is trusted must have signed; absence is a failure. */
    private void signatures(List<SignedNote.Verified> signatures, List<Finding> findings) {
        Set<SignatureType> wanted =
                trust.logKeys().stream().map(NoteVerifierKey::type).collect(Collectors.toSet());
        if (wanted.isEmpty()) {
            findings.add(Finding.failed("signature", "no key of " + trust.origin() + " was given"));
        }
        for (SignatureType type : SignatureType.values()) {
            if (wanted.contains(type)) {
                boolean signed = signatures.stream()
                        .map(SignedNote.Verified::key)
                        .anyMatch(key -> key.type() == type && key.name().equals(trust.origin()));
                String check =
                        "signature-" + type.name().toLowerCase(Locale.ROOT).replace('_', '-');
                findings.add(signed ? Finding.passed(check, trust.origin()) : Finding.failed(check, "absent"));
            }
        }
        findings.add(cosigners(signatures));
    }

    private Finding cosigners(List<SignedNote.Verified> signatures) {
        Set<String> names = signatures.stream()
                .map(SignedNote.Verified::key)
                .filter(key -> key.type().timestamped())
                .map(NoteVerifierKey::name)
                .filter(name -> !name.equals(trust.origin()))
                .collect(Collectors.toSet());
        String detail = names.size() + " of " + trust.cosigners() + " needed" + (names.isEmpty() ? "" : ": " + names);
        if (names.size() < trust.cosigners()) {
            return Finding.failed("cosigners", detail);
        }
        return names.isEmpty()
                ? Finding.note("cosigners", "none: only the log itself vouches that it shows everybody the same")
                : Finding.passed("cosigners", detail);
    }

    /** The latest of the stated times: true if only one of the signers is honest, which the earliest would not be. */
    private static Optional<Long> latest(List<SignedNote.Verified> signatures, List<Finding> findings) {
        Optional<Long> latest = signatures.stream()
                .flatMap(signature -> signature.timestamp().stream())
                .filter(time -> time > 0 && time <= LAST_TIME)
                .max(Long::compare);
        String names = signatures.stream()
                .filter(signature -> signature.timestamp().isPresent())
                .map(signature -> signature.key().name())
                .distinct()
                .collect(Collectors.joining(", "));
        latest.ifPresent(
                time -> findings.add(Finding.note("time", Instant.ofEpochSecond(time) + ", stated by " + names)));
        return latest;
    }
}
