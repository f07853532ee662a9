package org.aletheia.evidence.handling;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.aletheia.access.Classification;
import org.aletheia.access.ProtectedRecord;
import org.aletheia.access.RecordKind;
import org.aletheia.kernel.UncertainDate;
import org.jspecify.annotations.Nullable;

/**
 * The transfer of an item from one organisation to another. It belongs to the one that offers; the other sees it and, before
 * it has accepted, nothing else of the item.
 *
 * @param kind code of the list {@code item-kind}
 * @param registrationNumber of the item; null before it has one
 * @param seal as offered
 * @param found the seal as received
 * @param member who offered
 * @param decidedBy the member who decided; null while it is open
 */
public record Transfer(
        UUID id,
        UUID from,
        UUID to,
        UUID item,
        String kind,
        @Nullable String registrationNumber,
        Classification classification,
        String purpose,
        @Nullable Seal seal,
        UUID member,
        Instant offeredAt,
        TransferState state,
        int revision,
        Instant revisedAt,
        @Nullable UUID decidedBy,
        @Nullable UncertainDate happened,
        @Nullable Seal found,
        @Nullable String reason) {

    /** What the policy is asked about. */
    public ProtectedRecord guarded() {
        return new ProtectedRecord(RecordKind.TRANSFER, id, from, classification, Set.of());
    }

    Transfer decided(TransferDecision decision, UUID by, Instant at) {
        return new Transfer(
                id,
                from,
                to,
                item,
                kind,
                registrationNumber,
                classification,
                purpose,
                seal,
                member,
                offeredAt,
                decision.state(),
                revision + 1,
                at,
                by,
                decision.happened(),
                decision.seal(),
                decision.reason());
    }

    /** What its revisions commit to. */
    Map<String, @Nullable Object> canonical() {
        Map<String, @Nullable Object> form = new LinkedHashMap<>();
        form.put("from", from.toString());
        form.put("to", to.toString());
        form.put("item", item.toString());
        form.put("kind", kind);
        form.put("registrationNumber", registrationNumber);
        form.put("purpose", purpose);
        form.put("seal", seal == null ? null : seal.json());
        form.put("state", state.code());
        form.put("happened", happened == null ? null : happened.edtf());
        form.put("found", found == null ? null : found.json());
        form.put("reason", reason);
        return form;
    }
}
