package org.aletheia.testimony.statement.store;

import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import org.aletheia.evidence.record.store.LinkedEntity;

@Entity
@Table(name = "statement")
class StatementEntity extends LinkedEntity {}
