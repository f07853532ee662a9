package org.aletheia.incidents;

import java.util.List;
import org.aletheia.evidence.record.ProtectionBody;
import org.jspecify.annotations.Nullable;

/** Says nothing of how a record is held, which so stays as it was. */
enum Unchanged implements ProtectionBody {
    PROTECTION;

    @Override
    public @Nullable String classification() {
        return null;
    }

    @Override
    public @Nullable List<String> compartments() {
        return null;
    }
}
