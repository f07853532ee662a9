package org.aletheia.cases.rest;

import java.util.List;
import java.util.UUID;
import org.aletheia.access.RecordKind;
import org.aletheia.cases.disclosure.DisclosureFlag;
import org.aletheia.cases.disclosure.DisclosureFlags;
import org.aletheia.evidence.record.Checks;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A flag as callers write it.
 *
 * @param grounds codes of {@code disclosure-ground}, one at least
 * @param source id of a source of the item that shows it
 */
@Schema(name = "DisclosureFlagBody")
record FlagBody(@Nullable List<String> grounds, @Nullable String source) {
    DisclosureFlag check(Checks checks, UUID item, UUID by, DisclosureFlags flags) {
        List<String> why = checks.codes("disclosure-ground", "/grounds", grounds);
        checks.findings().require(grounds != null && !grounds.isEmpty(), "/grounds", "required");
        UUID shown = checks.reference(RecordKind.SOURCE, "/source", source);
        boolean fits = shown == null || flags.isSourceOf(shown, item);
        checks.findings().require(fits, "/source", "source-of-other-item");
        checks.throwIfAny();
        return DisclosureFlag.open(item, shown, why, by);
    }
}
