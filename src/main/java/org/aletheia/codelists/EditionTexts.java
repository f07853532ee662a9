package org.aletheia.codelists;

import java.util.HashMap;
import java.util.Map;
import org.aletheia.platform.http.Findings;
import org.jspecify.annotations.Nullable;

/** Rules for the texts of an edition; each finding says the line where there is one. */
final class EditionTexts {
    private final Findings findings;

    EditionTexts(Findings findings) {
        this.findings = findings;
    }

    /** A text of one line, or the sign that clears; absent is fine. */
    void line(Place at, @Nullable String text, int max) {
        if (text != null) {
            require(!text.isBlank(), at, "text-blank", Map.of());
            require(text.length() <= max, at, "too-long", Map.of("max", max));
            require(
                    text.chars().noneMatch(Character::isISOControl) && wellFormed(text),
                    at,
                    "text-characters",
                    Map.of());
        }
    }

    boolean require(boolean holds, Place at, String code, Map<String, Object> params) {
        return findings.require(holds, at.pointer(), code, at.with(params));
    }

    private static boolean wellFormed(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (Character.isHighSurrogate(text.charAt(i))
                    && i + 1 < text.length()
                    && Character.isLowSurrogate(text.charAt(i + 1))) {
                i++;
            } else if (Character.isSurrogate(text.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    /** Where something stands. @param line from 1; 0 where the text has no lines that matter */
    record Place(String pointer, int line) {
        Place at(String name) {
            return new Place(pointer + "/" + name.replace("~", "~0").replace("/", "~1"), line);
        }

        Map<String, Object> with(Map<String, Object> params) {
            if (line == 0) {
                return params;
            }
            Map<String, Object> more = new HashMap<>(params);
            more.put("line", line);
            return more;
        }
    }
}
