package org.aletheia.codelists;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.aletheia.codelists.store.CodeListEditionRows;
import org.aletheia.kernel.Ids;
import org.aletheia.platform.editions.Edition;
import org.aletheia.platform.http.ETags;
import org.aletheia.platform.http.Findings;
import org.aletheia.platform.http.ProblemException;
import org.aletheia.platform.http.ProblemType;
import org.aletheia.platform.time.Moments;
import org.jspecify.annotations.Nullable;

/** The operator's editions of lists, for administrators; an edition and its event commit together. */
@ApplicationScoped
class OperatorEditions {
    private final CodeLists lists;
    private final CodeListOffice office;
    private final CodeListEditionRows store;
    private final Clock clock;

    OperatorEditions(CodeLists lists, CodeListOffice office, CodeListEditionRows store, Clock clock) {
        this.lists = lists;
        this.office = office;
        this.store = store;
        this.clock = clock;
    }

    /** As {@link CodeListEditions#add}; what it stored is not in force yet. */
    @Transactional
    EditionOutcome add(
            String id, @Nullable String ifMatch, boolean dryRun, ListEdition.Given given, Findings findings) {
        UUID by = office.requireAdministrator();
        List<Edition<ListEdition>> before = store.of(id);
        CodeList held = lists.shipped().get(id);
        for (Edition<ListEdition> edition : before) {
            held = EditionFold.over(held, id, edition.content());
        }
        EditionCheck.check(id, held, given, findings);
        findings.throwIfAny();
        EditionOutcome outcome =
                EditionOutcome.between(held, EditionFold.over(held, id, given.edition()), given.edition(), dryRun);
        if (!dryRun) {
            if (held != null) {
                ETags.requireMatch(ifMatch, held.revision());
            }
            UUID subject =
                    before.isEmpty() ? Ids.timeOrdered() : before.getFirst().subject();
            Edition<ListEdition> stored =
                    store.add(subject, id, outcome.revision(), given.edition(), by, Moments.now(clock));
            office.changed(subject, outcome, stored.digest());
        }
        return outcome;
    }

    /** @throws ProblemException {@code forbidden}, {@code not-found} where there is no such list */
    @Transactional
    List<Edition<ListEdition>> of(String id) {
        office.requireAdministrator();
        List<Edition<ListEdition>> editions = store.of(id);
        if (editions.isEmpty() && !lists.shipped().containsKey(id)) {
            throw new ProblemException(ProblemType.NOT_FOUND);
        }
        return editions;
    }
}
