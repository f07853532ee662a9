package org.aletheia.codelists;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.aletheia.platform.editions.Edition;
import org.aletheia.platform.http.Findings;
import org.aletheia.platform.http.ProblemException;
import org.aletheia.platform.http.ProblemType;
import org.jspecify.annotations.Nullable;

/**
 * What administrators add to the lists of a release without a new release: codes, labels, days of validity, and lists of
 * their own, such as national law. Rows are added and changed, never removed, since records may use them; what is not to be
 * used any more is retired.
 */
@ApplicationScoped
public class CodeListEditions {
    private final OperatorEditions editions;
    private final CodeListsAtWork work;

    CodeListEditions(OperatorEditions editions, CodeListsAtWork work) {
        this.editions = editions;
        this.work = work;
    }

    /**
     * Adds an edition. Order of effects: first edition and event commit in one transaction; then this replica puts it into
     * force, which the others do at their next look. A crash between leaves it stored, and every replica reads it.
     *
     * @param ifMatch tag of the revision that the edition is based on; not asked of a new list and of a dry run
     * @param dryRun whether everything is checked and nothing stored
     * @param findings what was found wrong with its form already
     * @throws ProblemException {@code forbidden}, {@code invalid-request} with all findings, {@code precondition-required},
     *     {@code precondition-failed}
     */
    public EditionOutcome add(
            String id, @Nullable String ifMatch, boolean dryRun, ListEdition.Given given, Findings findings) {
        EditionOutcome outcome = editions.add(id, ifMatch, dryRun, given, findings);
        if (!dryRun) {
            work.refresh();
        }
        return outcome;
    }

    /**
     * All editions of a list, the first one first.
     *
     * @throws ProblemException {@code forbidden}, {@code not-found} where there is no such list
     */
    public List<Edition<ListEdition>> of(String id) {
        return editions.of(id);
    }

    /**
     * The edition that made that revision of the list.
     *
     * @throws ProblemException {@code forbidden}, {@code not-found}
     */
    public Edition<ListEdition> of(String id, int revision) {
        return editions.of(id).stream()
                .filter(edition -> edition.number() == revision)
                .findFirst()
                .orElseThrow(() -> new ProblemException(ProblemType.NOT_FOUND));
    }
}
