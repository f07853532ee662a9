package org.aletheia.custody;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.aletheia.custody.format.ReceiptTimestamp;
import org.aletheia.custody.store.ChainStore;
import org.aletheia.custody.store.TimestampStore;
import org.aletheia.custody.store.Transactions;
import org.aletheia.custody.store.TreeStore;
import org.aletheia.custody.timestamping.PublishedTimestamps;
import org.aletheia.transparency.Checkpoint;
import org.aletheia.transparency.InclusionProof;
import org.aletheia.transparency.SignedNote;
import org.aletheia.transparency.TileHashReader;
import org.aletheia.transparency.TlogProof;
import org.aletheia.transparency.TreeProofs;

/** Makes proofs from the journal's rows: a few range scans, whatever the size of the log. */
@ApplicationScoped
class ProofService implements Proofs {
    private final ChainStore journal;
    private final TreeStore rows;
    private final PublishedLog log;
    private final PublishedTimestamps timestamps;

    ProofService(DataSource database, PublishedLog log, PublishedTimestamps timestamps) {
        Transactions transactions = new Transactions(database);
        this.journal = new ChainStore(transactions);
        this.rows = new TreeStore(transactions);
        this.log = log;
        this.timestamps = timestamps;
    }

    @Override
    public Optional<String> tlogProof(UUID eventId) {
        return journal.index(eventId).flatMap(index -> series().flatMap(series -> series.tlogProof(index)));
    }

    @Override
    public Optional<Timestamped> timestamped(UUID eventId) {
        return journal.index(eventId).flatMap(index -> timestamped(index, timestamps.covering(index)));
    }

    private Optional<Timestamped> timestamped(long index, List<TimestampStore.Token> tokens) {
        return tokens.stream()
                .findFirst()
                .flatMap(first -> new OneCheckpoint(SignedNote.parse(first.note())).tlogProof(index))
                .map(proof -> new Timestamped(
                        proof,
                        tokens.stream()
                                .map(token -> ReceiptTimestamp.of(token.authority(), token.token()))
                                .toList()));
    }

    @Override
    public Optional<Series> series() {
        return log.last().map(published -> new OneCheckpoint(SignedNote.parse(published.note())));
    }

    /** Made from what is stored, so each proof is checked against what was signed before it leaves. */
    private final class OneCheckpoint implements Series {
        private final SignedNote note;
        private final Checkpoint checkpoint;
        private final TileHashReader nodes;

        OneCheckpoint(SignedNote note) {
            this.note = note;
            this.checkpoint = Checkpoint.parse(note.text());
            this.nodes = new TileHashReader(rows, checkpoint.size());
        }

        @Override
        public Optional<String> tlogProof(long index) {
            if (index >= checkpoint.size()) {
                return Optional.empty();
            }
            InclusionProof proof = new TreeProofs(nodes).inclusion(index, checkpoint.size());
            proof.verify(nodes.read(0, index), checkpoint.root());
            return Optional.of(TlogProof.of(proof, note).format());
        }

        @Override
        public Series renewed() {
            return new OneCheckpoint(note);
        }
    }
}
