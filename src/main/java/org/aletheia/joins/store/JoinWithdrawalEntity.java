package org.aletheia.joins.store;

import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.util.UUID;
import org.aletheia.evidence.record.store.LinkedEntity;
import org.jspecify.annotations.Nullable;

@Entity
@SuppressWarnings("NullAway.Init")
@Table(name = "join_withdrawal")
class JoinWithdrawalEntity extends LinkedEntity {
    String ofKind;
    UUID recordId;

    @Nullable
    UUID joinId;

    boolean lifted;
}
