package org.aletheia.verifier;

import java.util.List;
import java.util.Optional;
import org.aletheia.custody.format.Promise;
import org.aletheia.kernel.Digest;
import org.aletheia.kernel.MalformedValueException;
import org.aletheia.transparency.NoteException;
import org.aletheia.transparency.NoteVerifierKey;
import org.aletheia.transparency.SignedNote;

/** Checks a signed promise that the log will hold an entry: who signed it, of which log and entry it speaks. */
final class PromiseCheck {
    private final Trust trust;

    PromiseCheck(Trust trust) {
        this.trust = trust;
    }

    /**
     * Adds what is found.
     *
     * @param entry of the event in hand
     * @return what was promised, where a key that is trusted for it promised it for this entry
     */
    Optional<Promise> check(String note, Digest entry, List<Finding> findings) {
        if (keys().isEmpty()) {
            findings.add(Finding.notChecked("promise", "no key " + Promise.keyName(trust.origin()) + " was given"));
            return Optional.empty();
        }
        try {
            SignedNote signed = SignedNote.parse(note);
            Promise promise = Promise.parse(signed.text());
            Optional<String> revoked = revoked(signed.open(keys()));
            if (revoked.isPresent()) {
                findings.add(Finding.note(
                        Check.KEY_REVOKED, "the promise is signed by " + revoked.get() + ": only a proof counts"));
            } else if (!promise.origin().equals(trust.origin())) {
                findings.add(
                        Finding.failed(Check.PROMISE, "expected " + trust.origin() + ", found " + promise.origin()));
            } else if (!promise.entry().matches(entry)) {
                findings.add(Finding.failed(Check.PROMISE, "it speaks of another entry: " + promise.entry()));
            } else {
                findings.add(
                        Finding.passed(Check.PROMISE, "the log is to hold this entry by " + promise.integratedBy()));
                return Optional.of(promise);
            }
        } catch (NoteException | MalformedValueException e) {
            findings.add(Finding.failed(Check.PROMISE, e));
        }
        return Optional.empty();
    }

    /** No other key of the log may promise. */
    private List<NoteVerifierKey> keys() {
        String name = Promise.keyName(trust.origin());
        return trust.keys().stream().filter(key -> key.name().equals(name)).toList();
    }

    /** Who a promise is from if nobody but keys that may be misused has signed it: it is worth nothing, whenever that was. */
    private Optional<String> revoked(List<SignedNote.Verified> signatures) {
        return signatures.stream().allMatch(signature -> trust.revokedSince(signature.key())
                        .isPresent())
                ? Optional.of(signatures.getFirst().key().label())
                : Optional.empty();
    }
}
