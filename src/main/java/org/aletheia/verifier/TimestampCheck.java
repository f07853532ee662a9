package org.aletheia.verifier;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.aletheia.transparency.timestamp.TimestampException;
import org.aletheia.transparency.timestamp.TimestampToken;
import org.aletheia.transparency.timestamp.VerifiedTimestamp;

/**
 * Checks the timestamps of one checkpoint (RFC 3161) at the time that they state, by what they carry and the given roots:
 * asks nobody. Never throws for what the tokens hold.
 */
final class TimestampCheck {
    private final Trust trust;

    TimestampCheck(Trust trust) {
        this.trust = trust;
    }

    /**
     * A token, what it is to be about, and where it was found.
     *
     * @param where for people
     * @param note the checkpoint, byte for byte
     */
    @SuppressWarnings("ArrayRecordComponent") // read once and dropped
    record Stamp(String where, byte[] note, byte[] token) {}

    /** One that holds. */
    record Held(Stamp stamp, VerifiedTimestamp timestamp) {}

    /**
     * What verified timestamps show of a checkpoint.
     *
     * @param notLaterThan the latest of their times: it is true if only one of the authorities is honest
     * @param authorities by whose word
     */
    record Proven(Instant notLaterThan, List<String> authorities) {
        Proven {
            authorities = List.copyOf(authorities);
        }

        /** Of timestamps of one checkpoint; empty for none. */
        static Optional<Proven> of(List<Held> held) {
            return held.stream()
                    .map(one -> one.timestamp().latest())
                    .max(Instant::compareTo)
                    .map(latest -> new Proven(
                            latest,
                            held.stream()
                                    .map(one -> one.timestamp().authority())
                                    .distinct()
                                    .toList()));
        }

        @Override
        public String toString() {
            return notLaterThan + ", as timestamped by " + String.join(" and ", authorities);
        }
    }

    /**
     * Adds what is found.
     *
     * @return those that hold, under a given root
     */
    List<Held> check(List<Stamp> stamps, List<Finding> findings) {
        if (trust.timestampRoots().isEmpty()) {
            findings.add(Finding.notChecked(
                    "timestamps",
                    (stamps.isEmpty() ? "" : stamps.size() + " in hand; ")
                            + "no root of an authority was given (--timestamp-root)"));
            return List.of();
        }
        List<Held> held = new ArrayList<>();
        List<String> strangers = new ArrayList<>();
        stamps.forEach(stamp -> check(stamp, held, strangers, findings));
        held.forEach(found -> tell(found, findings));
        boolean absent = held.isEmpty() && !trust.timestampWaived();
        for (String stranger : strangers) {
            findings.add(
                    absent
                            ? Finding.failed(Check.TIMESTAMP_CHAIN, stranger)
                            : Finding.note(Check.TIMESTAMP_CHAIN, "left aside: " + stranger));
        }
        if (held.isEmpty()) {
            findings.add(
                    absent
                            ? Finding.failed(Check.TIMESTAMP, "none that holds under the given roots")
                            : Finding.note(Check.TIMESTAMP, "none under the given roots, which was waived"));
        }
        return held;
    }

    /** One of an authority that is not trusted says nothing; one that breaks another rule was altered, or never right. */
    private void check(Stamp stamp, List<Held> held, List<String> strangers, List<Finding> findings) {
        try {
            TimestampToken token = TimestampToken.parse(stamp.token());
            held.add(new Held(stamp, VerifiedTimestamp.of(token, stamp.note(), trust.timestampRoots())));
        } catch (TimestampException e) {
            String detail = stamp.where() + ": " + e.detail();
            if (e.rule() == TimestampException.Rule.CHAIN) {
                strangers.add(detail);
            } else {
                findings.add(Finding.failed(Check.of(e.rule()), detail));
            }
        }
    }

    private static void tell(Held held, List<Finding> findings) {
        VerifiedTimestamp found = held.timestamp();
        findings.add(Finding.passed(
                Check.TIMESTAMP,
                held.stamp().where() + ": no later than " + found.latest() + ", by " + found.authority() + ", number "
                        + found.token().serial() + ", policy " + found.token().policy()
                        + (found.unknown().isEmpty() ? "; not revoked, by the lists of then" : "")));
        if (found.isForTests()) {
            findings.add(Finding.note(
                    Check.TIMESTAMP_TEST,
                    found.authority() + " is for tests: whoever has its keys can state any time"));
        }
        found.unknown()
                .forEach(certificate -> findings.add(Finding.note(
                        Check.TIMESTAMP_REVOCATION,
                        "not checked for "
                                + certificate.getSubjectX500Principal().getName()
                                + ": its issuer says nowhere what it has revoked")));
    }
}
