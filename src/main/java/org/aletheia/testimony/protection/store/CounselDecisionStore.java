package org.aletheia.testimony.protection.store;

import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import java.util.Optional;
import java.util.UUID;
import org.aletheia.access.RecordKind;
import org.aletheia.evidence.record.RecordCodec;
import org.aletheia.evidence.record.store.LinkedRecordStore;
import org.aletheia.testimony.protection.CounselDecision;
import org.aletheia.testimony.protection.DecisionRegister;

/** Table {@code counsel_decision}. */
@Singleton
public class CounselDecisionStore extends LinkedRecordStore<CounselDecision, CounselDecisionEntity>
        implements DecisionRegister {
    private static final String LATEST =
            "select content from CounselDecisionEntity where noteId = :note order by createdAt desc, id desc";

    private final EntityManager entities;

    CounselDecisionStore(EntityManager entities) {
        super(
                entities,
                RecordKind.COUNSEL_DECISION,
                CounselDecision.class,
                CounselDecisionEntity.class,
                CounselDecisionEntity::new);
        this.entities = entities;
    }

    @Override
    protected void fill(CounselDecisionEntity target, CounselDecision from) {
        target.noteId = from.note();
    }

    @Override
    public Optional<CounselDecision> latest(UUID note) {
        return entities.createQuery(LATEST, String.class)
                .setParameter("note", note)
                .setMaxResults(1)
                .getResultStream()
                .findFirst()
                .map(text -> RecordCodec.read(text, CounselDecision.class));
    }
}
