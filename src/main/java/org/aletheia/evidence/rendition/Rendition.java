package org.aletheia.evidence.rendition;

import java.time.Instant;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.aletheia.evidence.ReceiptEvent;
import org.aletheia.evidence.ReceivedFile;
import org.aletheia.evidence.content.DetectedType;
import org.jspecify.annotations.Nullable;

/**
 * What was made from an item, beside it. Its bytes never change; they are sealed under the key of the item.
 *
 * @param ownerOrg the organisation that owns the item
 * @param file its bytes; without a name, which could be somebody's
 * @param made when and by whom, with the event that tells of it
 * @param decision whether it is free of identifying passages; null before
 * @param withdrawal null unless withdrawn
 */
public record Rendition(
        UUID id,
        UUID item,
        UUID ownerOrg,
        RenditionDraft said,
        ReceivedFile file,
        Made made,
        RenditionState state,
        @Nullable Step decision,
        @Nullable Step withdrawal) {
    /** Codes of {@code rendition-kind}. */
    public static final String REDACTION = "redaction";

    /** Kinds that stand for the words of the item; one that a later list adds is none of them. */
    private static final Set<String> OF_WORDS = Set.of("text", "transcript", "translation", REDACTION);

    /** That it was laid down. */
    public record Made(UUID by, Instant at, ReceiptEvent event) {}

    /**
     * What somebody decided.
     *
     * @param reason a code; null of an approval
     */
    public record Step(UUID by, Instant at, @Nullable String reason) {}

    /** Whether it is a redaction that a second person approved. */
    boolean isApprovedRedaction() {
        return said.kind().equals(REDACTION) && state == RenditionState.APPROVED;
    }

    /** Whether its bytes are words of the item that can be read as text. */
    public boolean isText() {
        return OF_WORDS.contains(said.kind()) && startsWith(file.mediaType(), "text/");
    }

    /**
     * Whether it shows no picture, by its stated type and by its first bytes. A type that may hold one, as a PDF does, is a
     * picture here, and so are bytes that nobody looked at.
     */
    boolean isWithoutImage() {
        DetectedType detected = file.detected();
        return detected != null && isWithoutImage(file.mediaType()) && isWithoutImage(detected.mediaType());
    }

    private static boolean isWithoutImage(String mediaType) {
        return startsWith(mediaType, "text/") || startsWith(mediaType, "audio/");
    }

    private static boolean startsWith(String mediaType, String start) {
        return mediaType.toLowerCase(Locale.ROOT).startsWith(start);
    }
}
