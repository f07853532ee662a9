package org.aletheia.testimony.vault;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.aletheia.platform.http.ProblemException;
import org.aletheia.platform.http.ProblemType;
import org.aletheia.platform.keys.KeyDestroyedException;
import org.aletheia.platform.keys.UnitKey;
import org.aletheia.platform.keys.UnitKeys;

/** The keys of persons, as far as they still are. */
@ApplicationScoped
class PersonKeys {
    private final UnitKeys keys;

    PersonKeys(UnitKeys keys) {
        this.keys = keys;
    }

    /**
     * The key that sealed what the vault holds. Not for use inside a transaction.
     *
     * @throws ProblemException {@code identity-erased}
     */
    UnitKey open(SealedIdentity held) {
        return living(held).orElseThrow(() -> new ProblemException(ProblemType.IDENTITY_ERASED));
    }

    /** The same; empty where it was destroyed. */
    Optional<UnitKey> living(SealedIdentity held) {
        try {
            return Optional.of(keys.open(held.unitKey()));
        } catch (KeyDestroyedException e) {
            return Optional.empty();
        }
    }
}
