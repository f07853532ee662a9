package org.aletheia.verifier;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.aletheia.custody.format.EventTypeRegistry;
import org.aletheia.kernel.Digest;
import org.aletheia.kernel.DigestAlgorithm;

/**
 * The offline verifier as a command: {@code ORIGIN KEYS HISTORY [FILE]}.
 *
 * <p>KEYS is a text file with a verifier key a line; HISTORY the item's history as the API gives it; FILE the file in
 * hand. Exit code 0: verified; 1: a check failed; 2: the arguments cannot be used.
 */
public final class Verify {
    private Verify() {}

    /** Prints the checklist and ends the process. */
    public static void main(String[] args) {
        System.exit(run(args, System.out, System.err));
    }

    static int run(String[] args, PrintStream out, PrintStream err) {
        if (args.length < 3 || args.length > 4) {
            err.println("usage: ORIGIN KEYS HISTORY [FILE]");
            return 2;
        }
        try {
            Verdict verdict = verdict(args);
            out.print(verdict.text());
            return verdict.passed() ? 0 : 1;
        } catch (IOException | IllegalArgumentException e) {
            err.println("cannot verify: " + e.getMessage());
            return 2;
        }
    }

    private static Verdict verdict(String[] args) throws IOException {
        List<String> keys = Files.readAllLines(Path.of(args[1]), StandardCharsets.UTF_8).stream()
                .filter(line -> !line.isBlank())
                .toList();
        ItemHistory history = ItemHistory.parse(Files.readAllBytes(Path.of(args[2])));
        Optional<Digest> file = args.length == 4 ? Optional.of(digest(Path.of(args[3]))) : Optional.empty();
        return new ItemCheck(Trust.of(args[0], keys, 0), EventTypeRegistry.builtIn()).check(history, file);
    }

    private static Digest digest(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return Digest.of(DigestAlgorithm.SHA_256, in);
        }
    }
}
