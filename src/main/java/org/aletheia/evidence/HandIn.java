package org.aletheia.evidence;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.aletheia.access.Classification;
import org.aletheia.access.RecordKind;
import org.aletheia.kernel.Digest;
import org.jspecify.annotations.Nullable;

/**
 * That a record was handed in for another organisation, which owns it: what is left of it to who handed it in. It says nothing of
 * what became of the record, and stays when that goes.
 *
 * @param id of the record
 * @param kind a submission or an item; a statement, or the pseudonym or consent that came with one
 * @param submission the submission itself, or the one that the item came with; null for the others
 * @param statement the statement itself, or the one that pseudonym or consent came with; null for the others
 * @param delegation on which it was handed in
 * @param classification as it was handed in
 * @param length of the bytes; null but for an item
 * @param digests of the bytes, SHA-256 first; empty but for an item
 */
public record HandIn(
        UUID id,
        RecordKind kind,
        @Nullable UUID submission,
        @Nullable UUID statement,
        UUID handedInBy,
        UUID onBehalfOf,
        UUID delegation,
        Classification classification,
        UUID member,
        Instant receivedAt,
        ReceiptEvent receipt,
        @Nullable Long length,
        List<Digest> digests) {
    /** How requests and events name the organisation for which something is handed in. */
    public static final String ON_BEHALF_OF = "onBehalfOf";

    /** The finding where that lets nobody of the caller's hand in, or where there is none such. */
    public static final String NO_DELEGATION = "no-delegation";

    public HandIn {
        digests = List.copyOf(digests);
    }
}
