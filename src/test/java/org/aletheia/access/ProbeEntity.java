package org.aletheia.access;

import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import org.aletheia.platform.persistence.RecordEntity;

/** A record of the tests' own; to the policy it is an incident. */
@Entity
@Table(name = "probe")
class ProbeEntity extends RecordEntity {}
