package org.aletheia.codelists.store;

import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import org.aletheia.platform.editions.EditionEntity;

@Entity
@Table(name = "code_list_edition")
@AttributeOverride(name = "name", column = @Column(name = "list"))
@AttributeOverride(name = "number", column = @Column(name = "revision"))
class CodeListEditionEntity extends EditionEntity {}
