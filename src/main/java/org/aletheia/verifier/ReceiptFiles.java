package org.aletheia.verifier;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.aletheia.custody.format.Receipt;
import org.aletheia.kernel.Digest;

/** Receipts in files, alone or a folder of them, for which a log is walked once. */
final class ReceiptFiles {
    private final ReceiptCheck check;
    private final Optional<byte[]> checkpoint;

    /** @param checkpoint a signed one that somebody kept */
    ReceiptFiles(ReceiptCheck check, Optional<byte[]> checkpoint) {
        this.check = check;
        this.checkpoint = checkpoint;
    }

    Verdict one(Path path, Optional<Digest> file, Optional<LogFiles> log) throws IOException {
        return check.check(Receipt.parse(Files.readAllBytes(path)), file, log, checkpoint);
    }

    /**
     * Each {@code *.json} in the folder, one that cannot be read without harm to the others; before them the log as a whole.
     *
     * @throws IOException the folder or the log cannot be had, or there is nothing in the folder
     */
    List<Result> all(Path folder, Optional<LogFiles> log) throws IOException {
        List<Path> files = files(folder);
        Map<Path, Receipt> receipts = new HashMap<>();
        Map<Path, String> unreadable = new HashMap<>();
        for (Path path : files) {
            try {
                receipts.put(path, Receipt.parse(Files.readAllBytes(path)));
            } catch (IOException | RuntimeException e) {
                unreadable.put(path, Verify.reason(e));
            }
        }
        List<Result> results = new ArrayList<>();
        Optional<LogSearch> search = log.isEmpty()
                ? Optional.empty()
                : Optional.of(check.search(List.copyOf(receipts.values()), log.get(), checkpoint));
        search.ifPresent(walked -> results.add(Result.of(
                "the log",
                new Verdict(
                        walked.findings(),
                        "the log is the one that was signed; each receipt was looked for in it.",
                        "proves nothing about this log."))));
        ReceiptCheck.Beside beside = new ReceiptCheck.Beside(Optional.empty(), search, checkpoint);
        for (Path path : files) {
            Receipt receipt = receipts.get(path);
            results.add(
                    receipt == null
                            ? Result.unchecked(path.toString(), String.valueOf(unreadable.get(path)))
                            : result(path, receipt, beside));
        }
        return results;
    }

    private Result result(Path path, Receipt receipt, ReceiptCheck.Beside beside) {
        try {
            return Result.of(path.toString(), check.check(receipt, beside));
        } catch (RuntimeException e) {
            return Result.unchecked(path.toString(), Verify.reason(e));
        }
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> all = Files.list(folder)) {
            List<Path> files = all.filter(file -> file.toString().endsWith(".json"))
                    .sorted()
                    .toList();
            if (files.isEmpty()) {
                throw new IOException("no receipt (*.json) in " + folder);
            }
            return files;
        }
    }
}
