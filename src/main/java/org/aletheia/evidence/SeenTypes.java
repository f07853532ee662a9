package org.aletheia.evidence;

import java.util.Locale;
import java.util.Set;

/** Which media types are of something to be looked at: an image or a video. */
final class SeenTypes {
    /** What holds one and is not called so. */
    private static final Set<String> CONTAINERS = Set.of(
            "application/dicom",
            "application/fits",
            "application/mp4",
            "application/mxf",
            "application/ogg",
            "application/quicktime",
            "application/vnd.rn-realmedia",
            "application/x-matroska",
            "application/x-shockwave-flash");

    private SeenTypes() {}

    static boolean include(String mediaType) {
        String type = mediaType.replaceFirst(";.*", "").strip().toLowerCase(Locale.ROOT);
        return type.startsWith("image/") || type.startsWith("video/") || CONTAINERS.contains(type);
    }
}
