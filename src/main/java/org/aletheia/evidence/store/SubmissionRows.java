package org.aletheia.evidence.store;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Sort;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.aletheia.access.FilterQuery;
import org.aletheia.access.RecordFilter;
import org.aletheia.evidence.Submission;

/** Submissions. Every method joins the caller's transaction or makes a short one. */
@ApplicationScoped
public class SubmissionRows {
    private final Rows rows = new Rows();

    /** Adds. */
    @Transactional
    public void add(Submission submission) {
        rows.persist(SubmissionRow.of(submission));
    }

    /** Finds one that row-level security shows. */
    @Transactional
    public Optional<Submission> find(UUID id) {
        return rows.findByIdOptional(id).map(SubmissionRow::view);
    }

    /** Those that the filter lets the caller list, after an id, in order of ids. */
    @Transactional
    public List<Submission> list(RecordFilter filter, UUID after, int limit) {
        FilterQuery query = FilterQuery.of(filter);
        query.parameters().put("after", after);
        return rows
                .find(query.condition() + " and id > :after", Sort.by("id"), query.parameters())
                .page(0, limit)
                .stream()
                .map(SubmissionRow::view)
                .toList();
    }

    private static final class Rows implements PanacheRepositoryBase<SubmissionRow, UUID> {}
}
