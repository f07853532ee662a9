package org.aletheia.evidence.rest;

import org.aletheia.evidence.content.DetectedType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What the first bytes of a file are, beside the type that its sender states; absent of what came before anybody looked.
 *
 * @param mediaType {@code application/octet-stream} where the detector knows none that begins so
 * @param detector its name and version
 */
@Schema(name = "DetectedType")
record DetectedView(String mediaType, String detector) {
    static @Nullable DetectedView of(@Nullable DetectedType detected) {
        return detected == null ? null : new DetectedView(detected.mediaType(), detected.detector());
    }
}
