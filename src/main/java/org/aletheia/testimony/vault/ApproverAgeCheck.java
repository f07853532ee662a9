package org.aletheia.testimony.vault;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import org.aletheia.platform.config.ProductionCheck;
import org.aletheia.platform.config.Unsafe;

/** Members who were made up this minute do not open the vault. Said aloud, not refused: a demonstration needs it short. */
@ApplicationScoped
class ApproverAgeCheck implements ProductionCheck {
    private static final Duration SHORTEST = Duration.ofHours(1);

    private final VaultConfig config;

    ApproverAgeCheck(VaultConfig config) {
        this.config = config;
    }

    @Override
    public List<Unsafe> check() {
        return config.approverAge().compareTo(SHORTEST) < 0
                ? List.of(Unsafe.mild(
                        "aletheia.vault.approver-age",
                        "one administrator can enrol two members and reveal any identity within the hour",
                        "leave it unset: 24 hours"))
                : List.of();
    }
}
