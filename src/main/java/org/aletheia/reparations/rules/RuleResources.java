package org.aletheia.reparations.rules;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;

/** Reads rules from {@code /reparations}; what is missing or malformed stops the start. */
final class RuleResources {
    private static final JsonMapper JSON = new JsonMapper();

    private RuleResources() {}

    static <T> T read(String file, Class<T> type) {
        try (InputStream in = RuleResources.class.getResourceAsStream("/reparations/" + file)) {
            return JSON.readValue(Objects.requireNonNull(in, file), type);
        } catch (IOException e) {
            throw new UncheckedIOException("rules " + file, e);
        }
    }
}
