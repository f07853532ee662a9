package org.aletheia.evidence.metadata;

import java.net.URI;
import java.util.List;
import java.util.UUID;
import org.aletheia.kernel.UncertainDate;
import org.jspecify.annotations.Nullable;

/**
 * What the Berkeley Protocol (HR/PUB/20/2, ch. VI.C) asks to record when material is collected from the web. The
 * collector's address and persona belong to the identity vault and are refused here.
 *
 * @param sourceUrl address that was visited
 * @param canonicalUrl the page's own permanent address
 * @param capturedAt time with zone where known
 * @param pageSource item that holds the page's source code
 * @param fullPageCapture item that holds the picture of the whole page
 * @param media items of the embedded files
 * @param contextNotes comments, nearby posts
 * @param uploaderHandle public name of the account; may identify a person
 * @param collector role code or pseudonym
 */
public record WebCapture(
        URI sourceUrl,
        @Nullable URI canonicalUrl,
        UncertainDate capturedAt,
        @Nullable UUID pageSource,
        @Nullable UUID fullPageCapture,
        List<UUID> media,
        @Nullable String contextNotes,
        @Nullable String uploaderHandle,
        @Nullable String collector) {
    public WebCapture {
        media = List.copyOf(media);
    }
}
