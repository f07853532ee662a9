package org.aletheia.evidence;

import java.util.ArrayDeque;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Queue;
import org.aletheia.custody.ChainEntry;
import org.aletheia.custody.Proofs;

/**
 * A chain of custody from its first event to the last that one checkpoint covers, each event with its proof against it. Reads
 * page by page, so that it needs no more memory for a longer chain. Not thread-safe.
 */
public final class ProvenHistory implements Iterator<ProvenHistory.Entry> {
    private static final int PAGE = 20;

    private final Pages pages;
    private final Queue<Entry> read = new ArrayDeque<>();
    private Proofs.Series proofs;
    private long last;
    private boolean whole;

    /** One event with its proof. */
    public record Entry(ChainEntry event, String proof) {}

    /** The events after a number. */
    @FunctionalInterface
    interface Pages {
        List<ChainEntry> after(long number, int limit);
    }

    ProvenHistory(Pages pages, Proofs.Series proofs) {
        this.pages = pages;
        this.proofs = proofs;
    }

    @Override
    public boolean hasNext() {
        if (read.isEmpty() && !whole) {
            readPage();
        }
        return !read.isEmpty();
    }

    @Override
    public Entry next() {
        if (!hasNext()) {
            throw new NoSuchElementException("the history has no more events");
        }
        return read.remove();
    }

    private void readPage() {
        List<ChainEntry> page = pages.after(last, PAGE);
        whole = page.size() < PAGE;
        proofs = proofs.renewed();
        for (ChainEntry event : page) {
            Optional<String> proof = proofs.tlogProof(event.index());
            if (proof.isEmpty()) {
                whole = true; // what follows stands later in the log
                return;
            }
            read.add(new Entry(event, proof.get()));
            last = event.number();
        }
    }
}
