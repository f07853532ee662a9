package org.aletheia.access;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.aletheia.platform.config.ProductionCheck;
import org.aletheia.platform.config.Unsafe;

/** The bootstrap code, where there is one, cannot be guessed. */
@ApplicationScoped
class BootstrapCheck implements ProductionCheck {
    private final AccessConfig config;

    BootstrapCheck(AccessConfig config) {
        this.config = config;
    }

    @Override
    public List<Unsafe> check() {
        boolean guessable = config.code()
                .filter(code -> code.length() < BootstrapCode.MIN_LENGTH)
                .isPresent();
        return guessable
                ? List.of(Unsafe.severe(
                        "aletheia.bootstrap.code",
                        "it has fewer than " + BootstrapCode.MIN_LENGTH + " characters",
                        "choose a longer random one, or unset it once it has been used"))
                : List.of();
    }
}
