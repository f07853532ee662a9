package org.aletheia.verifier;

import java.io.PrintStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The offline verifier as a command: see {@link #USAGE}. ORIGIN is the log's name, KEYS a text file with a verifier key a
 * line. Exit code 0: verified; 1: a check failed; 2: it could not be checked.
 */
public final class Verify {
    static final String USAGE = """
            usage: receipt     ORIGIN KEYS RECEIPT [FILE] [--log LOG] [--checkpoint FILE] [--promise-suffices]
                   receipt     ORIGIN KEYS FOLDER         [--log LOG] [--checkpoint FILE] [--promise-suffices]
                   item        ORIGIN KEYS HISTORY [FILE] [--log LOG] [--earlier HISTORY]
                   log         ORIGIN KEYS LOG [CHECKPOINT] [--any-entries]
                   consistency ORIGIN KEYS CHECKPOINT CHECKPOINT --log LOG
                   proof       ORIGIN KEYS PROOF ENTRY
                   decrypt     ORIGIN KEYS RECEIPT OBJECT OUT KEY
                   decrypt     OBJECT OUT KEY --no-receipt
                   data-key    OBJECT OUT KEY
                   withhold    RECEIPT-OR-HISTORY FIELD,FIELD… OUT
                   custodian-key   KEYFILE
                   custodian-share KEYFILE REQUEST OUT
            LOG is a folder or URL. KEY is --data-key FILE, --unit-key FILE, or --register FILE --kek FILE.
            With ORIGIN: --cosigners N (asked of each checkpoint), or --policy FILE (C2SP tlog-policy);
            --key-history FILE (as at LOG/keys: follows the log's keys from those in KEYS)
            With receipt and log: --timestamp-root FILE (PEM: asks for a timestamp under it) [--untimestamped-suffices]
            With all but custodian-…: --json""";

    private static final String JSON = "--json";

    private Verify() {}

    /** Prints the checklist and ends the process. */
    public static void main(String[] args) {
        System.exit(run(args, System.out, System.err));
    }

    static int run(String[] words, PrintStream out, PrintStream err) {
        if (CustodianTool.knows(words)) {
            return CustodianTool.run(words, out, err);
        }
        boolean json = Arrays.asList(words).contains(JSON);
        String about = words.length == 0 ? "" : words[0];
        try {
            Arguments args = Arguments.parse(words);
            Optional<Command> command = Command.of(args);
            if (command.isEmpty() || !command.get().takes(args)) {
                return unchecked(Result.unchecked(about, "other words than a command has"), USAGE, json, out, err);
            }
            return print(new Commands(args, command.get()).run(), json, out);
        } catch (Exception | StackOverflowError | OutOfMemoryError e) {
            // the JVM would end with 1, which says that something was checked
            return unchecked(Result.unchecked(about, reason(e)), "cannot verify: " + reason(e), json, out, err);
        }
    }

    private static int unchecked(Result result, String text, boolean json, PrintStream out, PrintStream err) {
        if (json) {
            out.println(result.json());
        } else {
            err.println(text);
        }
        return Result.UNCHECKED;
    }

    /** What is to be said of something that could not be checked. */
    static String reason(Throwable thrown) {
        return switch (thrown) {
            case NoSuchFileException missing -> "there is no " + missing.getMessage();
            case FileAlreadyExistsException there -> String.valueOf(there.getMessage());
            case FileSystemException other -> "cannot be read or written: " + other.getMessage();
            case Exception e when e.getMessage() != null -> e.getMessage();
            default -> thrown.getClass().getSimpleName();
        };
    }

    private static int print(List<Result> results, boolean json, PrintStream out) {
        for (Result result : results) {
            if (json) {
                out.println(result.json());
            } else {
                out.print((results.size() > 1 ? result.about() + "\n" : "")
                        + result.verdict()
                                .map(Verdict::text)
                                .orElseGet(() -> "cannot verify: " + result.reason() + "\n")
                        + (results.size() > 1 ? "\n" : ""));
            }
        }
        List<Integer> codes = results.stream().map(Result::code).toList();
        return codes.contains(Result.FAILED)
                ? Result.FAILED
                : codes.stream().max(Integer::compare).orElse(Result.UNCHECKED);
    }
}
