package org.aletheia.custody;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.aletheia.custody.store.ChainStore;
import org.aletheia.custody.store.Transactions;
import org.aletheia.custody.store.TreeStore;
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

    ProofService(DataSource database, PublishedLog log) {
        Transactions transactions = new Transactions(database);
        this.journal = new ChainStore(transactions);
        this.rows = new TreeStore(transactions);
        this.log = log;
    }

    @Override
    public Optional<String> tlogProof(UUID eventId) {
        return journal.index(eventId).flatMap(index -> log.last()
                .filter(published -> index < published.size())
                .map(published -> prove(index, SignedNote.parse(published.note()))));
    }

    /** Made from what is stored, so it is checked against what was signed before it leaves. */
    private String prove(long index, SignedNote note) {
        Checkpoint checkpoint = Checkpoint.parse(note.text());
        TileHashReader nodes = new TileHashReader(rows, checkpoint.size());
        InclusionProof proof = new TreeProofs(nodes).inclusion(index, checkpoint.size());
        proof.verify(nodes.read(0, index), checkpoint.root());
        return TlogProof.of(proof, note).format();
    }
}
