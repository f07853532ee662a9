package org.aletheia.custody.fsck;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.aletheia.custody.format.CanonicalJson;

/**
 * Something that was found.
 *
 * @param check by which check
 * @param where what it is about: ids, indexes and paths, never names or content
 * @param detail what was expected and found, for people
 */
public record Finding(FindingCode code, String check, String where, String detail) {
    /** One line for people. */
    String text() {
        return (code.fault() ? "[FAULT] " : "[note]  ") + code.code() + ": " + where + ": " + detail;
    }

    /** One line for programs. */
    String json() {
        return json(Map.of(
                "severity",
                code.fault() ? "fault" : "note",
                "code",
                code.code(),
                "check",
                check,
                "where",
                where,
                "detail",
                detail));
    }

    static String json(Map<String, Object> values) {
        return new String(CanonicalJson.write(values), StandardCharsets.UTF_8);
    }
}
