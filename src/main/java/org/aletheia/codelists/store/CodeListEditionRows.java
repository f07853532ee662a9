package org.aletheia.codelists.store;

import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import org.aletheia.codelists.ListEdition;
import org.aletheia.platform.editions.EditionRows;

/** Table {@code code_list_edition}, by the ids of lists. */
@Singleton
public class CodeListEditionRows extends EditionRows<ListEdition, CodeListEditionEntity> {
    CodeListEditionRows(EntityManager entities) {
        super(
                entities,
                ListEdition.class,
                CodeListEditionEntity.class,
                CodeListEditionEntity::new,
                "code_list_edition_revision");
    }
}
