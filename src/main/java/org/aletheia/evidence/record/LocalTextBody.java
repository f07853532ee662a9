package org.aletheia.evidence.record;

import org.aletheia.kernel.LanguageTag;
import org.jspecify.annotations.Nullable;

/** A {@link LocalText} as callers write it. */
public record LocalTextBody(
        @Nullable String language, @Nullable String text) {
    private static final int MAX_NAME = 200;

    /** The name, or null where something was found. */
    public @Nullable LocalText check(String pointer, Checks checks) {
        LanguageTag tag = checks.language(pointer + "/language", checks.required(pointer + "/language", language));
        String name = checks.text(pointer + "/text", checks.required(pointer + "/text", text), MAX_NAME);
        return tag == null || name == null ? null : new LocalText(tag, name);
    }
}
