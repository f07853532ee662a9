package org.aletheia.testimony.consent.store;

import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.util.UUID;
import org.aletheia.evidence.record.store.LinkedEntity;
import org.jspecify.annotations.Nullable;

@Entity
@SuppressWarnings("NullAway.Init")
@Table(name = "withdrawal_notice")
class WithdrawalNoticeEntity extends LinkedEntity {
    UUID consentId;

    @Nullable
    UUID recipient;

    String state;
}
