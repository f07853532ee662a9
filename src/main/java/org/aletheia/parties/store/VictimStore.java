package org.aletheia.parties.store;

import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import org.aletheia.access.FilterQuery;
import org.aletheia.access.RecordFilter;
import org.aletheia.access.RecordKind;
import org.aletheia.evidence.record.store.LinkedRecordStore;
import org.aletheia.kernel.UncertainDate;
import org.aletheia.parties.Victim;
import org.aletheia.parties.Victims;
import org.jspecify.annotations.Nullable;

/** Table {@code victim}. */
@Singleton
public class VictimStore extends LinkedRecordStore<Victim, VictimEntity> {
    VictimStore(EntityManager entities) {
        super(entities, RecordKind.VICTIM, Victim.class, VictimEntity.class, VictimEntity::new);
    }

    @Override
    protected void fill(VictimEntity target, Victim from) {
        target.majorityFrom = Boolean.TRUE.equals(from.askedAnew()) ? null : firstDay(from.majorityOn());
    }

    @Override
    protected FilterQuery condition(RecordFilter filter, Map<String, Object> asked) {
        FilterQuery access = super.condition(filter, asked);
        if (!(asked.get(Victims.MAJORITY_BEFORE) instanceof String day)) {
            return access;
        }
        Map<String, Object> parameters = new HashMap<>(access.parameters());
        parameters.put("majorityBefore", LocalDate.parse(day));
        return new FilterQuery("(" + access.condition() + " and majorityFrom < :majorityBefore)", parameters);
    }

    @Override
    protected Map<String, Object> contained(Map<String, Object> asked) {
        Map<String, Object> rest = new HashMap<>(asked);
        rest.remove(Victims.MAJORITY_BEFORE);
        return rest;
    }

    private static @Nullable LocalDate firstDay(@Nullable String month) {
        return month == null
                ? null
                : UncertainDate.parse(month)
                        .earliest()
                        .orElseThrow()
                        .atZone(ZoneOffset.UTC)
                        .toLocalDate();
    }
}
