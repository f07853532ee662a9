package org.aletheia.incidents.rest;

import static org.aletheia.evidence.record.Checks.sure;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.aletheia.evidence.citation.Citation;
import org.aletheia.evidence.citation.SourceBodies;
import org.aletheia.evidence.citation.SourceBody;
import org.aletheia.evidence.record.Checks;
import org.aletheia.evidence.record.ProtectionBody;
import org.aletheia.incidents.MissingPerson;
import org.aletheia.incidents.StatusProposal;
import org.aletheia.incidents.StatusProposals.Proposed;
import org.aletheia.kernel.UncertainDate;
import org.jspecify.annotations.Nullable;

/**
 * Another status of a missing person, as one member proposes it. It is held as the person's record is.
 *
 * @param status code of {@code missing-status}
 * @param date EDTF, no interval: as of when
 * @param basis code of {@code missing-status-basis}
 * @param sources one of which at least supports it
 */
record StatusProposalBody(
        @Nullable String status,
        @Nullable String date,
        @Nullable String basis,
        @Nullable List<SourceBody> sources) implements ProtectionBody {
    @Override
    public @Nullable String classification() {
        return null;
    }

    @Override
    public @Nullable List<String> compartments() {
        return null;
    }

    Proposed check(Checks checks, MissingPerson now, UUID missing, UUID member) {
        String next = checks.code("missing-status", "/status", checks.required("/status", status));
        checks.findings().require(next == null || !next.equals(now.status()), "/status", "status-unchanged");
        UncertainDate when = checks.date("/date", checks.required("/date", date));
        checks.findings().require(when == null || !when.interval(), "/date", "date-interval");
        checks.findings().require(when == null || !endsBefore(when, now.since()), "/date", "before-disappearance");
        String why = checks.code("missing-status-basis", "/basis", checks.required("/basis", basis));
        StatusProposal said = next == null || when == null || why == null
                ? null
                : new StatusProposal(missing, now.status(), next, when, why, member, null);
        List<Citation> citations = SourceBodies.check(sources, checks, said);
        checks.throwIfAny();
        return new Proposed(sure(said), citations);
    }

    private static boolean endsBefore(UncertainDate when, UncertainDate since) {
        Instant first = since.earliest().orElse(Instant.MIN);
        return when.latest().filter(last -> last.isBefore(first)).isPresent();
    }
}
