package org.aletheia.parties.store;

import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import org.aletheia.evidence.record.store.LinkedEntity;

@Entity
@Table(name = "capacity")
class CapacityEntity extends LinkedEntity {}
