package org.aletheia.testimony.door;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;
import org.aletheia.platform.keys.KeyDestroyedException;
import org.aletheia.platform.keys.KeyPurpose;
import org.aletheia.platform.keys.UnitKey;
import org.aletheia.platform.keys.UnitKeys;
import org.aletheia.testimony.PersonRef;
import org.aletheia.testimony.door.store.DoorCodeTable;
import org.aletheia.testimony.vault.SealedIdentity;
import org.aletheia.testimony.vault.Vault;
import org.aletheia.testimony.vault.VaultSubject;

/** The key of a person whose door it is: the one under which the vault holds their identity, where it holds one. */
@ApplicationScoped
class PersonKeys {
    private final Vault vault;
    private final DoorCodeTable codes;
    private final UnitKeys keys;

    PersonKeys(Vault vault, DoorCodeTable codes, UnitKeys keys) {
        this.vault = vault;
        this.codes = codes;
        this.keys = keys;
    }

    /** @param fresh whether it is to be written into the register yet */
    record Held(UnitKey key, boolean fresh) {}

    /** The key for a new door. Not for use inside a transaction, like all that is here. */
    Held forNewDoor(PersonRef person) {
        return held(vault.latest(new VaultSubject(person.kind(), person.id())).map(SealedIdentity::unitKey), person);
    }

    /** The key of a door that is there: what was written under it stays readable. */
    Held ofDoor(UUID door, PersonRef person) {
        Optional<UUID> before = codes.latest(door).map(KeptCode::unitKey);
        return before.isPresent() ? held(before, person) : forNewDoor(person);
    }

    /** Where the key was destroyed, what it protected stays lost, and a new one begins. */
    private Held held(Optional<UUID> known, PersonRef person) {
        try {
            return known.map(id -> new Held(keys.open(id), false)).orElseGet(() -> fresh(person));
        } catch (KeyDestroyedException e) {
            return fresh(person);
        }
    }

    private Held fresh(PersonRef person) {
        return new Held(keys.create(KeyPurpose.PERSON, person.id()), true);
    }
}
