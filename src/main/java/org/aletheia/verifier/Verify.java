package org.aletheia.verifier;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.aletheia.custody.format.EventTypeRegistry;
import org.aletheia.kernel.Digest;
import org.aletheia.kernel.DigestAlgorithm;

/**
 * The offline verifier as a command.
 *
 * <p>{@code item ORIGIN KEYS HISTORY [FILE]} checks the history of an item, and a file against it; {@code log ORIGIN KEYS
 * FOLDER|URL [CHECKPOINT]} a whole published log, and that it extends a checkpoint that was kept. KEYS is a text file with
 * a verifier key a line. Exit code 0: verified; 1: a check failed; 2: it could not be checked.
 */
public final class Verify {
    private static final String USAGE = """
            usage: item ORIGIN KEYS HISTORY [FILE]
                   log  ORIGIN KEYS FOLDER|URL [CHECKPOINT]""";

    private static final int LEAST = 4;

    private Verify() {}

    /** Prints the checklist and ends the process. */
    public static void main(String[] args) {
        System.exit(run(args, System.out, System.err));
    }

    static int run(String[] args, PrintStream out, PrintStream err) {
        if (args.length < LEAST
                || args.length > LEAST + 1
                || !List.of("item", "log").contains(args[0])) {
            err.println(USAGE);
            return 2;
        }
        try {
            Verdict verdict = args[0].equals("item") ? item(args) : log(args);
            out.print(verdict.text());
            return verdict.passed() ? 0 : 1;
        } catch (NoSuchFileException e) {
            err.println("cannot verify: there is no " + e.getMessage());
            return 2;
        } catch (IOException | IllegalArgumentException e) {
            err.println("cannot verify: " + e.getMessage());
            return 2;
        }
    }

    private static Verdict item(String[] args) throws IOException {
        ItemHistory history = ItemHistory.parse(Files.readAllBytes(Path.of(args[3])));
        Optional<Digest> file = args.length > LEAST ? Optional.of(digest(Path.of(args[LEAST]))) : Optional.empty();
        return new ItemCheck(trust(args), EventTypeRegistry.builtIn()).check(history, file);
    }

    private static Verdict log(String[] args) throws IOException {
        Optional<byte[]> earlier =
                args.length > LEAST ? Optional.of(Files.readAllBytes(Path.of(args[LEAST]))) : Optional.empty();
        LogCheck check = new LogCheck(trust(args));
        if (!args[3].matches("https?://.*")) {
            return check.check(LogFiles.folder(Path.of(args[3])), earlier);
        }
        try (HttpClient client = HttpClient.newHttpClient()) {
            return check.check(LogFiles.web(URI.create(args[3]), client), earlier);
        }
    }

    private static Trust trust(String[] args) throws IOException {
        List<String> keys = Files.readAllLines(Path.of(args[2]), StandardCharsets.UTF_8).stream()
                .filter(line -> !line.isBlank())
                .toList();
        return Trust.of(args[1], keys, 0);
    }

    private static Digest digest(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return Digest.of(DigestAlgorithm.SHA_256, in);
        }
    }
}
