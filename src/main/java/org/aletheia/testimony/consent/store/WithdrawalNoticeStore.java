package org.aletheia.testimony.consent.store;

import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import org.aletheia.access.RecordKind;
import org.aletheia.evidence.record.store.LinkedRecordStore;
import org.aletheia.testimony.consent.WithdrawalNotice;

/** Table {@code withdrawal_notice}. */
@Singleton
public class WithdrawalNoticeStore extends LinkedRecordStore<WithdrawalNotice, WithdrawalNoticeEntity> {
    WithdrawalNoticeStore(EntityManager entities) {
        super(
                entities,
                RecordKind.WITHDRAWAL_NOTICE,
                WithdrawalNotice.class,
                WithdrawalNoticeEntity.class,
                WithdrawalNoticeEntity::new);
    }

    @Override
    protected void fill(WithdrawalNoticeEntity target, WithdrawalNotice from) {
        target.consentId = from.consent();
        target.recipient = from.recipient();
        target.state = from.state();
    }
}
