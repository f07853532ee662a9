package org.aletheia.evidence.terms;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A submission whose day of return has come, and that others had. They read it no more through this server; what they copied
 * or have in their hands is theirs to give back, and the owner's to confirm.
 *
 * @param had every organisation with which it, or an item of it, was ever shared
 */
public record DueReturn(UUID submission, LocalDate returnBy, List<Had> had) {
    public DueReturn {
        had = List.copyOf(had);
    }

    /** Whether somebody has not given back, as far as was confirmed. */
    public boolean open() {
        return had.stream().anyMatch(each -> each.confirmedAt() == null);
    }

    /**
     * One that had it.
     *
     * @param confirmedBy the member who confirmed that it gave everything back; null while nobody did
     */
    public record Had(
            UUID organisation,
            @Nullable UUID confirmedBy,
            @Nullable Instant confirmedAt) {}
}
