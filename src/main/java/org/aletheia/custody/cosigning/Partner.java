package org.aletheia.custody.cosigning;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.aletheia.transparency.NoteVerifierKey;

/**
 * A log that is cosigned here.
 *
 * @param name the operator's for it
 * @param examinedUntil contradictions found up to then have been looked into
 */
record Partner(String name, String origin, List<NoteVerifierKey> keys, Optional<Instant> examinedUntil) {
    Partner {
        keys = List.copyOf(keys);
    }

    /**
     * Reads the configuration.
     *
     * @throws IllegalStateException where it cannot be right, naming property and remedy
     */
    static List<Partner> all(CosigningConfig config) {
        return config.partners().entrySet().stream().map(Partner::of).toList();
    }

    private static Partner of(Map.Entry<String, CosigningConfig.Partner> configured) {
        CosigningConfig.Partner partner = configured.getValue();
        String origin = partner.origin();
        List<NoteVerifierKey> keys = Vkeys.parse(
                "aletheia.witness.partners." + configured.getKey() + ".vkeys",
                partner.vkeys(),
                key -> key.name().equals(origin),
                "give the keys of the log itself, whose name is its origin " + origin);
        return new Partner(configured.getKey(), origin, keys, partner.examinedUntil());
    }
}
