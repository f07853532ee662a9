package org.aletheia.incidents.rest;

import java.util.List;
import java.util.UUID;
import org.aletheia.evidence.citation.SourceBodies;
import org.aletheia.evidence.citation.SourceBody;
import org.aletheia.evidence.record.Checks;
import org.aletheia.evidence.record.ProtectionBody;
import org.aletheia.incidents.Involvement;
import org.aletheia.incidents.Involvements.Allegation;
import org.jspecify.annotations.Nullable;

/**
 * A new {@link InvolvementBody} with the sources that it rests on.
 *
 * @param sources one of which at least supports the allegation
 */
record AllegationBody(
        @Nullable String classification,
        @Nullable List<String> compartments,
        InvolvementBody.@Nullable PartyBody party,
        @Nullable String perpetratorType,
        @Nullable String degree,
        @Nullable List<String> liability,
        @Nullable List<InvolvementBody.AttributionBody> attributions,
        @Nullable String ageBand,
        @Nullable String ageBasis,
        @Nullable String ageSource,
        @Nullable List<SourceBody> sources)
        implements ProtectionBody {
    Allegation check(Checks checks, UUID act, UUID member) {
        InvolvementBody body = new InvolvementBody(
                classification,
                compartments,
                party,
                perpetratorType,
                degree,
                liability,
                attributions,
                ageBand,
                ageBasis,
                ageSource);
        Involvement said = body.read(checks, act, member, 0);
        Allegation allegation = new Allegation(said, SourceBodies.check(sources, checks, said));
        checks.throwIfAny();
        return allegation;
    }
}
