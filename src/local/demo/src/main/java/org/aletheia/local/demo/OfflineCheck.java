package org.aletheia.local.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.aletheia.custody.format.EventTypeRegistry;
import org.aletheia.custody.format.Receipt;
import org.aletheia.kernel.Digest;
import org.aletheia.local.demo.client.Api;
import org.aletheia.local.demo.client.Reply;
import org.aletheia.transparency.NoteVerifierKey;
import org.aletheia.transparency.timestamp.TrustedRoots;
import org.aletheia.verifier.ItemCheck;
import org.aletheia.verifier.ItemHistory;
import org.aletheia.verifier.ReceiptCheck;
import org.aletheia.verifier.Trust;
import org.aletheia.verifier.Verdict;

/**
 * Takes home what the API hands out about one item and checks it with nothing else but the log's published keys: no
 * question to the server is part of the checks themselves.
 */
final class OfflineCheck {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final long PAUSE_MS = 100;

    private final byte[] history;
    private final byte[] receipt;
    private final List<String> keys;
    private final Path timestampRoot;
    private final Trust trust;

    private OfflineCheck(byte[] history, byte[] receipt, List<String> keys, Path timestampRoot) throws IOException {
        this.history = history;
        this.receipt = receipt;
        this.keys = keys;
        this.timestampRoot = timestampRoot;
        // waived: nobody waits here for an authority
        this.trust = Trust.of(NoteVerifierKey.parse(keys.getFirst()).name(), keys, 0)
                .timestampedUnder(TrustedRoots.parse(Files.readAllBytes(timestampRoot)), true);
    }

    /**
     * The item's whole custody chain, the receipt of its bytes, and the keys that the log publishes.
     *
     * @param timestampRoot the root of the stack's timestamp authority
     */
    static OfflineCheck of(Api api, String item, Path timestampRoot) throws IOException, InterruptedException {
        String href = api.get("/api/v1/items/" + item)
                .expect(200)
                .json()
                .at("/receipt/href")
                .asText();
        return new OfflineCheck(
                await(api, "/api/v1/items/" + item + "/history", "\"events\""),
                await(api, href, "\"proof\""),
                api.get("/log/vkeys").expect(200).text().lines().toList(),
                timestampRoot);
    }

    /** A proof can be had once a published checkpoint covers its event: a moment after the answer at most. */
    private static byte[] await(Api api, String path, String member) throws IOException, InterruptedException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        Reply reply = api.get(path);
        while (!(reply.status() == 200 && reply.text().contains(member)) && System.nanoTime() < end) {
            Thread.sleep(PAUSE_MS);
            reply = api.get(path);
        }
        return reply.expect(200).bytes();
    }

    /** Runs every check on the history and on the bytes in hand. */
    Verdict history(byte[] file) {
        return new ItemCheck(trust, EventTypeRegistry.builtIn())
                .check(ItemHistory.parse(history), Optional.of(Digest.sha256(file)));
    }

    /** Runs every check on the receipt and on the bytes in hand. */
    Verdict receipt(byte[] file) throws IOException {
        return new ReceiptCheck(trust, EventTypeRegistry.builtIn(), false)
                .check(Receipt.parse(receipt), Optional.of(Digest.sha256(file)), Optional.empty());
    }

    /** How many events the history has. */
    int events() {
        return ItemHistory.parse(history).entries().size();
    }

    /** Leaves everything in a folder, for the offline verifier; its command line. */
    String keep(Path folder, byte[] file) throws IOException {
        Files.createDirectories(folder);
        Files.write(folder.resolve("history.json"), history);
        Files.write(folder.resolve("receipt.json"), receipt);
        Files.write(folder.resolve("photograph.jpg"), file);
        Files.write(folder.resolve("keys.txt"), keys);
        Files.write(folder.resolve("timestamp-root.pem"), Files.readAllBytes(timestampRoot));
        boolean stamped = !Receipt.parse(receipt).timestamps().isEmpty();
        String java = ProcessHandle.current().info().command().orElse("java");
        return java + " -jar target/aletheia-verify.jar receipt " + trust.origin() + " " + folder.resolve("keys.txt")
                + " " + folder.resolve("receipt.json") + " " + folder.resolve("photograph.jpg")
                + (stamped ? " --timestamp-root " + folder.resolve("timestamp-root.pem") : "");
    }
}
