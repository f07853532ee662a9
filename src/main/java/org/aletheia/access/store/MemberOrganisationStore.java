package org.aletheia.access.store;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Sort;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.aletheia.access.MemberOrganisation;

/** Member organisations; every method joins the caller's transaction. */
@ApplicationScoped
public class MemberOrganisationStore {
    private final Rows rows = new Rows();

    /** Adds; a name that is taken breaks {@code member_organisation_name} at once. */
    public void add(MemberOrganisation organisation) {
        rows.persistAndFlush(MemberOrganisationEntity.of(organisation));
    }

    /** Finds one, ended or not. */
    public Optional<MemberOrganisation> find(UUID id) {
        return rows.findByIdOptional(id).map(MemberOrganisationEntity::toDomain);
    }

    /** Those after an id, in order of ids. */
    public List<MemberOrganisation> list(UUID after, int limit) {
        return rows.find("id > ?1", Sort.by("id"), after).page(0, limit).stream()
                .map(MemberOrganisationEntity::toDomain)
                .toList();
    }

    /**
     * Gives it another name.
     *
     * @return whether {@code basedOn} was still the current revision
     */
    public boolean rename(UUID id, int basedOn, String name, Instant at) {
        MemberOrganisationEntity held = rows.findById(id, LockModeType.PESSIMISTIC_WRITE);
        if (held == null || held.revision != basedOn) {
            return false;
        }
        held.name = name;
        held.revision = basedOn + 1;
        held.revisedAt = at;
        rows.flush();
        return true;
    }

    private static final class Rows implements PanacheRepositoryBase<MemberOrganisationEntity, UUID> {}
}
