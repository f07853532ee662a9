package org.aletheia.local.stack.data;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;

/**
 * A Java properties file that only its owner may read. Written whole to a neighbour and then renamed, so a reader sees
 * the old content or the new one, and the secrets in it are never world-readable, not even for a moment.
 */
public final class PropertiesFile {

    private final Path path;

    public PropertiesFile(Path path) {
        this.path = path;
    }

    /** Empty where the file does not exist. */
    public Map<String, String> read() throws IOException {
        Map<String, String> values = new TreeMap<>();
        if (Files.exists(path)) {
            Properties properties = new Properties();
            try (Reader reader = Files.newBufferedReader(path)) {
                properties.load(reader);
            }
            properties.stringPropertyNames().forEach(name -> values.put(name, properties.getProperty(name)));
        }
        return values;
    }

    /** Replaces the file; the values stand in the map's own order. */
    public void write(Map<String, String> values) throws IOException {
        StringBuilder text = new StringBuilder();
        values.forEach((name, value) -> text.append(escape(name, true))
                .append('=')
                .append(escape(value, false))
                .append('\n'));
        Path fresh = Files.createTempFile(
                path.getParent(),
                path.getFileName().toString(),
                ".new",
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(fresh, text, StandardCharsets.US_ASCII);
        Files.move(fresh, path, StandardCopyOption.ATOMIC_MOVE);
    }

    /** The escapes of {@link Properties#load(Reader)}. */
    private static String escape(String text, boolean isName) {
        StringBuilder escaped = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean special = c == '\\' || (c == ' ' && (isName || i == 0)) || (isName && "=:#!".indexOf(c) >= 0);
            if (c < ' ' || c > '~') {
                escaped.append("\\u%04X".formatted((int) c));
            } else {
                escaped.append(special ? "\\" : "").append(c);
            }
        }
        return escaped.toString();
    }
}
