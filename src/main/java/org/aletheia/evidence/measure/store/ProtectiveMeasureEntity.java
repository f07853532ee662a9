package org.aletheia.evidence.measure.store;

import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import org.aletheia.evidence.record.store.LinkedEntity;

@Entity
@Table(name = "protective_measure")
class ProtectiveMeasureEntity extends LinkedEntity {}
