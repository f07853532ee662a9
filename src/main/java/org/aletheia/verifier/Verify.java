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
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.aletheia.custody.format.EventTypeRegistry;
import org.aletheia.custody.format.Receipt;
import org.aletheia.kernel.Digest;
import org.aletheia.kernel.DigestAlgorithm;
import org.aletheia.transparency.TreeHash;
import org.aletheia.transparency.timestamp.TrustedRoots;

/**
 * The offline verifier as a command: see {@link #USAGE}. ORIGIN is the log's name, KEYS a text file with a verifier key a
 * line. Exit code 0: verified; 1: a check failed; 2: it could not be checked.
 */
public final class Verify {
    static final String USAGE = """
            usage: receipt     ORIGIN KEYS RECEIPT [FILE] [--log LOG] [--promise-suffices]
                   receipt     ORIGIN KEYS FOLDER         [--log LOG] [--promise-suffices]
                   item        ORIGIN KEYS HISTORY [FILE] [--log LOG] [--earlier HISTORY]
                   log         ORIGIN KEYS LOG [CHECKPOINT]
                   consistency ORIGIN KEYS CHECKPOINT CHECKPOINT --log LOG
                   proof       ORIGIN KEYS PROOF ENTRY
                   decrypt     ORIGIN KEYS RECEIPT OBJECT OUT KEY
                   decrypt     OBJECT OUT KEY --no-receipt
                   data-key    OBJECT OUT KEY
            LOG is a folder or URL. KEY is --data-key FILE, --unit-key FILE, or --register FILE --kek FILE.
            Also: --cosigners N (asked of each checkpoint), --json
            With receipt and log: --timestamp-root FILE (PEM: asks for a timestamp under it) [--untimestamped-suffices]""";

    private final Arguments args;
    private final Trust trust;

    private Verify(Arguments args) throws IOException {
        this.args = args;
        List<String> keys = Files.readAllLines(Path.of(args.word(2)), StandardCharsets.UTF_8).stream()
                .filter(line -> !line.isBlank())
                .toList();
        this.trust = Trust.of(args.word(1), keys, args.cosigners())
                .timestampedUnder(timestampRoots(args), args.flag("--untimestamped-suffices"));
    }

    /** Nothing that is asked for is passed over in silence. */
    private static List<X509Certificate> timestampRoots(Arguments args) throws IOException {
        Optional<String> file = args.option("--timestamp-root");
        boolean used = args.command().equals("receipt") || args.command().equals("log");
        if (!used && (file.isPresent() || args.flag("--untimestamped-suffices"))) {
            throw new IllegalArgumentException(
                    "timestamps are checked with receipt and log, not with " + args.command());
        }
        return file.isEmpty() ? List.of() : TrustedRoots.parse(Files.readAllBytes(Path.of(file.get())));
    }

    /** What was checked of one file. */
    private record Result(String about, Verdict verdict) {}

    /** Prints the checklist and ends the process. */
    public static void main(String[] args) {
        System.exit(run(args, System.out, System.err));
    }

    static int run(String[] words, PrintStream out, PrintStream err) {
        try {
            Arguments args = Arguments.parse(words);
            if (!isComplete(args)) {
                err.println(USAGE);
                return 2;
            }
            return print(results(args), args.flag("--json"), out);
        } catch (NoSuchFileException e) {
            err.println("cannot verify: there is no " + e.getMessage());
            return 2;
        } catch (IOException | IllegalArgumentException e) {
            err.println("cannot verify: " + e.getMessage());
            return 2;
        }
    }

    private static boolean isComplete(Arguments args) {
        int words = args.words().size();
        return switch (args.command()) {
            case "item", "log", "receipt" -> words == 4 || words == 5;
            case "proof" -> words == 5;
            case "decrypt" -> words == (args.flag("--no-receipt") ? 3 : 6);
            case "data-key" -> words == 3;
            case "consistency" -> words == 5 && args.option("--log").isPresent();
            default -> false;
        };
    }

    private static int print(List<Result> results, boolean json, PrintStream out) {
        for (Result result : results) {
            if (json) {
                out.println(result.verdict().json(result.about()));
            } else {
                out.print((results.size() > 1 ? result.about() + "\n" : "")
                        + result.verdict().text()
                        + (results.size() > 1 ? "\n" : ""));
            }
        }
        return results.stream().allMatch(result -> result.verdict().passed()) ? 0 : 1;
    }

    /** What needs neither keys of a log nor a receipt, or all else. */
    private static List<Result> results(Arguments args) throws IOException {
        if (args.words().size() > 3) {
            return new Verify(args).results();
        }
        Decryption decryption = decryption(args, 1);
        Verdict verdict = args.command().equals("decrypt") ? decryption.withoutReceipt() : decryption.dataKey();
        return List.of(new Result(args.word(1), verdict));
    }

