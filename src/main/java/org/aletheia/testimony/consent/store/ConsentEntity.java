package org.aletheia.testimony.consent.store;

import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import org.aletheia.evidence.record.store.LinkedEntity;

@Entity
@Table(name = "consent")
class ConsentEntity extends LinkedEntity {}
