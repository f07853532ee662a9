package org.aletheia.cases.disclosure;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.aletheia.access.AccessIntent;
import org.aletheia.access.RecordKind;
import org.aletheia.cases.CaseFiles;
import org.aletheia.cases.disclosure.DisclosureLine.Decided;
import org.aletheia.cases.disclosure.DisclosureLine.Flagged;
import org.aletheia.cases.store.RegisterRows;
import org.aletheia.evidence.UseRecord;
import org.aletheia.platform.http.ProblemException;

/** Where every item linked to a case stands, for the disclosure officer. */
@ApplicationScoped
public class DisclosureStatus {
    private final CaseFiles files;
    private final DisclosureRegister register;
    private final DisclosureDecisions decisions;
    private final RegisterRows rows;
    private final UseRecord use;

    DisclosureStatus(
            CaseFiles files,
            DisclosureRegister register,
            DisclosureDecisions decisions,
            RegisterRows rows,
            UseRecord use) {
        this.files = files;
        this.register = register;
        this.decisions = decisions;
        this.rows = rows;
        this.use = use;
    }

    /**
     * A line for each item linked to the case that the body holds, by id of the item.
     *
     * @throws ProblemException {@code not-found} to all but the officer
     */
    public List<DisclosureLine> of(UUID caseFile) {
        files.require(AccessIntent.DISCLOSE, caseFile);
        use.viewed(RecordKind.CASE_FILE, caseFile);
        Set<UUID> linked = rows.linked(caseFile);
        Map<UUID, Flagged> flags = rows.flagged(linked);
        Map<UUID, Decided> decided = new HashMap<>();
        decisions
                .all(caseFile)
                .forEach(found -> decided.put(
                        found.content().item(),
                        new Decided(
                                found.id(),
                                found.revision(),
                                found.content().decision(),
                                Instant.parse(found.content().decidedAt()))));
        return register.of(linked).stream()
                .map(entry -> DisclosureLine.of(entry, flags.get(entry.id()), decided.get(entry.id())))
                .toList();
    }
}
