package org.aletheia.verifier;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.aletheia.transparency.NoteVerifierKey;
import org.aletheia.transparency.keys.KeyHistory;
import org.aletheia.transparency.keys.KeyStanding;
import org.aletheia.transparency.keys.ListedKey;

/**
 * What the history of a log's keys says to somebody who was given some of them (docs/custody.md §14).
 *
 * @param believed keys of its last list that the given keys vouch for; none where they vouch for none
 * @param told what is to be said of the history
 */
record OwnKeys(List<ListedKey> believed, Finding told) {
    OwnKeys {
        believed = List.copyOf(believed);
    }

    /** What a history adds. @param given keys of this log that were got by another way */
    static OwnKeys of(String origin, List<NoteVerifierKey> given, KeyHistory history) {
        int size = history.size();
        if (!history.newest().origin().equals(origin)) {
            return new OwnKeys(
                    List.of(),
                    Finding.failed(
                            Check.KEY_HISTORY,
                            "of another log: " + history.newest().origin()));
        }
        int vouched = history.vouchedBy(given);
        List<ListedKey> believed =
                vouched == 0 ? List.of() : history.upTo(vouched).newest().keys();
        if (vouched < size) {
            return new OwnKeys(
                    believed,
                    Finding.failed(
                            Check.KEY_HISTORY,
                            "of " + size + " lists the given keys vouch for " + vouched
                                    + ": get the log's present keys by another way, and keep this history"));
        }
        return new OwnKeys(
                believed, Finding.passed(Check.KEY_HISTORY, size + " lists, and the given keys vouch for all of them"));
    }

    /** Since when a key may have been misused. */
    Optional<Instant> revokedSince(NoteVerifierKey key) {
        return believed.stream()
                .filter(listed -> listed.key().equals(key) && listed.standing() == KeyStanding.REVOKED)
                .map(ListedKey::since)
                .findFirst();
    }

    /** Those of which each kind must have signed: what the log signs with, or what was given where nothing is believed. */
    List<NoteVerifierKey> signing(List<NoteVerifierKey> given) {
        return believed.isEmpty()
                ? given
                : believed.stream()
                        .filter(listed -> listed.standing() == KeyStanding.ACTIVE)
                        .map(ListedKey::key)
                        .toList();
    }

    /** All that are known: given and listed ones. */
    List<NoteVerifierKey> and(List<NoteVerifierKey> given) {
        List<NoteVerifierKey> all = new ArrayList<>(given);
        believed.stream().map(ListedKey::key).forEach(all::add);
        return all;
    }
}
