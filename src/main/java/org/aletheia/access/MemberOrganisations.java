package org.aletheia.access;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.aletheia.access.store.MemberOrganisationStore;
import org.aletheia.platform.http.ETags;
import org.aletheia.platform.http.ProblemException;
import org.aletheia.platform.http.ProblemType;
import org.aletheia.platform.time.Moments;
import org.jspecify.annotations.Nullable;

/** Member organisations: administrators change them; every member may see whom they can share with. */
@ApplicationScoped
public class MemberOrganisations {
    private final AccessGuard guard;
    private final Enrolling enrolling;
    private final MemberOrganisationStore organisations;
    private final Clock clock;

    MemberOrganisations(AccessGuard guard, Enrolling enrolling, MemberOrganisationStore organisations, Clock clock) {
        this.guard = guard;
        this.enrolling = enrolling;
        this.organisations = organisations;
        this.clock = clock;
    }

    /** @throws ProblemException {@code forbidden}, {@code conflict} where the name is taken */
    @Transactional
    public MemberOrganisation enrol(String name) {
        guard.requireAdministrator();
        return enrolling.organisation(name, guard.actor(), Purpose.ADMINISTRATION.code());
    }

    /** @throws ProblemException {@code not-found} */
    @Transactional
    public MemberOrganisation get(UUID id) {
        guard.principal();
        return organisations.find(id).orElseThrow(() -> new ProblemException(ProblemType.NOT_FOUND));
    }

    /** Whether that is one whose enrolment stands. */
    @Transactional
    public boolean isEnrolled(UUID id) {
        guard.principal();
        return organisations.find(id).filter(found -> found.endedAt() == null).isPresent();
    }

    /** Those after an id, in order of ids. */
    @Transactional
    public List<MemberOrganisation> list(UUID after, int limit) {
        guard.principal();
        return organisations.list(after, limit);
    }

    /**
     * Gives it another name.
     *
     * @throws ProblemException {@code forbidden}, {@code not-found}, {@code conflict}, {@code precondition-required},
     *     {@code precondition-failed}
     */
    @Transactional
    public MemberOrganisation rename(UUID id, @Nullable String ifMatch, String name) {
        guard.requireAdministrator();
        MemberOrganisation held = get(id);
        ETags.requireMatch(ifMatch, held.revision());
        Enrolling.unique("member_organisation_name", "/name", () -> {
            if (!organisations.rename(id, held.revision(), name, Moments.now(clock))) {
                throw new ProblemException(ProblemType.PRECONDITION_FAILED);
            }
        });
        return get(id);
    }
}
