package org.aletheia.local.demo.client;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;

/** The connection properties that the local stack wrote: where things are, and the demo people's passwords. */
public final class StackProperties {

    private final Path file;
    private final Properties values = new Properties();

    /** Reads the file whole. */
    public StackProperties(Path file) throws IOException {
        this.file = file;
        try (var reader = Files.newBufferedReader(file)) {
            values.load(reader);
        }
    }

    /** The value of a key that must be there. */
    public String get(String key) {
        String value = values.getProperty(key);
        if (value == null) {
            throw new IllegalStateException(file + " has no " + key);
        }
        return value;
    }

    /** Root of the server's API. */
    public URI server() {
        return URI.create("http://127.0.0.1:" + get("stack.http-port"));
    }

    /** Where the properties lie, to name it to the reader. */
    public Path file() {
        return file;
    }
}
