package org.aletheia.testimony.vault;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.aletheia.access.AccessGuard;
import org.aletheia.access.IdPages;
import org.aletheia.access.Principal;
import org.aletheia.access.RecordKind;
import org.aletheia.access.approval.TwoPersons;
import org.aletheia.custody.Journal;
import org.aletheia.custody.format.GovernanceEventTypes;
import org.aletheia.kernel.split.ShareSeal;
import org.aletheia.platform.http.Finding;
import org.aletheia.platform.http.Page;
import org.aletheia.platform.http.ProblemException;
import org.aletheia.platform.http.ProblemType;
import org.aletheia.platform.time.Moments;
import org.aletheia.testimony.vault.custodians.Custodian;
import org.aletheia.testimony.vault.custodians.CustodianSchemes;
import org.jspecify.annotations.Nullable;

/**
 * What custodians do: they see that somebody asks for an identity, not whose, take their own share, sealed to them, and give it
 * sealed to the key of that request. They open it on a machine of their own.
 */
@ApplicationScoped
public class CustodianShares {
    private final AccessGuard guard;
    private final CustodianSchemes schemes;
    private final RevealRegister reveals;
    private final ShareRegister register;
    private final Vault vault;
    private final TwoPersons two;
    private final IdPages pages;
    private final Journal journal;
    private final Clock clock;

    CustodianShares(
            AccessGuard guard,
            CustodianSchemes schemes,
            RevealRegister reveals,
            ShareRegister register,
            Vault vault,
            TwoPersons two,
            IdPages pages,
            Journal journal,
            Clock clock) {
        this.guard = guard;
        this.schemes = schemes;
        this.reveals = reveals;
        this.register = register;
        this.vault = vault;
        this.two = two;
        this.pages = pages;
        this.journal = journal;
        this.clock = clock;
    }

    /**
     * A request, as one of its custodians sees it.
     *
     * @param given what the custodian gave for it; null for nothing yet
     */
    public record Call(
            Reveal reveal,
            Reveal.Guarded guarded,
            Custodian custodian,
            @Nullable ShareGiven given) {}

    /** One page of the requests that wait for the caller's share, or have it and can be seen still, by id. */
    public Page<Call> list(@Nullable Integer limit, @Nullable String cursor) {
        UUID caller = guard.principal().member();
        return pages.of(
                "custodian-requests",
                limit,
                cursor,
                (after, most) -> register.waitingFor(caller, clock.instant(), after, most).stream()
                        .flatMap(reveal -> call(reveal).stream())
                        .toList(),
                call -> call.reveal().id());
    }

    /** One. @throws ProblemException {@code not-found}, also for everybody who is not its custodian */
    public Call get(UUID reveal) {
        return reveals.find(reveal)
                .flatMap(this::call)
                .orElseThrow(() -> guard.absent(RecordKind.IDENTITY_REVEAL, reveal));
    }

    /** The caller's share, sealed to them. */
    public CustodianPart part(Call call) {
        return vault.part(call.guarded().split(), call.custodian().number())
                .orElseThrow(() -> new IllegalStateException("an identity was split and a part is not there"));
    }

    /**
     * Gives the caller's share, in the place of what they gave before. One transaction: the share and its event.
     *
     * @param sealed to the key of the request
     * @throws ProblemException {@code not-found}; {@code invalid-request} for what cannot be a sealed share; {@code state-refused}
     *     where the request has expired; {@code second-person-required} for whoever asked, and with {@code
     *     strong-authentication-required} as of {@link TwoPersons#requireOneself}
     */
    public Call give(UUID reveal, byte[] sealed) {
        Call call = get(reveal);
        Principal caller = guard.requirePerson();
        Instant now = Moments.now(clock);
        if (sealed.length != ShareSeal.SEALED_LENGTH) {
            throw new ProblemException(
                    ProblemType.INVALID_REQUEST, Map.of(), List.of(new Finding("/share", "not-a-sealed-share")));
        }
        two.requireOther(call.reveal().requester());
        if (call.reveal().stateAt(now) == RevealState.EXPIRED) {
            throw new ProblemException(ProblemType.STATE_REFUSED);
        }
        two.requireOneself();
        ShareGiven given = new ShareGiven(reveal, call.custodian().number(), caller.member(), sealed, now, null);
        QuarkusTransaction.requiringNew().run(() -> {
            register.put(given);
            journal.append(guard.event(
                            GovernanceEventTypes.CUSTODIAN_SHARE_GIVEN,
                            call.reveal().subject().kind(),
                            call.reveal().subject().id())
                    .detail("reveal", reveal.toString())
                    .detail("scheme", call.guarded().scheme().toString())
                    .build());
        });
        return new Call(call.reveal(), call.guarded(), call.custodian(), given);
    }

    private Optional<Call> call(Reveal reveal) {
        Reveal.Guarded guarded = reveal.guarded();
        UUID caller = guard.principal().member();
        return guarded == null
                ? Optional.empty()
                : schemes.require(guarded.scheme())
                        .custodian(caller)
                        .map(custodian -> new Call(
                                reveal,
                                guarded,
                                custodian,
                                register.of(reveal.id()).stream()
                                        .filter(share -> share.member().equals(caller))
                                        .findFirst()
                                        .orElse(null)));
    }
}
