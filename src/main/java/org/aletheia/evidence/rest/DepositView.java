package org.aletheia.evidence.rest;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.aletheia.evidence.Deposit;
import org.aletheia.evidence.metadata.ItemMetadataForm;
import org.jspecify.annotations.Nullable;

/**
 * A deposit as its depositor gets it.
 *
 * @param content where the bytes are to be put
 * @param item what became of it; absent while it is open
 */
record DepositView(
        UUID id,
        UUID submission,
        String classification,
        List<String> compartments,
        Instant createdAt,
        Instant expiresAt,
        String content,
        @Nullable UUID item,
        Map<String, Object> metadata) {

    static DepositView of(Deposit deposit) {
        return new DepositView(
                deposit.id(),
                deposit.submission(),
                deposit.draft().protection().classification().code(),
                deposit.draft().protection().compartments().stream().sorted().toList(),
                deposit.createdAt(),
                deposit.expiresAt(),
                "/api/v1/deposits/" + deposit.id() + "/content",
                deposit.item(),
                ItemMetadataForm.of(deposit.draft().metadata()));
    }
}
