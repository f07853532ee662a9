package org.aletheia.cases.legal;

import java.util.List;
import java.util.UUID;
import org.aletheia.access.RecordKind;
import org.aletheia.evidence.record.RecordContent;
import org.aletheia.kernel.CountryCode;
import org.aletheia.kernel.UncertainDate;
import org.aletheia.platform.persistence.Projection;
import org.jspecify.annotations.Nullable;

/**
 * An order, a warrant, a request for assistance or of a person about their own data, and what became of it.
 *
 * @param type code of {@code legal-request-type}
 * @param authority who asks, as a body; null for a request of a person, whose name is not kept here
 * @param country of the authority, where it is one of a State
 * @param reference number that the authority gave
 * @param dated day of the request
 * @param received when it reached the organisation
 * @param scope what is asked for, in words
 * @param asserted immunity and privilege that the organisation holds against it
 * @param review what counsel thinks of it; null while nobody has looked
 * @param notice whether the person concerned was told
 * @param given exactly what was given; grows only
 * @param state code of {@code legal-request-state}
 */
public record LegalRequest(
        String type,
        @Nullable String authority,
        @Nullable CountryCode country,
        @Nullable String reference,
        UncertainDate dated,
        UncertainDate received,
        String scope,
        List<Objection> asserted,
        @Nullable Review review,
        Notice notice,
        List<Given> given,
        String state)
        implements RecordContent {
    public LegalRequest {
        asserted = List.copyOf(asserted);
        given = List.copyOf(given);
    }

    /** @param ground code of {@code legal-request-objection}; @param words how it was put */
    public record Objection(String ground, @Nullable String words) {}

    /**
     * What counsel thinks.
     *
     * @param outcome code of {@code legal-request-review}
     * @param by the member who is counsel
     */
    public record Review(String outcome, String reason, UUID by) {}

    /**
     * Whether the person concerned was told.
     *
     * @param state code of {@code legal-request-notice}
     * @param ground of a ban, or why it was not given
     * @param on when it was given, or until when it is forbidden
     */
    public record Notice(
            String state, @Nullable String ground, @Nullable UncertainDate on) {}

    /**
     * A record that was given.
     *
     * @param event by which it left, in the log
     */
    public record Given(RecordKind kind, UUID id, UUID event) {}

    /** It never leaves the organisation. */
    @Override
    public boolean staysInside() {
        return true;
    }

    /** Nothing: no search finds it. */
    @Override
    public void describe(Projection.Builder search) {}
}
