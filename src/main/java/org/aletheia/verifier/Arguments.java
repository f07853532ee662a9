package org.aletheia.verifier;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The words of a command line: those without a name in their order, and options by name.
 *
 * @param words the first is the command
 * @param options {@code --name value}, or {@code --name} alone with an empty value
 */
record Arguments(List<String> words, Map<String, String> options) {
    private static final Set<String> FLAGS =
            Set.of("--json", "--promise-suffices", "--untimestamped-suffices", "--no-receipt", "--any-entries");
    private static final Set<String> VALUED = Set.of(
            "--cosigners",
            "--key-history",
            "--policy",
            "--log",
            "--checkpoint",
            "--timestamp-root",
            "--earlier",
            "--data-key",
            "--unit-key",
            "--register",
            "--kek");

    Arguments {
        words = List.copyOf(words);
        options = Map.copyOf(options);
    }

    /** @throws IllegalArgumentException for an option that is not known, without its value, or there twice */
    static Arguments parse(String[] args) {
        List<String> words = new ArrayList<>();
        Map<String, String> options = new HashMap<>();
        for (int i = 0; i < args.length; i++) {
            if (options.containsKey(args[i])) {
                throw new IllegalArgumentException("given twice: " + args[i]);
            } else if (FLAGS.contains(args[i])) {
                options.put(args[i], "");
            } else if (VALUED.contains(args[i]) && i + 1 < args.length) {
                options.put(args[i], args[++i]);
            } else if (args[i].startsWith("--")) {
                throw new IllegalArgumentException("unknown option or no value: " + args[i]);
            } else {
                words.add(args[i]);
            }
        }
        return new Arguments(words, options);
    }

    String command() {
        return words.isEmpty() ? "" : words.getFirst();
    }

    String word(int position) {
        return words.get(position);
    }

    Optional<String> optional(int position) {
        return position < words.size() ? Optional.of(words.get(position)) : Optional.empty();
    }

    Optional<String> option(String name) {
        return Optional.ofNullable(options.get(name));
    }

    boolean flag(String name) {
        return options.containsKey(name);
    }

    /** How many cosigners are asked for; 0 where nothing was said. */
    int cosigners() {
        String stated = options.getOrDefault("--cosigners", "0");
        if (!stated.matches("[0-9]{1,3}")) {
            throw new IllegalArgumentException("--cosigners takes a number");
        }
        return Integer.parseInt(stated);
    }
}
