package org.aletheia.incidents.store;

import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.aletheia.access.AccessGuard;
import org.aletheia.access.FilterQuery;
import org.aletheia.access.RecordFilter;
import org.aletheia.access.RecordKind;
import org.aletheia.evidence.record.RecordVersion;
import org.aletheia.evidence.record.store.LinkedRecordStore;
import org.aletheia.incidents.IncidentLink;

/** Table {@code incident_link}. */
@Singleton
public class IncidentLinkStore extends LinkedRecordStore<IncidentLink, IncidentLinkEntity> {
    private final AccessGuard guard;

    IncidentLinkStore(EntityManager entities, AccessGuard guard) {
        super(
                entities,
                RecordKind.INCIDENT_LINK,
                IncidentLink.class,
                IncidentLinkEntity.class,
                IncidentLinkEntity::new);
        this.guard = guard;
    }

    /** At most so many of the standing links that the caller may list at one of these incidents, by id. */
    public List<RecordVersion<IncidentLink>> touching(Collection<UUID> incidents, int limit) {
        if (incidents.isEmpty()) {
            return List.of();
        }
        return found(
                condition(guard.filter(RecordKind.INCIDENT_LINK), Map.of()),
                "(fromId in :ends or toId in :ends) and withdrawn = false",
                Map.of("ends", incidents),
                limit);
    }

    @Override
    protected void fill(IncidentLinkEntity target, IncidentLink from) {
        target.fromId = from.from();
        target.toId = from.to();
        target.relation = from.relation();
        target.withdrawn = from.withdrawn();
    }

    /** Who sees a link is the wall's matter ({@code V25__chains_and_the_missing.sql}): it asks for both ends. */
    @Override
    protected FilterQuery condition(RecordFilter filter, Map<String, Object> containing) {
        if (filter instanceof RecordFilter.Nothing) {
            return FilterQuery.of(filter);
        }
        if (containing.get("ends") instanceof List<?> ends && ends.getFirst() instanceof String end) {
            Map<String, Object> parameters = new HashMap<>(Map.of("end", UUID.fromString(end)));
            return new FilterQuery("(fromId = :end or toId = :end)", parameters);
        }
        return new FilterQuery("(1 = 1)", new HashMap<>());
    }
}
