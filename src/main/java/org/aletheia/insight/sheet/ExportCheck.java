package org.aletheia.insight.sheet;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.aletheia.platform.config.ProductionCheck;
import org.aletheia.platform.config.Unsafe;

/** Some sheets are so large that two decide. */
@ApplicationScoped
class ExportCheck implements ProductionCheck {
    private final ExportConfig config;

    ExportCheck(ExportConfig config) {
        this.config = config;
    }

    @Override
    public List<Unsafe> check() {
        return config.withoutApproval() >= ItemSheets.MOST
                ? List.of(Unsafe.severe(
                        "aletheia.exports.without-approval",
                        "no sheet has so many items: none would need a second person",
                        "leave it unset: 100"))
                : List.of();
    }
}
