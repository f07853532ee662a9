package org.aletheia.cases.disclosure;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Where an item linked to a case stands.
 *
 * @param item as the register has it
 * @param flagged codes of {@code disclosure-ground}
 * @param decision null where there is none
 * @param finding what keeps the certificate from being issued: {@code disclosure-decision-missing} or {@code
 *     disclosure-decision-outdated}; null where nothing does
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record DisclosureLine(
        RegisterEntry item,
        List<String> flagged,
        @Nullable Decided decision,
        @Nullable String finding) {
    public DisclosureLine {
        flagged = List.copyOf(flagged);
    }

    /** A decision at one revision. */
    @Schema(name = "DisclosureDecided")
    public record Decided(UUID id, int revision, String code, Instant at) {}

    /** What was flagged of an item, and when last. */
    public record Flagged(List<String> grounds, Instant last) {}

    /** The line of an item. A decision taken before somebody said what may help the defence did not weigh that. */
    static DisclosureLine of(RegisterEntry item, @Nullable Flagged flag, @Nullable Decided decision) {
        List<String> grounds = flag == null ? List.of() : flag.grounds();
        boolean needed = flag != null || !item.restrictions().isEmpty();
        if (decision == null) {
            return new DisclosureLine(item, grounds, null, needed ? "disclosure-decision-missing" : null);
        }
        boolean outdated = flag != null && flag.last().isAfter(decision.at());
        return new DisclosureLine(item, grounds, decision, outdated ? "disclosure-decision-outdated" : null);
    }
}
