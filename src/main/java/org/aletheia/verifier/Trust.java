package org.aletheia.verifier;

import java.util.Collection;
import java.util.List;
import org.aletheia.transparency.NoteVerifierKey;

/**
 * What the one who verifies believes beforehand, and got by another way than the material.
 *
 * @param origin of the log; its keys are those of this name
 * @param keys of the log and of cosigners
 * @param cosigners how many different cosigners must have signed each checkpoint
 */
public record Trust(String origin, List<NoteVerifierKey> keys, int cosigners) {
    public Trust {
        keys = List.copyOf(keys);
    }

    /** Parses verifier keys, one each. */
    public static Trust of(String origin, Collection<String> vkeys, int cosigners) {
        return new Trust(origin, vkeys.stream().map(NoteVerifierKey::parse).toList(), cosigners);
    }

    List<NoteVerifierKey> logKeys() {
        return keys.stream().filter(key -> key.name().equals(origin)).toList();
    }
}
