package org.aletheia.parties.store;

import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import java.util.Map;
import org.aletheia.access.FilterQuery;
import org.aletheia.access.RecordFilter;
import org.aletheia.access.RecordKind;
import org.aletheia.evidence.record.store.LinkedRecordStore;
import org.aletheia.parties.PersonLink;

/** Table {@code person_link}. */
@Singleton
public class PersonLinkStore extends LinkedRecordStore<PersonLink, PersonLinkEntity> {
    private static final Map<String, String> ENDS = Map.of("from", "fromId", "to", "toId");

    PersonLinkStore(EntityManager entities) {
        super(entities, RecordKind.PERSON_LINK, PersonLink.class, PersonLinkEntity.class, PersonLinkEntity::new);
    }

    @Override
    protected void fill(PersonLinkEntity target, PersonLink from) {
        target.fromId = from.from().id();
        target.toId = from.to().id();
    }

    @Override
    protected FilterQuery condition(RecordFilter filter, Map<String, Object> asked) {
        return EndColumns.condition(ENDS, filter, asked);
    }

    @Override
    protected Map<String, Object> contained(Map<String, Object> asked) {
        return EndColumns.others(ENDS, asked);
    }
}