    private static Decryption decryption(Arguments args, int object) {
        return new Decryption(Path.of(args.word(object)), Path.of(args.word(object + 1)), Decryption.key(args));
    }

    private List<Result> results() throws IOException {
        String about = args.word(3);
        Path path = Path.of(about);
        return switch (args.command()) {
            case "receipt" -> receipts(path);
            case "item" -> List.of(new Result(about, item(path)));
            case "log" -> List.of(new Result(about, log(about)));
            case "consistency" -> List.of(new Result(about, consistency(path)));
            case "decrypt" -> List.of(new Result(args.word(4), decrypt(path)));
            default -> List.of(new Result(about, proof(path)));
        };
    }

    private List<Result> receipts(Path path) throws IOException {
        if (!Files.isDirectory(path)) {
            return List.of(new Result(path.toString(), receipt(path)));
        }
        if (args.optional(4).isPresent()) {
            throw new IllegalArgumentException("a file goes with one receipt, not with a folder of them");
        }
        List<Path> files;
        try (Stream<Path> all = Files.list(path)) {
            files = all.filter(file -> file.toString().endsWith(".json"))
                    .sorted()
                    .toList();
        }
        if (files.isEmpty()) {
            throw new IOException("no receipt (*.json) in " + path);
        }
        Stream.Builder<Result> results = Stream.builder();
        for (Path file : files) {
            results.add(new Result(file.toString(), receipt(file)));
        }
        return results.build().toList();
    }

    private Verdict receipt(Path path) throws IOException {
        Receipt receipt = Receipt.parse(Files.readAllBytes(path));
        Optional<Digest> file = file();
        ReceiptCheck check = new ReceiptCheck(trust, EventTypeRegistry.builtIn(), args.flag("--promise-suffices"));
        Optional<String> log = args.option("--log");
        return log.isEmpty()
                ? check.check(receipt, file, Optional.empty())
                : reading(log.get(), files -> check.check(receipt, file, Optional.of(files)));
    }

    private Verdict item(Path path) throws IOException {
        ItemHistory history = ItemHistory.parse(Files.readAllBytes(path));
        Optional<ItemHistory> earlier = args.option("--earlier").isPresent()
                ? Optional.of(ItemHistory.parse(
                        Files.readAllBytes(Path.of(args.option("--earlier").get()))))
                : Optional.empty();
        Optional<Digest> file = file();
        ItemCheck check = new ItemCheck(trust, EventTypeRegistry.builtIn());
        Optional<String> log = args.option("--log");
        return log.isEmpty()
                ? check.check(history, file, earlier, Optional.empty())
                : reading(log.get(), files -> check.check(history, file, earlier, Optional.of(files)));
    }

    private Verdict decrypt(Path receipt) throws IOException {
        return decryption(args, 4)
                .against(
                        Receipt.parse(Files.readAllBytes(receipt)),
                        new ReceiptCheck(trust, EventTypeRegistry.builtIn(), false));
    }

    private Verdict log(String place) throws IOException {
        Optional<byte[]> earlier = args.optional(4).isPresent()
                ? Optional.of(Files.readAllBytes(Path.of(args.word(4))))
                : Optional.empty();
        return reading(place, files -> new LogCheck(trust).check(files, earlier));
    }

    private Verdict consistency(Path path) throws IOException {
        byte[] one = Files.readAllBytes(path);
        byte[] other = Files.readAllBytes(Path.of(args.word(4)));
        return reading(
                args.option("--log").orElseThrow(), files -> new ConsistencyCheck(trust).check(one, other, files));
    }

    /** The proof of any tile-based log: the entry is all bytes of a file. */
    private Verdict proof(Path path) throws IOException {
        byte[] entry = Files.readAllBytes(Path.of(args.word(4)));
        ProofCheck.Result result = new ProofCheck(trust).check(TreeHash.leaf(entry), Files.readString(path));
        return new Verdict(
                result.findings(),
                "proves that the log of " + trust.origin()
                        + " holds exactly these bytes; says nothing of what they mean.",
                "proves nothing about these bytes.");
    }

    private Optional<Digest> file() throws IOException {
        if (args.optional(4).isEmpty()) {
            return Optional.empty();
        }
        try (InputStream in = Files.newInputStream(Path.of(args.word(4)))) {
            return Optional.of(Digest.of(DigestAlgorithm.SHA_256, in));
        }
    }

    private static Verdict reading(String place, LogReading reading) throws IOException {
        if (!place.matches("https?://.*")) {
            return reading.check(LogFiles.folder(Path.of(place)));
        }
        try (HttpClient client = HttpClient.newHttpClient()) {
            return reading.check(LogFiles.web(URI.create(place), client));
        }
    }

    /** A check that reads a log. */
    @FunctionalInterface
    private interface LogReading {
        Verdict check(LogFiles files) throws IOException;
    }
}
