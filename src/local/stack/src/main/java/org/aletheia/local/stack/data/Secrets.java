package org.aletheia.local.stack.data;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Map;

/**
 * The random secrets of one data folder: drawn when first asked for, then always the same. Letters and digits only, so
 * that none needs quoting in a URL, a properties file, JSON or a command line.
 */
public final class Secrets {

    private static final String ALPHABET = "ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz23456789";
    private static final int LENGTH = 32;

    private final PropertiesFile file;
    private final Map<String, String> values;
    private final SecureRandom random = new SecureRandom();

    public Secrets(Path path) throws IOException {
        file = new PropertiesFile(path);
        values = file.read();
    }

    /** A new secret is on disk before it is returned. */
    public synchronized String get(String name) {
        String known = values.get(name);
        return known == null ? draw(name) : known;
    }

    private String draw(String name) {
        StringBuilder secret = new StringBuilder();
        random.ints(LENGTH, 0, ALPHABET.length()).forEach(i -> secret.append(ALPHABET.charAt(i)));
        values.put(name, secret.toString());
        try {
            file.write(values);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return secret.toString();
    }
}
