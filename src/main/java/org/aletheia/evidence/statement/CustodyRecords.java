package org.aletheia.evidence.statement;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.aletheia.custody.ChainEntry;
import org.aletheia.evidence.EvidenceItem;
import org.aletheia.evidence.ItemHistory;
import org.aletheia.evidence.Items;
import org.aletheia.platform.signing.LogNameConfig;

/** Reads what an export or a statement is about. */
@ApplicationScoped
public class CustodyRecords {
    private static final int PAGE = 500;

    private final Items items;
    private final ItemHistory history;
    private final LogNameConfig log;

    CustodyRecords(Items items, ItemHistory history, LogNameConfig log) {
        this.items = items;
        this.history = history;
        this.log = log;
    }

    /**
     * An item with its whole chain of custody, whose fields the caller sees as in every other answer.
     *
     * @throws org.aletheia.platform.http.ProblemException {@code not-found}
     */
    public CustodyRecord read(UUID id) {
        EvidenceItem item = items.read(id);
        List<Step> steps = new ArrayList<>();
        List<ChainEntry> page = history.custody(id, 0, PAGE);
        while (!page.isEmpty()) {
            page.forEach(entry -> steps.add(Step.of(entry)));
            page = page.size() < PAGE
                    ? List.of()
                    : history.custody(id, page.getLast().number(), PAGE);
        }
        return new CustodyRecord(item, log.origin(), steps);
    }
}
