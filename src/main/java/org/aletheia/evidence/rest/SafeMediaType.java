package org.aletheia.evidence.rest;

import java.util.Locale;
import java.util.Set;
import org.aletheia.evidence.ReceivedFile;

/** The media types under which received bytes may leave: none that a browser could run. */
final class SafeMediaType {
    private static final Set<String> IMAGES =
            Set.of("image/jpeg", "image/png", "image/gif", "image/webp", "image/tiff", "image/heic", "image/avif");

    private SafeMediaType() {}

    /** The stated type without parameters where it is safe, else octets. */
    static String of(String stated) {
        String type = stated.replaceFirst(";.*", "").strip().toLowerCase(Locale.ROOT);
        boolean moving = type.startsWith("video/") || type.startsWith("audio/");
        if (moving || IMAGES.contains(type) || type.equals("application/pdf")) {
            return type;
        }
        return type.equals("text/plain") ? type : ReceivedFile.UNKNOWN_TYPE;
    }
}
