package org.aletheia.evidence.handling.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Map;
import java.util.UUID;
import org.aletheia.evidence.handling.Possession;
import org.jspecify.annotations.Nullable;

/**
 * Where an item stands.
 *
 * @param custodian {@code organisation} or {@code party}
 * @param standing present, lost, unreachable, consumed, destroyed, returned, joined
 * @param seal as it was found last; absent where none is known
 * @param openTransfer the offer that nobody has decided about yet
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record PossessionView(
        Map<String, Object> custodian,
        String standing,
        @Nullable Map<String, Object> seal,
        @Nullable UUID openTransfer) {
    static PossessionView of(Possession possession) {
        return new PossessionView(
                possession.custodian().json(),
                possession.standing().code(),
                possession.seal() == null ? null : possession.seal().json(),
                possession.offer());
    }
}
