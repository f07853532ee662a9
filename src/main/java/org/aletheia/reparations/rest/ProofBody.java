package org.aletheia.reparations.rest;

import java.util.UUID;
import org.aletheia.access.RecordKind;
import org.aletheia.evidence.record.Checks;
import org.aletheia.reparations.claim.Proof;
import org.jspecify.annotations.Nullable;

/** An item with what it shows, code of {@code claim-proof}. */
record ProofBody(@Nullable String kind, @Nullable String item) {
    @Nullable
    Proof check(String at, Checks checks) {
        String what = checks.code("claim-proof", at + "/kind", checks.required(at + "/kind", kind));
        UUID shown = checks.reference(RecordKind.ITEM, at + "/item", checks.required(at + "/item", item));
        return what == null || shown == null ? null : new Proof(what, shown);
    }
}
