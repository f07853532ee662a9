package org.aletheia.custody.format;

import java.util.Map;
import org.aletheia.transparency.Hash;

/**
 * Many records, committed by the root of a {@link SubjectTree}; says neither which nor how many. As JSON
 * {@code {"kind":"subject-list","root":<base64>}}.
 */
public record SubjectList(Hash root) implements EventSubject {
    static final String KIND = "subject-list";

    @Override
    public Map<String, Object> json() {
        return Map.of("kind", KIND, "root", root.base64());
    }
}
