package org.aletheia.resilience;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import org.aletheia.transparency.Checkpoint;
import org.aletheia.transparency.EntryBundle;
import org.aletheia.transparency.EntryBundleId;
import org.aletheia.transparency.Hash;
import org.aletheia.transparency.NoteVerifierKey;
import org.aletheia.transparency.SignedNote;
import org.aletheia.transparency.Tile;
import org.aletheia.transparency.TileHashReader;
import org.aletheia.transparency.TileId;
import org.aletheia.transparency.TreeHash;
import org.aletheia.transparency.TreeHead;
import org.aletheia.transparency.TreeProofs;

/** An outsider who watches the public log over many restarts, trusting only its keys and what he saw before. */
final class LogWatch {

    private static final int BUNDLE = 256;

    private final HttpClient http = HttpClient.newHttpClient();
    private List<NoteVerifierKey> keys = List.of();
    private TreeHead seen = TreeHead.empty();

    /** The log only grew: its present head extends the last one that was seen. */
    void extended(RunningServer server) throws IOException, InterruptedException {
        TreeHead now = head(server);
        assertThat(now.size()).as("size of the log").isGreaterThanOrEqualTo(seen.size());
        if (seen.size() > 0) {
            new TreeProofs(tiles(server, now.size()))
                    .consistency(seen.size(), now.size())
                    .verify(seen.root(), now.root());
        }
        seen = now;
    }

    /** Recomputes the root from every published entry and checks a proof of each; returns how many there are. */
    long verifyEveryEvent(RunningServer server) throws IOException, InterruptedException {
        TreeHead now = head(server);
        List<Hash> leaves = leaves(server, now.size());
        assertThat(TreeHash.root(leaves)).as("root of all entries").isEqualTo(now.root());
        var proofs = new TreeProofs(tiles(server, now.size()));
        for (int i = 0; i < leaves.size(); i++) {
            proofs.inclusion(i, now.size()).verify(leaves.get(i), now.root());
        }
        return now.size();
    }

    private List<Hash> leaves(RunningServer server, long size) throws IOException, InterruptedException {
        var leaves = new ArrayList<Hash>();
        for (long bundle = 0; bundle * BUNDLE < size; bundle++) {
            int width = (int) Math.min(BUNDLE, size - bundle * BUNDLE);
            byte[] bytes = bytes(server, "/log/" + new EntryBundleId(bundle, width).path());
            leaves.addAll(EntryBundle.parse(bytes).leafHashes());
        }
        return leaves;
    }

    private TreeHead head(RunningServer server) throws IOException, InterruptedException {
        SignedNote note = SignedNote.parse(text(server, "/log/checkpoint"));
        Checkpoint checkpoint = Checkpoint.parse(note.text());
        if (keys.isEmpty()) {
            keys = text(server, "/log/vkeys")
                    .lines()
                    .map(NoteVerifierKey::parse)
                    .filter(key -> key.name().equals(checkpoint.origin()))
                    .toList();
        }
        assertThat(note.open(keys)).as("signatures of the checkpoint").hasSize(keys.size());
        return checkpoint.head();
    }

    private TileHashReader tiles(RunningServer server, long size) {
        return new TileHashReader(id -> tile(server, id), size);
    }

    private Tile tile(RunningServer server, TileId id) {
        try {
            return Tile.parse(id, bytes(server, "/log/" + id.path()));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private String text(RunningServer server, String path) throws IOException, InterruptedException {
        return new String(bytes(server, path), java.nio.charset.StandardCharsets.UTF_8);
    }

    private byte[] bytes(RunningServer server, String path) throws IOException, InterruptedException {
        var reply = http.send(HttpRequest.newBuilder(server.at(path)).build(), HttpResponse.BodyHandlers.ofByteArray());
        assertThat(reply.statusCode()).as(path).isEqualTo(200);
        return reply.body();
    }
}
