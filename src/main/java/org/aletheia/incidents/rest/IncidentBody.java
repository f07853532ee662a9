package org.aletheia.incidents.rest;

import static org.aletheia.evidence.record.Checks.sure;

import java.util.List;
import org.aletheia.evidence.record.Checks;
import org.aletheia.evidence.record.Place;
import org.aletheia.evidence.record.PlaceBody;
import org.aletheia.evidence.record.ProtectionBody;
import org.aletheia.incidents.Incident;
import org.aletheia.kernel.LanguageTag;
import org.aletheia.kernel.UncertainDate;
import org.jspecify.annotations.Nullable;

/**
 * An incident as callers write it.
 *
 * @param title short and neutral; names no victim, witness or source
 * @param language BCP 47, of title and description
 * @param dates EDTF
 */
record IncidentBody(
        @Nullable String classification,
        @Nullable List<String> compartments,
        @Nullable String title,
        @Nullable String language,
        @Nullable String description,
        @Nullable List<String> dates,
        @Nullable PlaceBody place)
        implements ProtectionBody {
    private static final int MAX_TITLE = 160;
    private static final int MAX_DESCRIPTION = 20_000;

    Incident check(Checks checks) {
        String name = checks.text("/title", checks.required("/title", title), MAX_TITLE);
        LanguageTag tag = checks.language("/language", checks.required("/language", language));
        String told = checks.text("/description", description, MAX_DESCRIPTION);
        List<UncertainDate> when = checks.each("/dates", checks.required("/dates", dates), checks::date);
        checks.findings().require(dates == null || !dates.isEmpty(), "/dates", "required");
        Place where = place == null ? null : place.check("/place", checks);
        checks.throwIfAny();
        return new Incident(sure(name), sure(tag), told, when, where);
    }
}
