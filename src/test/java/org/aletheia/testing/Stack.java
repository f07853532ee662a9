package org.aletheia.testing;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;

/** The running servers, as the local stack describes them in the file that {@code -Daletheia.stack} names. */
public final class Stack {
    private final Map<String, String> properties;

    private Stack(Map<String, String> properties) {
        this.properties = Map.copyOf(properties);
    }

    /** Reads the file anew. */
    public static Stack running() {
        Properties read = new Properties();
        try (Reader file =
                Files.newBufferedReader(Path.of(System.getProperty("aletheia.stack")), StandardCharsets.UTF_8)) {
            read.load(file);
        } catch (IOException e) {
            throw new UncheckedIOException("the stack is described by -Daletheia.stack=FILE", e);
        }
        Map<String, String> properties = new HashMap<>();
        read.stringPropertyNames().forEach(name -> properties.put(name, read.getProperty(name)));
        return new Stack(properties);
    }

    /** One property, which must be there. */
    public String get(String name) {
        String value = properties.get(name);
        if (value == null) {
            throw new IllegalStateException("the stack does not say " + name);
        }
        return value;
    }

    /** What is meant for the server, not for tests. */
    public Map<String, String> serverProperties() {
        Map<String, String> own = new HashMap<>(properties);
        own.keySet().removeIf(name -> name.startsWith("stack."));
        return own;
    }
}
