package org.aletheia.cases.store;

import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import org.aletheia.access.RecordKind;
import org.aletheia.cases.disclosure.DisclosureCertificate;
import org.aletheia.evidence.record.store.LinkedRecordStore;

/** Table {@code disclosure_certificate}. */
@Singleton
public class DisclosureCertificateStore extends LinkedRecordStore<DisclosureCertificate, DisclosureCertificateEntity> {
    DisclosureCertificateStore(EntityManager entities) {
        super(
                entities,
                RecordKind.DISCLOSURE_CERTIFICATE,
                DisclosureCertificate.class,
                DisclosureCertificateEntity.class,
                DisclosureCertificateEntity::new);
    }

    @Override
    protected void fill(DisclosureCertificateEntity target, DisclosureCertificate from) {
        target.caseId = from.caseFile();
    }
}
