package org.aletheia.testimony.protection.store;

import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import org.aletheia.evidence.record.store.LinkedEntity;

@Entity
@Table(name = "protection_note")
class ProtectionNoteEntity extends LinkedEntity {}
