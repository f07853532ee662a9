package org.aletheia.transparency.keys;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.aletheia.kernel.MalformedValueException;
import org.aletheia.transparency.NoteVerifierKey;

/**
 * All keys that a log has had up to one change of them: those of its checkpoints, whose name is the origin, and those for its
 * other purposes, whose names begin with it and a slash. Its text is in docs/custody.md §14.
 *
 * @param origin of the log
 * @param number of the list, from 1
 * @param madeAt when, by the log's clock, cut to seconds
 * @param keys 1 to 256, each once, in the order in which the log has got them
 */
public record KeyList(String origin, int number, Instant madeAt, List<ListedKey> keys) {
    /** First line. */
    public static final String FORMAT = "aletheia/keys/v1";

    private static final int HEADING = 4;
    private static final int MOST_KEYS = 256;
    private static final Pattern NUMBER = Pattern.compile("[1-9][0-9]{0,5}");

    public KeyList {
        madeAt = madeAt.truncatedTo(ChronoUnit.SECONDS);
        keys = List.copyOf(keys);
        require(origin.matches("[^\\s+\\p{Cc}]{1,255}"), "origin", "no name of a log: " + origin);
        require(NUMBER.matcher(Integer.toString(number)).matches(), "number", "lists are numbered from 1");
        require(keys.size() <= MOST_KEYS, "length", "at most " + MOST_KEYS + " keys");
        require(keys.stream().allMatch(key -> isOf(origin, key.key())), "name", "a key is not of " + origin);
        require(distinctIds(keys) == keys.size(), "twice", "a key stands there twice");
        require(active(keys).anyMatch(key -> key.name().equals(origin)), "inactive", "no key signs checkpoints");
    }

    /**
     * Parses the text of a list: five lines and more, each ended by a newline.
     *
     * @throws MalformedValueException {@code key-list-…}, or that of a key
     */
    public static KeyList parse(String text) {
        List<String> lines = new ArrayList<>(Arrays.asList(text.split("\n", -1)));
        require(lines.removeLast().isEmpty(), "form", "the last line does not end");
        require(lines.size() > HEADING && lines.getFirst().equals(FORMAT), "form", "expected " + FORMAT);
        require(NUMBER.matcher(lines.get(2)).matches(), "number", "not the number of a list: " + lines.get(2));
        return new KeyList(
                lines.get(1),
                Integer.parseInt(lines.get(2)),
                time(lines.get(3)),
                lines.subList(HEADING, lines.size()).stream().map(KeyList::key).toList());
    }

    /** The text, which is what the list's entry in the log of lists is. */
    public String text() {
        List<String> lines = new ArrayList<>(List.of(FORMAT, origin, Integer.toString(number), madeAt.toString()));
        keys.forEach(key -> lines.add(
                key.standing().word() + " " + key.since() + " " + key.key().format()));
        return String.join("\n", lines) + "\n";
    }

    /** The keys that the log signs with, for all purposes. */
    public List<NoteVerifierKey> active() {
        return active(keys).toList();
    }

    /** What the log says of a key. */
    public Optional<ListedKey> of(NoteVerifierKey key) {
        return keys.stream().filter(listed -> listed.key().equals(key)).findFirst();
    }

    private static Stream<NoteVerifierKey> active(List<ListedKey> keys) {
        return keys.stream().filter(ListedKey::isActive).map(ListedKey::key);
    }

    private static boolean isOf(String origin, NoteVerifierKey key) {
        return key.name().equals(origin) || key.name().startsWith(origin + "/");
    }

    /** Signatures name a key by these. */
    private static long distinctIds(List<ListedKey> keys) {
        return keys.stream().map(key -> key.key().label()).distinct().count();
    }

    private static ListedKey key(String line) {
        String[] words = line.split(" ", -1);
        require(words.length == 3, "line", "expected standing, time and key");
        KeyStanding standing = KeyStanding.ofWord(words[0])
                .orElseThrow(() -> new MalformedValueException("key-list-standing", "not known: " + words[0]));
        return new ListedKey(NoteVerifierKey.parse(words[2]), standing, time(words[1]));
    }

    private static Instant time(String text) {
        try {
            Instant time = Instant.parse(text);
            require(time.toString().equals(text) && text.length() == 20, "time", "not in seconds, UTC: " + text);
            return time;
        } catch (DateTimeException e) {
            throw new MalformedValueException("key-list-time", "not a time: " + text);
        }
    }

    static void require(boolean holds, String rule, String detail) {
        if (!holds) {
            throw new MalformedValueException("key-list-" + rule, detail);
        }
    }
}
