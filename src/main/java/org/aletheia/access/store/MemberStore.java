package org.aletheia.access.store;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Sort;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.aletheia.access.Member;
import org.aletheia.access.ServiceAccount;

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

    /** Finds a member whose enrolment stands at that time; a service's only while who answers for it is a member, too. */
    public Optional<Member> findStanding(UUID id, Instant now) {
        return find(id).filter(found -> found.stands(now) && answeredFor(found, now));
    }

    private boolean answeredFor(Member member, Instant now) {
        ServiceAccount service = member.standing().service();
        return service == null
                || find(service.owner())
                        .filter(owner ->
                                owner.stands(now) && owner.organisation().equals(member.organisation()))
                        .isPresent();
    }

    /** Whether a token has an enrolment that nobody has ended. */
    public boolean isEnrolled(String issuer, String subject) {
        return rows.count("issuer = ?1 and subject = ?2 and endedAt is null", issuer, subject) > 0;
    }

    /** Members of an organisation after an id, in order of ids. */
    public List<Member> list(UUID organisation, UUID after, int limit) {
        return rows.find("organisation = ?1 and id > ?2", Sort.by("id"), organisation, after).page(0, limit).stream()
                .map(MemberEntity::toDomain)
                .toList();
    }

    /** How many members hold the role code with no end in sight. */
    public long holding(String role) {
        return rows.count(
                "endedAt is null and endsAt is null and cast(sql("
                        + "'aletheia_held_for_good(?, ?, cast(? as text))', roles, roleEnds, ?1) as Boolean)",
                role);
    }

    /**
     * Writes the next revision of a member.
     *
     * @return whether the revision before it was still the current one
     */
    public boolean revise(Member next) {
        MemberEntity held = rows.findById(next.id(), jakarta.persistence.LockModeType.PESSIMISTIC_WRITE);
        if (held == null || held.revision != next.revision() - 1) {
            return false;
        }
        held.take(next.standing());
        held.revision = next.revision();
        held.revisedAt = next.revisedAt();
        held.widenedAt = next.widenedAt();
        held.endedAt = next.endedAt();
        return true;
    }

    private static final class Rows implements PanacheRepositoryBase<MemberEntity, UUID> {}
}
