package org.aletheia.evidence.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.aletheia.evidence.DigestsJson;
import org.aletheia.evidence.rendition.Rendition;
import org.aletheia.kernel.Digest;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A rendition as readers get it.
 *
 * @param inputs SHA-256 of what it was made from
 * @param content where its bytes are had
 */
@Schema(name = "Rendition")
@JsonInclude(JsonInclude.Include.NON_NULL)
record RenditionView(
        UUID id,
        UUID item,
        String kind,
        String state,
        @Nullable String language,
        @Nullable String tool,
        @Nullable String toolVersion,
        List<String> inputs,
        String mediaType,
        @Nullable DetectedView detected,
        long length,
        Map<String, String> digests,
        UUID madeBy,
        Instant madeAt,
        @Nullable Decided decision,
        @Nullable Decided withdrawal,
        String content) {
    static RenditionView of(Rendition rendition) {
        return new RenditionView(
                rendition.id(),
                rendition.item(),
                rendition.said().kind(),
                rendition.state().code(),
                rendition.said().language() == null
                        ? null
                        : rendition.said().language().value(),
                rendition.said().tool(),
                rendition.said().toolVersion(),
                rendition.said().inputs().stream().map(Digest::hex).toList(),
                rendition.file().mediaType(),
                DetectedView.of(rendition.file().detected()),
                rendition.file().content().length(),
                DigestsJson.of(rendition.file().digests()),
                rendition.made().by(),
                rendition.made().at(),
                Decided.of(rendition.decision()),
                Decided.of(rendition.withdrawal()),
                "/api/v1/items/" + rendition.item() + "/renditions/" + rendition.id() + "/content");
    }

    /** Who decided something, when and why. */
    @Schema(name = "RenditionDecided")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Decided(UUID member, Instant at, @Nullable String reason) {
        static @Nullable Decided of(Rendition.@Nullable Step step) {
            return step == null ? null : new Decided(step.by(), step.at(), step.reason());
        }
    }
}
