package org.aletheia.codelists;

import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/** Reads the lists from {@code /codelists}; a list that is missing or malformed stops the start. */
final class CodeListResources {
    private static final JsonMapper JSON = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_ENUMS)
            .build();

    private CodeListResources() {}

    static Map<String, CodeList> load() {
        Map<String, CodeList> lists = new TreeMap<>();
        for (String name : read("index.json", String[].class)) {
            CodeList list = read(name + ".json", CodeList.class);
            lists.put(list.id(), list);
        }
        return lists;
    }

    private static <T> T read(String file, Class<T> type) {
        try (InputStream in = CodeListResources.class.getResourceAsStream("/codelists/" + file)) {
            return JSON.readValue(Objects.requireNonNull(in, file), type);
        } catch (IOException e) {
            throw new UncheckedIOException("code list " + file, e);
        }
    }
}
