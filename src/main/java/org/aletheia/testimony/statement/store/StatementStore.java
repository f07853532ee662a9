package org.aletheia.testimony.statement.store;

import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import org.aletheia.access.RecordKind;
import org.aletheia.evidence.record.store.LinkedRecordStore;
import org.aletheia.testimony.statement.Statement;

/** Table {@code statement}. */
@Singleton
public class StatementStore extends LinkedRecordStore<Statement, StatementEntity> {
    StatementStore(EntityManager entities) {
        super(entities, RecordKind.STATEMENT, Statement.class, StatementEntity.class, StatementEntity::new);
    }
}
