package org.aletheia.evidence.handling.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What whoever takes a step in a chain of custody gets for it.
 *
 * @param event id of the event
 * @param recordedAt the time that stands in it; absent in answer to a repeated request
 * @param entry the 32 bytes that the log holds for it, {@code sha-256:<hex>}; likewise absent
 * @param href where the receipt is had
 * @param document the receipt itself, to be kept; likewise absent
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record StepView(
        UUID event,
        @Nullable Instant recordedAt,
        @Nullable String entry,
        String href,

        @Nullable @JsonInclude(value = JsonInclude.Include.NON_NULL, content = JsonInclude.Include.ALWAYS)
        Map<String, @Nullable Object> document) {}
