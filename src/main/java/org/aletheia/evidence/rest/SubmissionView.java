package org.aletheia.evidence.rest;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.aletheia.evidence.Submission;
import org.aletheia.evidence.metadata.SubmissionForm;
import org.jspecify.annotations.Nullable;

/**
 * A submission as readers get it: what every record has, then the members of its statement as they were written.
 *
 * @param organisation the member organisation that owns it: the one that handed it in, or for which it was handed in
 * @param handedInBy the member organisation that handed it in for that one; absent where it did itself
 */
record SubmissionView(
        UUID id,
        UUID organisation,
        @Nullable @JsonInclude(JsonInclude.Include.NON_NULL) UUID handedInBy,
        String classification,
        List<String> compartments,
        int revision,
        Instant createdAt,
        @JsonAnyGetter Map<String, Object> statement) {

    static SubmissionView of(Submission submission) {
        return new SubmissionView(
                submission.id(),
                submission.ownerOrg(),
                submission.handedInBy(),
                submission.protection().classification().code(),
                submission.protection().compartments().stream().sorted().toList(),
                submission.revision(),
                submission.createdAt(),
                SubmissionForm.of(submission.statement()));
    }
}
