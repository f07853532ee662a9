package org.aletheia.evidence.record;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The part of every record body that says who may see the record. */
public interface ProtectionBody {
    /** A TLP 2.0 label; absent: as before, {@code TLP:AMBER} at first. */
    @Nullable
    String classification();

    /** Compartments, all of which the writer holds; absent: as before, none at first. */
    @Nullable
    List<String> compartments();
}
