package org.aletheia.evidence.store;

import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.aletheia.evidence.Deposit;
import org.aletheia.evidence.ItemDraft;
import org.aletheia.evidence.metadata.StoredStatements;
import org.aletheia.platform.persistence.RecordEntity;
import org.hibernate.annotations.ColumnTransformer;
import org.jspecify.annotations.Nullable;

@Entity(name = "Deposit")
@Table(name = "deposit")
@SuppressWarnings("NullAway.Init")
class DepositRow extends RecordEntity {
    public UUID submission;
    public UUID member;

    @ColumnTransformer(read = "metadata::text", write = "?::jsonb")
    public String metadata;

    public Instant expiresAt;
    public @Nullable UUID item;

    static DepositRow of(Deposit deposit) {
        DepositRow row = new DepositRow();
        row.id = deposit.id();
        row.ownerOrg = deposit.ownerOrg();
        row.classification = deposit.draft().protection().classification().code();
        row.compartments = Protected.compartments(deposit.draft().protection());
        row.revision = 1;
        row.createdAt = deposit.createdAt();
        row.revisedAt = deposit.createdAt();
        row.submission = deposit.submission();
        row.member = deposit.member();
        row.metadata = StoredStatements.write(deposit.draft().metadata());
        row.expiresAt = deposit.expiresAt();
        return row;
    }

    Deposit view() {
        return new Deposit(
                id,
                ownerOrg,
                submission,
                member,
                new ItemDraft(StoredStatements.item(metadata), Protected.of(this)),
                createdAt,
                expiresAt,
                item);
    }
}
