package org.aletheia.verifier;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** The commands: how many words each takes, itself included, and which options. What is asked for is never passed over. */
enum Command {
    RECEIPT("receipt", 4, 5, "--log --checkpoint --promise-suffices", Command.TIMESTAMPS, Command.COSIGNERS),
    ITEM("item", 4, 5, "--log --earlier", Command.COSIGNERS),
    LOG("log", 4, 5, "--any-entries", Command.TIMESTAMPS, Command.COSIGNERS),
    CONSISTENCY("consistency", 5, 5, "--log", Command.COSIGNERS),
    PROOF("proof", 5, 5, Command.COSIGNERS),
    DECRYPT("decrypt", 6, 6, Command.KEYS, Command.COSIGNERS),
    DECRYPT_ANYTHING("decrypt", 3, 3, Command.NO_RECEIPT, Command.KEYS),
    DATA_KEY("data-key", 3, 3, Command.KEYS),
    WITHHOLD("withhold", 4, 4);

    static final String NO_RECEIPT = "--no-receipt";

    private static final String TIMESTAMPS = "--timestamp-root --untimestamped-suffices";
    private static final String COSIGNERS = "--cosigners --policy --key-history";
    private static final String KEYS = "--data-key --unit-key --register --kek";

    private final String word;
    private final int fewest;
    private final int most;
    private final Set<String> options;

    Command(String word, int fewest, int most, String... options) {
        this.word = word;
        this.fewest = fewest;
        this.most = most;
        this.options = new TreeSet<>(List.of("--json"));
        Arrays.stream(options).flatMap(some -> Arrays.stream(some.split(" "))).forEach(this.options::add);
    }

    /** The command of these arguments; empty where there is none of that name. */
    static Optional<Command> of(Arguments args) {
        return Arrays.stream(values())
                .filter(command -> command.word.equals(args.command()))
                .filter(command -> command.options.contains(NO_RECEIPT) == args.flag(NO_RECEIPT)
                        || !command.word.equals(DECRYPT.word))
                .findFirst();
    }

    /**
     * Whether it has as many words as it takes.
     *
     * @throws IllegalArgumentException for an option that does not go with it, or goes only with another that is not there
     */
    boolean takes(Arguments args) {
        for (String option : args.options().keySet()) {
            if (!options.contains(option)) {
                throw new IllegalArgumentException(option + " does not go with " + word
                        + (this == DECRYPT_ANYTHING ? " " + NO_RECEIPT : "") + ", which takes "
                        + String.join(", ", options));
            }
        }
        together(args, "--untimestamped-suffices", "--timestamp-root");
        if (args.flag("--cosigners") && args.flag("--policy")) {
            throw new IllegalArgumentException("--cosigners and --policy ask for two things: give one");
        }
        int words = args.words().size();
        return words >= fewest && words <= most && (this != CONSISTENCY || args.flag("--log"));
    }

    private static void together(Arguments args, String option, String needed) {
        if (args.flag(option) && !args.flag(needed)) {
            throw new IllegalArgumentException(option + " goes with " + needed + " alone");
        }
    }
}
