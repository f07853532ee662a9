package org.aletheia.access.store;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Sort;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.aletheia.access.Member;
import org.aletheia.access.Standing;
import org.jspecify.annotations.Nullable;

/** Members; every method joins the caller's transaction. */
@ApplicationScoped
public class MemberStore {
    private final Rows rows = new Rows();

    /** Adds; a second standing enrolment of one token breaks {@code member_token} at once. */
    public void add(Member member) {
        rows.persistAndFlush(MemberEntity.of(member));
    }

    /** Finds a member, ended or not. */
    public Optional<Member> find(UUID id) {
        return rows.findByIdOptional(id).map(MemberEntity::toDomain);
    }

    /** Members of an organisation after an id, in order of ids. */
    public List<Member> list(UUID organisation, UUID after, int limit) {
        return rows.find("organisation = ?1 and id > ?2", Sort.by("id"), organisation, after).page(0, limit).stream()
                .map(MemberEntity::toDomain)
                .toList();
    }

    /** How many standing members hold the role code. */
    public long holding(String role) {
        return rows.count("endedAt is null and cast(sql('cast(? as text) = any(?)', ?1, roles) as Boolean)", role);
    }

    /**
     * Writes the next revision of a member.
     *
     * @return whether {@code basedOn} was still the current revision
     */
    public boolean revise(UUID id, int basedOn, Standing standing, Instant at, @Nullable Instant endedAt) {
        MemberEntity held = rows.findById(id, jakarta.persistence.LockModeType.PESSIMISTIC_WRITE);
        if (held == null || held.revision != basedOn) {
            return false;
        }
        held.take(standing);
        held.revision = basedOn + 1;
        held.revisedAt = at;
        held.endedAt = endedAt;
        return true;
    }

    private static final class Rows implements PanacheRepositoryBase<MemberEntity, UUID> {}
}
