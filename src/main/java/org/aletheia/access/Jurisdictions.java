package org.aletheia.access;

import java.util.Optional;
import java.util.UUID;
import org.aletheia.kernel.CountryCode;

/** Under whose law member organisations work, as their administrators declared it. */
public interface Jurisdictions {
    /** That of one; empty where nobody said. */
    Optional<CountryCode> of(UUID organisation);
}
