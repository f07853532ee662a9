package org.aletheia.custody.fsck;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the command is asked for.
 *
 * @param json one JSON object a line instead of text
 * @param content whether all stored bytes are read and decrypted
 * @param rate most bytes a second of what is read from the log bucket, and of stored bytes; 0 for as fast as it goes
 * @param state file that says how far a run has come, from which another goes on; null for none
 */
public record FsckOptions(
        boolean json, boolean content, long rate, @Nullable Path state) {
    /** How it is called. */
    public static final String USAGE = "usage: fsck [--json] [--content] [--rate MiB/s] [--state FILE]";

    private static final int MIB_BITS = 20;
    private static final String RATE = "[1-9][0-9]{0,5}";

    /**
     * Reads the words after the command's name.
     *
     * @throws IllegalArgumentException where they are none of it
     */
    public static FsckOptions parse(List<String> words) {
        Deque<String> rest = new ArrayDeque<>(words);
        FsckOptions options = new FsckOptions(false, false, 0, null);
        while (!rest.isEmpty()) {
            options = options.with(rest.pop(), rest);
        }
        return options;
    }

    private FsckOptions with(String word, Deque<String> rest) {
        return switch (word) {
            case "--json" -> new FsckOptions(true, content, rate, state);
            case "--content" -> new FsckOptions(json, true, rate, state);
            case "--rate" -> new FsckOptions(json, content, mib(value(word, rest)), state);
            case "--state" -> new FsckOptions(json, content, rate, Path.of(value(word, rest)));
            default -> throw new IllegalArgumentException("unknown: " + word);
        };
    }

    private static String value(String word, Deque<String> rest) {
        if (rest.isEmpty()) {
            throw new IllegalArgumentException(word + " needs a value");
        }
        return rest.pop();
    }

    private static long mib(String text) {
        if (!text.matches(RATE)) {
            throw new IllegalArgumentException("--rate takes whole MiB a second, from 1");
        }
        return Long.parseLong(text) << MIB_BITS;
    }
}
