package org.aletheia.evidence.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.aletheia.custody.format.Receipt;
import org.aletheia.evidence.DigestsJson;
import org.aletheia.evidence.EvidenceItem;
import org.aletheia.evidence.Exposure;
import org.aletheia.evidence.ItemDecision;
import org.aletheia.evidence.ItemVersion;
import org.aletheia.evidence.ReceivedFile;
import org.aletheia.evidence.metadata.ItemMetadataForm;
import org.aletheia.evidence.metadata.ItemTerms;
import org.aletheia.evidence.metadata.SubmissionForm;
import org.aletheia.kernel.CountryCode;
import org.jspecify.annotations.Nullable;

/**
 * An item as readers get it.
 *
 * @param organisation the member organisation that handed it in
 * @param metadata what is stated about it, at this revision
 * @param preview whether a program may show what the bytes hold
 * @param conditions on what terms it was received; absent in lists
 * @param allowedCountries where it may be kept and used, empty for no such limit; absent in lists
 * @param joins how many joins hold it; absent where there are none, and where the answer is to a change
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record ItemView(
        UUID id,
        UUID organisation,
        UUID submission,
        String classification,
        List<String> compartments,
        int revision,
        Instant receivedAt,
        Instant revisedAt,
        String state,
        @Nullable String registrationNumber,
        @Nullable Decision decision,
        File file,
        Preview preview,
        Map<String, Object> metadata,
        @Nullable Map<String, Object> conditions,
        @Nullable List<String> allowedCountries,
        ReceiptView receipt,
        @Nullable Integer joins) {

    static ItemView of(EvidenceItem item) {
        return of(item, Optional.empty(), null, null);
    }

    /**
     * @param receipt in answer to an upload
     * @param joins where it is asked for, and held by some
     */
    static ItemView of(
            EvidenceItem item, Optional<Receipt> receipt, @Nullable ItemTerms terms, @Nullable Integer joins) {
        ItemVersion version = item.version();
        return new ItemView(
                item.id(),
                item.ownerOrg(),
                version.submission(),
                version.protection().classification().code(),
                version.protection().compartments().stream().sorted().toList(),
                item.revision(),
                item.receivedAt(),
                item.revisedAt(),
                version.state().code(),
                version.registrationNumber(),
                version.decision() == null ? null : Decision.of(version.decision()),
                File.of(item.id(), version.file()),
                Preview.of(item),
                ItemMetadataForm.of(version.metadata()),
                terms == null ? null : SubmissionForm.conditions(terms.conditions()),
                terms == null
                        ? null
                        : terms.allowedCountries().stream()
                                .map(CountryCode::value)
                                .toList(),
                ReceiptView.of(item, receipt),
                joins);
    }

    /** How it came into its state. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Decision(String state, String reason, @Nullable String note, Instant at, UUID member) {
        static Decision of(ItemDecision decision) {
            return new Decision(
                    decision.state().code(), decision.reason(), decision.note(), decision.at(), decision.member());
        }
    }

    /**
     * Nothing is ever shown by itself. The server makes no previews; programs that do keep to this.
     *
     * @param mode {@code on-request} for an image or a video when a person asks to see it; else {@code none}
     * @param reasons why not; what must be acknowledged to have the bytes
     */
    record Preview(String mode, List<String> reasons) {
        static Preview of(EvidenceItem item) {
            Set<Exposure> exposures = Exposure.of(item);
            boolean shown = exposures.isEmpty() && item.version().file().isSeen();
            return new Preview(
                    shown ? "on-request" : "none",
                    exposures.stream().sorted().map(Exposure::code).toList());
        }
    }

    /**
     * The bytes as received.
     *
     * @param mediaType as the sender states it
     * @param content where they are had
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record File(
            @Nullable String name,
            String mediaType,
            @Nullable DetectedView detected,
            long length,
            Map<String, String> digests,
            String content) {
        static File of(UUID item, ReceivedFile file) {
            return new File(
                    file.name(),
                    file.mediaType(),
                    DetectedView.of(file.detected()),
                    file.content().length(),
                    DigestsJson.of(file.digests()),
                    "/api/v1/items/" + item + "/content");
        }
    }
}
