package org.aletheia.access.rest;

import java.util.Map;
import org.aletheia.platform.http.Findings;
import org.jspecify.annotations.Nullable;

/** Reads short texts of a request. */
final class Texts {
    static final int MAX_REASON = 2000;

    private Texts() {}

    /** The stripped text; {@code ""} with a finding where it is absent, blank or longer than {@code max} characters. */
    static String required(Findings findings, String pointer, @Nullable String text, int max) {
        String stripped = text == null ? "" : text.strip();
        findings.require(!stripped.isEmpty(), pointer, "required");
        findings.require(stripped.length() <= max, pointer, "too-long", Map.of("max", max));
        return stripped;
    }

    /** The stripped text; null where it is absent or blank, with a finding where it is too long. */
    static @Nullable String optional(Findings findings, String pointer, @Nullable String text, int max) {
        return text == null || text.isBlank() ? null : required(findings, pointer, text, max);
    }
}
