package org.aletheia.testimony.consent;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.UUID;
import java.util.function.IntConsumer;
import org.aletheia.access.AccessGuard;
import org.aletheia.access.MemberOrganisations;
import org.aletheia.access.Principal;
import org.aletheia.access.RecordKind;
import org.aletheia.custody.Journal;
import org.aletheia.custody.format.EventTypes;
import org.aletheia.evidence.record.Checks;
import org.aletheia.evidence.record.ChecksFactory;
import org.aletheia.evidence.record.RecordCodec;
import org.aletheia.kernel.Digest;
import org.aletheia.platform.http.ProblemException;
import org.aletheia.platform.http.ProblemType;
import org.aletheia.platform.time.Moments;

/** What bodies are, and what they can honour of consents: administrators state it, everybody may know it. */
@ApplicationScoped
public class BodyPromises {
    private final AccessGuard guard;
    private final MemberOrganisations organisations;
    private final PromiseRegister register;
    private final ChecksFactory checks;
    private final Scopes scopes;
    private final Journal journal;
    private final Clock clock;

    BodyPromises(
            AccessGuard guard,
            MemberOrganisations organisations,
            PromiseRegister register,
            ChecksFactory checks,
            Scopes scopes,
            Journal journal,
            Clock clock) {
        this.guard = guard;
        this.organisations = organisations;
        this.register = register;
        this.checks = checks;
        this.scopes = scopes;
        this.journal = journal;
        this.clock = clock;
    }

    /** @param revision 0 where nobody has declared anything */
    public record Stated(BodyPromise promise, int revision) {}

    /** What a body is, as far as anybody said. */
    BodyPromise of(UUID organisation) {
        return stated(organisation).promise();
    }

    /** How far a body can honour a scope; code of {@code promise-standing}. */
    public String standing(BodyPromise promise, String scope) {
        return promise.promises().getOrDefault(scope, scopes.promise(scope));
    }

    /** What was declared of a body. @throws ProblemException {@code not-found} where there is no such body */
    @Transactional
    public Stated get(UUID organisation) {
        return stated(organisations.get(organisation).id());
    }

    /**
     * Declares it. What is shared from then on is judged by it; what was shared stays until that is ended.
     *
     * @throws ProblemException {@code forbidden}, {@code not-found}, {@code invalid-request}, {@code precondition-failed},
     *     and what the precondition throws
     */
    @Transactional
    public Stated declare(UUID organisation, IntConsumer precondition, BodyPromiseBody body) {
        Principal caller = guard.requireAdministrator();
        Stated before = get(organisation);
        precondition.accept(before.revision());
        Checks found = checks.begin();
        BodyPromise said = body.check(organisation, found, scopes);
        if (!register.write(said, before.revision(), caller.member(), Moments.now(clock))) {
            throw new ProblemException(ProblemType.PRECONDITION_FAILED);
        }
        Digest digest = Digest.sha256(RecordCodec.write(said).getBytes(StandardCharsets.UTF_8));
        journal.append(guard.event(EventTypes.PROMISE_DECLARED, RecordKind.MEMBER_ORGANISATION, organisation)
                .detail("revision", before.revision() + 1)
                .detail("digest", digest.toString())
                .build());
        return new Stated(said, before.revision() + 1);
    }

    private Stated stated(UUID organisation) {
        return register.find(organisation)
                .map(found -> new Stated(found.promise(), found.revision()))
                .orElse(new Stated(BodyPromise.none(organisation), 0));
    }
}
