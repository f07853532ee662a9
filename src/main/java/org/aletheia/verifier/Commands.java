package org.aletheia.verifier;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.aletheia.custody.format.EventTypeRegistry;
import org.aletheia.custody.format.Receipt;
import org.aletheia.kernel.Digest;
import org.aletheia.kernel.DigestAlgorithm;
import org.aletheia.transparency.TlogPolicy;
import org.aletheia.transparency.TreeHash;
import org.aletheia.transparency.keys.KeyHistory;
import org.aletheia.transparency.timestamp.TrustedRoots;

/** Does what the words of a command line say. */
final class Commands {
    private final Arguments args;
    private final Command command;

    Commands(Arguments args, Command command) {
        this.args = args;
        this.command = command;
    }

    /**
     * One result for each thing that was to be checked.
     *
     * @throws IOException a file cannot be had
     * @throws IllegalArgumentException a file or word is not of its form
     */
    List<Result> run() throws IOException {
        List<Result> results = results();
        if (args.option("--key-history").isEmpty()) {
            return results;
        }
        Finding told = trust().keysTold().orElseThrow();
        return results.stream().map(result -> result.with(told)).toList();
    }

    private List<Result> results() throws IOException {
        return switch (command) {
            case RECEIPT -> receipts();
            case ITEM -> List.of(Result.of(args.word(3), item()));
            case LOG -> List.of(Result.of(args.word(3), log()));
            case CONSISTENCY -> List.of(Result.of(args.word(3), consistency()));
            case PROOF -> List.of(Result.of(args.word(3), proof()));
            case DECRYPT -> List.of(Result.of(args.word(4), decrypt()));
            case DECRYPT_ANYTHING ->
                List.of(Result.of(args.word(1), decryption(1).withoutReceipt()));
            case DATA_KEY -> List.of(Result.of(args.word(1), decryption(1).dataKey()));
            case WITHHOLD ->
                List.of(Result.of(
                        args.word(1), Withholding.write(Path.of(args.word(1)), args.word(2), Path.of(args.word(3)))));
        };
    }

    private List<Result> receipts() throws IOException {
        Path path = Path.of(args.word(3));
        ReceiptFiles receipts = new ReceiptFiles(receiptCheck(args.flag("--promise-suffices")), bytes("--checkpoint"));
        if (!Files.isDirectory(path)) {
            Optional<Digest> file = file();
            return args.option("--log").isEmpty()
                    ? List.of(Result.of(path.toString(), receipts.one(path, file, Optional.empty())))
                    : reading(
                            args.option("--log").get(),
                            log -> List.of(Result.of(path.toString(), receipts.one(path, file, Optional.of(log)))));
        }
        if (args.optional(4).isPresent()) {
            throw new IllegalArgumentException("a file goes with one receipt, not with a folder of them");
        }
        return args.option("--log").isEmpty()
                ? receipts.all(path, Optional.empty())
                : reading(args.option("--log").get(), log -> receipts.all(path, Optional.of(log)));
    }

    private Verdict item() throws IOException {
        ItemHistory history = ItemHistory.parse(Files.readAllBytes(Path.of(args.word(3))));
        Optional<ItemHistory> earlier = bytes("--earlier").map(ItemHistory::parse);
        Optional<Digest> file = file();
        ItemCheck check = new ItemCheck(trust(), EventTypeRegistry.builtIn());
        return args.option("--log").isEmpty()
                ? check.check(history, file, earlier, Optional.empty())
                : reading(args.option("--log").get(), log -> check.check(history, file, earlier, Optional.of(log)));
    }

    private Verdict decrypt() throws IOException {
        Receipt receipt = Receipt.parse(Files.readAllBytes(Path.of(args.word(3))));
        return decryption(4).against(receipt, receiptCheck(false));
    }

    private Decryption decryption(int object) {
        return new Decryption(Path.of(args.word(object)), Path.of(args.word(object + 1)), Decryption.key(args));
    }

    private Verdict log() throws IOException {
        Trust trust = trust();
        Optional<byte[]> earlier = args.optional(4).isPresent()
                ? Optional.of(Files.readAllBytes(Path.of(args.word(4))))
                : Optional.empty();
        return reading(args.word(3), files -> new LogCheck(trust).check(files, earlier));
    }

    private Verdict consistency() throws IOException {
        Trust trust = trust();
        byte[] one = Files.readAllBytes(Path.of(args.word(3)));
        byte[] other = Files.readAllBytes(Path.of(args.word(4)));
        return reading(
                args.option("--log").orElseThrow(), files -> new ConsistencyCheck(trust).check(one, other, files));
    }

    /** The proof of any tile-based log: the entry is all bytes of a file. */
    private Verdict proof() throws IOException {
        Trust trust = trust();
        byte[] entry = Files.readAllBytes(Path.of(args.word(4)));
        String proof = Files.readString(Path.of(args.word(3)));
        return new Verdict(
                new ProofCheck(trust).check(TreeHash.leaf(entry), proof).findings(),
                "proves that the log of " + trust.origin()
                        + " holds exactly these bytes; says nothing of what they mean.",
                "proves nothing about these bytes.");
    }

    private ReceiptCheck receiptCheck(boolean promiseSuffices) throws IOException {
        return new ReceiptCheck(trust(), EventTypeRegistry.builtIn(), promiseSuffices);
    }

    private Trust trust() throws IOException {
        List<String> keys = Files.readAllLines(Path.of(args.word(2)), StandardCharsets.UTF_8).stream()
                .filter(line -> !line.isBlank())
                .toList();
        Trust trust = Trust.of(args.word(1), keys, args.cosigners());
        Optional<byte[]> policy = bytes("--policy");
        Optional<byte[]> roots = bytes("--timestamp-root");
        Optional<byte[]> history = bytes("--key-history");
        Trust cosigned = policy.map(TlogPolicy::parse).map(trust::cosignedAs).orElse(trust);
        return history.map(bytes -> KeyHistory.parse(new String(bytes, StandardCharsets.UTF_8)))
                .map(cosigned::followedBy)
                .orElse(cosigned)
                .timestampedUnder(
                        roots.isEmpty() ? List.of() : TrustedRoots.parse(roots.get()),
                        args.flag("--untimestamped-suffices"));
    }

    /** All bytes of the file that an option names. */
    private Optional<byte[]> bytes(String option) throws IOException {
        Optional<String> file = args.option(option);
        return file.isEmpty() ? Optional.empty() : Optional.of(Files.readAllBytes(Path.of(file.get())));
    }

    private Optional<Digest> file() throws IOException {
        if (args.optional(4).isEmpty()) {
            return Optional.empty();
        }
        try (InputStream in = Files.newInputStream(Path.of(args.word(4)))) {
            return Optional.of(Digest.of(DigestAlgorithm.SHA_256, in));
        }
    }

    private <T> T reading(String place, LogReading<T> reading) throws IOException {
        boolean anyEntries = args.flag("--any-entries");
        if (!place.matches("https?://.*")) {
            return reading.check(LogFiles.folder(Path.of(place), anyEntries));
        }
        try (HttpClient client = HttpClient.newHttpClient()) {
            try {
                return reading.check(LogFiles.web(URI.create(place), client, anyEntries));
            } finally {
                client.shutdownNow(); // an answer that does not end is not waited for
            }
        }
    }

    /** A check that reads a log. */
    @FunctionalInterface
    private interface LogReading<T> {
        T check(LogFiles files) throws IOException;
    }
}
