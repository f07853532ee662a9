package org.aletheia.incidents.store;

import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import org.aletheia.evidence.record.store.LinkedEntity;

@Entity
@Table(name = "incident")
class IncidentEntity extends LinkedEntity {}
