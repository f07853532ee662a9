package org.aletheia.incidents.store;

import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import java.util.Locale;
import org.aletheia.access.RecordKind;
import org.aletheia.evidence.record.store.LinkedRecordStore;
import org.aletheia.incidents.DerivedChildhood;
import org.aletheia.incidents.DerivedChildhood.Likelihood;
import org.aletheia.incidents.Involvement;
import org.jspecify.annotations.Nullable;

/** Table {@code involvement}. The database derives from the dates of others whether each is of a child ({@code V43}). */
@Singleton
public class InvolvementStore extends LinkedRecordStore<Involvement, InvolvementEntity> {
    InvolvementStore(EntityManager entities) {
        super(entities, RecordKind.INVOLVEMENT, Involvement.class, InvolvementEntity.class, InvolvementEntity::new);
    }

    @Override
    protected void fill(InvolvementEntity target, Involvement from) {
        target.actId = from.act();
    }

    @Override
    protected boolean keptBesides(Involvement said) {
        return said.party() != null && said.party().kind() == RecordKind.PERSON;
    }

    @Override
    protected Involvement with(InvolvementEntity row, Involvement said) {
        return said.derived(derived(row.childhood, row.childhoodChanges));
    }

    /** What the columns of a row say. */
    static DerivedChildhood derived(@Nullable String childhood, int changes) {
        Likelihood likelihood =
                childhood == null ? Likelihood.NO : Likelihood.valueOf(childhood.toUpperCase(Locale.ROOT));
        return new DerivedChildhood(likelihood, changes);
    }
}
