package org.aletheia.testimony.consent;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;
import org.aletheia.access.Jurisdictions;
import org.aletheia.kernel.CountryCode;

/** The countries that bodies declared beside what they can honour of consents. */
@ApplicationScoped
class DeclaredCountries implements Jurisdictions {
    private final PromiseRegister register;

    DeclaredCountries(PromiseRegister register) {
        this.register = register;
    }

    @Override
    public Optional<CountryCode> of(UUID organisation) {
        return register.find(organisation)
                .flatMap(found -> Optional.ofNullable(found.promise().country()));
    }
}
