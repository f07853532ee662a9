package org.aletheia.incidents.rest;

import static org.aletheia.evidence.record.Checks.sure;

import java.util.List;
import java.util.UUID;
import org.aletheia.evidence.citation.Citation;
import org.aletheia.evidence.citation.SourceBodies;
import org.aletheia.evidence.citation.SourceBody;
import org.aletheia.evidence.record.Checks;
import org.aletheia.evidence.record.PlaceBody;
import org.aletheia.evidence.record.ProtectionBody;
import org.aletheia.incidents.Whereabouts;
import org.aletheia.incidents.WhereaboutsRecords.Said;
import org.jspecify.annotations.Nullable;

/**
 * A new {@link WhereaboutsBody} with the sources that it rests on.
 *
 * @param sources one of which at least supports it
 */
record NewWhereaboutsBody(
        @Nullable String classification,
        @Nullable List<String> compartments,
        @Nullable String type,
        @Nullable String date,
        @Nullable PlaceBody place,
        @Nullable String authority,
        @Nullable List<SourceBody> sources)
        implements ProtectionBody {
    Said check(Checks checks, UUID missing) {
        WhereaboutsBody body = new WhereaboutsBody(classification, compartments, type, date, place, authority);
        Whereabouts said = body.read(checks, missing);
        List<Citation> citations = SourceBodies.check(sources, checks, said);
        checks.throwIfAny();
        return new Said(sure(said), citations);
    }
}
