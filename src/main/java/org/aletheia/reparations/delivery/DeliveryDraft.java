package org.aletheia.reparations.delivery;

import java.util.UUID;
import org.aletheia.reparations.claim.Money;
import org.jspecify.annotations.Nullable;

/** An entry as somebody wants to add it, its codes and references checked; see the members of {@code Delivery}. */
public record DeliveryDraft(
        String kind,
        int award,
        @Nullable Money amount,
        String on,
        @Nullable Integer of,
        @Nullable String reason,
        @Nullable UUID item,
        @Nullable UUID person) {}
