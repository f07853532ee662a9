package org.aletheia.testimony.vault;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.aletheia.access.AccessGuard;
import org.aletheia.custody.Journal;
import org.aletheia.custody.format.GovernanceEventTypes;
import org.aletheia.kernel.Digest;
import org.aletheia.kernel.split.Hpke;
import org.aletheia.kernel.split.ShareSeal;
import org.aletheia.kernel.split.SplitSecret.Share;
import org.aletheia.platform.http.Finding;
import org.aletheia.platform.http.ProblemException;
import org.aletheia.platform.http.ProblemType;
import org.aletheia.platform.time.Moments;
import org.aletheia.testimony.vault.custodians.CustodianSchemes;
import org.jspecify.annotations.Nullable;

/** What a reveal needs of custodians, and how far it has it. */
@ApplicationScoped
public class RevealCustodians {
    private final AccessGuard guard;
    private final CustodianSchemes schemes;
    private final ShareRegister register;
    private final Vault vault;
    private final Journal journal;
    private final Clock clock;

    RevealCustodians(
            AccessGuard guard,
            CustodianSchemes schemes,
            ShareRegister register,
            Vault vault,
            Journal journal,
            Clock clock) {
        this.guard = guard;
        this.schemes = schemes;
        this.register = register;
        this.vault = vault;
        this.journal = journal;
        this.clock = clock;
    }

    /**
     * How far it is.
     *
     * @param needed custodians
     * @param given by so many, of as many organisations, and not found to be wrong
     * @param wrong custodians, by member, whose share was found to be none and who gave no other
     */
    public record Progress(int needed, int given, List<UUID> wrong) {
        boolean enough() {
            return given >= needed;
        }
    }

    /** How far; empty where it needs none. */
    public Optional<Progress> progress(Reveal reveal) {
        return Optional.ofNullable(reveal.guarded()).map(guarded -> {
            List<ShareGiven> given = register.of(reveal.id());
            return new Progress(
                    schemes.require(guarded.scheme()).needed(),
                    (int) given.stream().filter(ShareGiven::counts).count(),
                    given.stream()
                            .filter(share -> !share.counts())
                            .map(ShareGiven::member)
                            .toList());
        });
    }

    /** Requires that as many gave a share as are needed; whether it is one shows only with the key of the request. */
    void requireGiven(Reveal reveal) {
        progress(reveal).filter(progress -> !progress.enough()).ifPresent(progress -> {
            throw missing(progress);
        });
    }

    /**
     * The shares, exactly as many as are needed, each held against its commitment. A wrong one is left out, noted for its
     * custodian and told in the log; the request goes on.
     *
     * @param key the private key of the request, which only whoever asked has
     * @throws ProblemException {@code invalid-request} for another key; {@code custodians-required} where there are too few
     */
    List<Share> open(Reveal reveal, Reveal.Guarded guarded, byte @Nullable [] key) {
        if (key == null) {
            throw missing(progress(reveal).orElseThrow());
        }
        if (!Hpke.matches(guarded.publicKey(), key)) {
            throw new ProblemException(
                    ProblemType.INVALID_REQUEST, Map.of(), List.of(new Finding("/key", "not-the-key-of-this-reveal")));
        }
        Map<Integer, Digest> commitments = vault.commitments(guarded.split());
        List<Share> right = new ArrayList<>();
        List<ShareGiven> wrong = new ArrayList<>();
        for (ShareGiven given : register.of(reveal.id())) {
            ShareSeal seal = new ShareSeal(guarded.split(), given.number());
            seal.openGiven(reveal.id(), key, given.sealed())
                    .filter(share -> seal.commitment(share).equals(commitments.get(given.number())))
                    .ifPresentOrElse(right::add, () -> wrong.add(given));
        }
        tellWrong(reveal, guarded, wrong.stream().filter(ShareGiven::counts).toList());
        int needed = schemes.require(guarded.scheme()).needed();
        if (right.size() < needed) {
            throw missing(new Progress(
                    needed, right.size(), wrong.stream().map(ShareGiven::member).toList()));
        }
        right.subList(needed, right.size()).forEach(spare -> Arrays.fill(spare.bytes(), (byte) 0));
        return right.subList(0, needed);
    }

    private void tellWrong(Reveal reveal, Reveal.Guarded guarded, List<ShareGiven> wrong) {
        Instant now = Moments.now(clock);
        for (ShareGiven share : wrong) {
            QuarkusTransaction.requiringNew().run(() -> {
                if (register.wrong(share, now)) {
                    journal.append(guard.event(
                                    GovernanceEventTypes.CUSTODIAN_SHARE_WRONG,
                                    reveal.subject().kind(),
                                    reveal.subject().id())
                            .detail("reveal", reveal.id().toString())
                            .detail("scheme", guarded.scheme().toString())
                            .detail("custodian", share.member().toString())
                            .build());
                }
            });
        }
    }

    private static ProblemException missing(Progress progress) {
        return new ProblemException(
                ProblemType.CUSTODIANS_REQUIRED,
                Map.of(
                        "needed",
                        progress.needed(),
                        "given",
                        progress.given(),
                        "wrong",
                        progress.wrong().stream().map(UUID::toString).toList()));
    }
}
