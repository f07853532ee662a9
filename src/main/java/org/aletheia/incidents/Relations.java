package org.aletheia.incidents;

import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.TreeMap;
import java.util.UUID;

/**
 * Which code of {@code incident-relation} says the same from the other end: data beside the list
 * ({@code incident-relations.properties}), one line a pair, the direction that is stored first.
 */
@Singleton
public class Relations {
    private static final String PAIRS = "/incident-relations.properties";

    private final Map<String, String> inverses = new TreeMap<>();
    private final Map<String, String> pairs = new TreeMap<>();

    public Relations() {
        try (InputStream in = Relations.class.getResourceAsStream(PAIRS)) {
            Properties read = new Properties();
            read.load(Objects.requireNonNull(in, PAIRS));
            read.stringPropertyNames().forEach(stored -> {
                String inverse = read.getProperty(stored);
                pairs.put(stored, inverse);
                inverses.put(stored, inverse);
                inverses.put(inverse, stored);
            });
        } catch (IOException e) {
            throw new UncheckedIOException(PAIRS, e);
        }
    }

    /** Whether the other end of that relation has a word. */
    public boolean knows(String relation) {
        return inverses.containsKey(relation);
    }

    /** The same relation said from the other end. */
    public String inverse(String relation) {
        return Objects.requireNonNull(inverses.get(relation), relation);
    }

    /** The direction in which that relation is kept. */
    public String stored(String relation) {
        return pairs.containsKey(relation) ? relation : inverse(relation);
    }

    /** Whether it is the same from both ends. */
    public boolean symmetric(String relation) {
        return inverse(relation).equals(relation);
    }

    /** The relations that lead somewhere, in the direction in which they are stored. */
    List<String> directed() {
        return pairs.keySet().stream().filter(stored -> !symmetric(stored)).toList();
    }

    /** The link that says: that incident is this to the other. A symmetric relation is kept from the lesser id. */
    public IncidentLink link(UUID from, String relation, UUID to) {
        String kept = stored(relation);
        boolean turned = symmetric(kept) ? from.toString().compareTo(to.toString()) > 0 : !kept.equals(relation);
        return new IncidentLink(kept, turned ? List.of(to, from) : List.of(from, to), false);
    }
}
