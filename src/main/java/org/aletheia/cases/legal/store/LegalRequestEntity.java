package org.aletheia.cases.legal.store;

import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import org.aletheia.evidence.record.store.LinkedEntity;

@Entity
@Table(name = "legal_request")
class LegalRequestEntity extends LinkedEntity {}
