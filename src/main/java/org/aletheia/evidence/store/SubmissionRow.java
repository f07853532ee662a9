package org.aletheia.evidence.store;

import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.util.UUID;
import org.aletheia.evidence.Submission;
import org.aletheia.evidence.metadata.StoredStatements;
import org.aletheia.platform.persistence.RecordEntity;
import org.hibernate.annotations.ColumnTransformer;
import org.jspecify.annotations.Nullable;

@Entity(name = "Submission")
@Table(name = "submission")
@SuppressWarnings("NullAway.Init")
class SubmissionRow extends RecordEntity {
    public UUID member;
    public @Nullable UUID handedInBy;

    @ColumnTransformer(read = "statement::text", write = "?::jsonb")
    public String statement;

    static SubmissionRow of(Submission submission) {
        SubmissionRow row = new SubmissionRow();
        row.id = submission.id();
        row.ownerOrg = submission.ownerOrg();
        row.classification = submission.protection().classification().code();
        row.compartments = Protected.compartments(submission.protection());
        row.revision = submission.revision();
        row.createdAt = submission.createdAt();
        row.revisedAt = submission.createdAt();
        row.member = submission.member();
        row.handedInBy = submission.handedInBy();
        row.statement = StoredStatements.write(submission.statement());
        return row;
    }

    Submission view() {
        return new Submission(
                id,
                ownerOrg,
                Protected.of(this),
                revision,
                createdAt,
                member,
                handedInBy,
                StoredStatements.submission(statement));
    }
}
