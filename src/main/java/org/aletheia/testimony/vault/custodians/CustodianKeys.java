package org.aletheia.testimony.vault.custodians;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.aletheia.access.AccessGuard;
import org.aletheia.access.Principal;
import org.aletheia.access.RecordKind;
import org.aletheia.access.approval.TwoPersons;
import org.aletheia.custody.Journal;
import org.aletheia.custody.format.GovernanceEventTypes;
import org.aletheia.kernel.Digest;
import org.aletheia.kernel.split.Hpke;
import org.aletheia.platform.http.Finding;
import org.aletheia.platform.http.ProblemException;
import org.aletheia.platform.http.ProblemType;
import org.aletheia.platform.time.Moments;

/** The public keys to which shares are sealed. Each member registers their own, and nobody another's. */
@ApplicationScoped
public class CustodianKeys {
    private final AccessGuard guard;
    private final CustodianRegister register;
    private final TwoPersons two;
    private final Journal journal;
    private final Clock clock;

    CustodianKeys(AccessGuard guard, CustodianRegister register, TwoPersons two, Journal journal, Clock clock) {
        this.guard = guard;
        this.register = register;
        this.two = two;
        this.journal = journal;
        this.clock = clock;
    }

    /**
     * Registers the caller's, in the place of an earlier one: for schemes that begin from now on.
     *
     * @param key X25519, as RFC 7748 writes it
     * @throws ProblemException {@code forbidden} for a service; {@code invalid-request}; {@code second-person-required} and {@code
     *     strong-authentication-required} as of {@link TwoPersons#requireOneself}
     */
    @Transactional
    public Digest register(byte[] key) {
        Principal caller = guard.requirePerson();
        if (!Hpke.accepts(key)) {
            throw new ProblemException(
                    ProblemType.INVALID_REQUEST, Map.of(), List.of(new Finding("/key", "not-a-public-key")));
        }
        two.requireOneself();
        Digest fingerprint = Digest.sha256(key);
        register.putKey(caller.member(), key, Moments.now(clock));
        journal.append(guard.event(GovernanceEventTypes.CUSTODIAN_KEY_REGISTERED, RecordKind.MEMBER, caller.member())
                .detail("digest", fingerprint.toString())
                .build());
        return fingerprint;
    }

    /** The caller's. @throws ProblemException {@code not-found} */
    @Transactional
    public byte[] own() {
        return register.key(guard.principal().member()).orElseThrow(() -> new ProblemException(ProblemType.NOT_FOUND));
    }
}
