package org.aletheia.custody.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.aletheia.custody.format.EventSeed;
import org.aletheia.custody.format.SealedEvent;
import org.aletheia.custody.store.HeadStore;
import org.aletheia.custody.store.LogHead;
import org.aletheia.custody.store.Transactions;
import org.aletheia.platform.objectstore.ObjectStore;
import org.aletheia.transparency.Checkpoint;
import org.aletheia.transparency.EntryBundle;
import org.aletheia.transparency.EntryBundleId;
import org.aletheia.transparency.Frontier;
import org.aletheia.transparency.Hash;
import org.aletheia.transparency.InclusionProof;
import org.aletheia.transparency.Tile;
import org.aletheia.transparency.TileHashReader;
import org.aletheia.transparency.TileId;
import org.aletheia.transparency.TileReader;
import org.aletheia.transparency.Tiles;
import org.aletheia.transparency.TreeHash;
import org.aletheia.transparency.TreeProofs;

/** Verifies everything that the database and the bucket say, from the events up. */
final class WholeLog {
    private static final int LIMIT = 1 << 20;

    private final LogFixture log;
    private final List<Hash> leaves = new ArrayList<>();
    private final List<UUID> events = new ArrayList<>();

    private WholeLog(LogFixture log) {
        this.log = log;
    }

    /** Verifies that these events, and no others, are in the journal, once each, and that the bucket proves all of them. */
    static void verify(LogFixture log, List<UUID> acknowledged) throws SQLException {
        verify(log, acknowledged, 1);
    }

    /** As {@link #verify}, but proves only some of the events. */
    static void verifyWithSomeProofs(LogFixture log, List<UUID> acknowledged) throws SQLException {
        verify(log, acknowledged, 41);
    }

    private static void verify(LogFixture log, List<UUID> acknowledged, int step) throws SQLException {
        WholeLog whole = new WholeLog(log);
        whole.rows();
        assertThat(whole.events).containsExactlyInAnyOrderElementsOf(acknowledged);
        whole.numbers();
        whole.head();
        whole.bucket(step);
    }

    private void rows() throws SQLException {
        try (Connection connection = log.asFollower().getConnection();
                Statement statement = connection.createStatement()) {
            try (ResultSet rows = statement.executeQuery(
                    "select log_index, event_id, seed, entry, canonical from journal order by log_index")) {
                while (rows.next()) {
                    row(rows);
                }
            }
            try (ResultSet row = statement.executeQuery("select count(*) from journal_pending")) {
                row.next();
                assertThat(row.getLong(1)).isZero();
            }
        }
    }

    private void row(ResultSet row) throws SQLException {
        assertThat(row.getLong("log_index")).isEqualTo(leaves.size());
        SealedEvent sealed = SealedEvent.restore(row.getBytes("canonical"), new EventSeed(row.getBytes("seed")));
        assertThat(sealed.entry().bytes()).isEqualTo(row.getBytes("entry"));
        UUID id = row.getObject("event_id", UUID.class);
        assertThat(sealed.event().id()).isEqualTo(id);
        events.add(id);
        leaves.add(TreeHash.leaf(row.getBytes("entry")));
    }

    /** Numbers of each history are 1, 2, 3 … in log order, and every event is in its history. */
    private void numbers() throws SQLException {
        Map<String, Long> last = new HashMap<>();
        long placed = 0;
        try (Connection connection = log.asFollower().getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("""
                    select s.subject_kind, s.subject_id, s.chain, s.number
                    from journal_subject s join journal j using (log_index)
                    where j.subject_ids[1] = s.subject_id and (j.event_group = 'access') = (s.chain = 'access')
                    order by s.log_index""")) {
            while (rows.next()) {
                String key = rows.getString(1) + rows.getString(2) + rows.getString(3);
                assertThat(rows.getLong(4)).isEqualTo(last.merge(key, 1L, Long::sum));
                placed++;
            }
        }
        assertThat(placed).isEqualTo(events.size());
    }

    private void head() {
        LogHead head = new Transactions(log.asFollower()).onConnection(HeadStore::read);
        assertThat(head.frontier()).isEqualTo(Frontier.empty().appendAll(leaves));
        assertThat(head.publishedSize()).isEqualTo(leaves.size());
    }

    private void bucket(int step) {
        String note = new String(log.bucket().readAll("checkpoint", LIMIT), StandardCharsets.UTF_8);
        Checkpoint checkpoint = log.keys().open(note);
        assertThat(checkpoint.head())
                .isEqualTo(Frontier.empty().appendAll(leaves).head());
        ObjectStore bucket = log.bucket();
        for (EntryBundleId id : Tiles.newEntryBundles(0, leaves.size())) {
            int from = (int) id.index() * TileId.FULL_WIDTH;
            assertThat(EntryBundle.parse(bucket.readAll(id.path(), LIMIT)).leafHashes())
                    .isEqualTo(leaves.subList(from, from + id.width()));
        }
        proofs(checkpoint, id -> Tile.parse(id, bucket.readAll(id.path(), LIMIT)), step);
    }

    private void proofs(Checkpoint checkpoint, TileReader tiles, int step) {
        TileHashReader nodes = new TileHashReader(tiles, checkpoint.size());
        TreeProofs proofs = new TreeProofs(nodes);
        for (int index = Math.max(leaves.size() - 1, 0) % step; index < leaves.size(); index += step) {
            InclusionProof proof = proofs.inclusion(index, leaves.size());
            proof.verify(leaves.get(index), checkpoint.root());
        }
    }
}
