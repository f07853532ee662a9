package org.aletheia.evidence.statement;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.aletheia.custody.ChainEntry;
import org.aletheia.custody.PublishedLog;
import org.aletheia.custody.PublishedLog.Published;
import org.aletheia.custody.format.EventField;
import org.aletheia.evidence.EvidenceItem;
import org.aletheia.evidence.ItemHistory;
import org.aletheia.evidence.Items;
import org.aletheia.evidence.ReceivedFile;
import org.aletheia.platform.http.ProblemException;
import org.aletheia.platform.http.ProblemType;
import org.aletheia.transparency.SignedNote;

/** Reads what an export or a statement is about. */
@ApplicationScoped
public class CustodyRecords {
    private static final int PAGE = 500;

    private final Items items;
    private final ItemHistory history;
    private final PublishedLog log;

    CustodyRecords(Items items, ItemHistory history, PublishedLog log) {
        this.items = items;
        this.history = history;
        this.log = log;
    }

    /**
     * An item with its chain of custody up to the last published checkpoint, whose fields the caller sees as in every other
     * answer.
     *
     * @param withheld fields that whoever it is handed on to shall not see
     * @throws ProblemException {@code not-found}; {@code proof-pending} while no published checkpoint covers the first event
     */
    public CustodyRecord read(UUID id, Set<EventField> withheld) {
        EvidenceItem item = items.read(id);
        Published published = log.last().orElseThrow(() -> new ProblemException(ProblemType.PROOF_PENDING));
        List<Step> steps = steps(id, withheld, published.size());
        if (steps.isEmpty()) {
            throw new ProblemException(ProblemType.PROOF_PENDING);
        }
        Optional<ReceivedFile> file = withheld.contains(EventField.DETAIL)
                ? Optional.empty()
                : Optional.of(item.version().file());
        return new CustodyRecord(
                SignedNote.parse(published.note()),
                file.map(ReceivedFile::mediaType),
                file.flatMap(received -> Optional.ofNullable(received.detected())),
                steps);
    }

    /** What is later in the chain is later in the log. */
    private List<Step> steps(UUID id, Set<EventField> withheld, long size) {
        List<Step> steps = new ArrayList<>();
        List<ChainEntry> page = history.custody(id, 0, PAGE, withheld);
        while (!page.isEmpty()) {
            page.stream().filter(entry -> entry.index() < size).map(Step::of).forEach(steps::add);
            boolean whole = page.size() < PAGE || page.getLast().index() >= size;
            page = whole ? List.of() : history.custody(id, page.getLast().number(), PAGE, withheld);
        }
        return steps;
    }
}
