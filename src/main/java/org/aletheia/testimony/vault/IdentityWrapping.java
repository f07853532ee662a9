package org.aletheia.testimony.vault;

import io.quarkus.arc.All;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.aletheia.access.RecordKind;
import org.aletheia.access.RecordName;
import org.aletheia.custody.Actor;
import org.aletheia.custody.EventDraft;
import org.aletheia.custody.Journal;
import org.aletheia.custody.Subject;
import org.aletheia.custody.format.GovernanceEventTypes;
import org.aletheia.kernel.Digest;
import org.aletheia.platform.keys.BrokenSealException;
import org.aletheia.platform.keys.UnitKey;
import org.aletheia.platform.time.Moments;
import org.aletheia.testimony.vault.custodians.CustodianScheme;
import org.aletheia.testimony.vault.custodians.CustodianSchemes;
import org.aletheia.testimony.vault.custodians.Wrapping;
import org.aletheia.testimony.vault.custodians.WrappingRegister;
import org.jspecify.annotations.Nullable;

/** Brings identities that open with the person's key alone under the custodians of now, where two decided that. */
@ApplicationScoped
public class IdentityWrapping {
    private static final int BATCH = 100;

    private final Vault vault;
    private final PersonKeys persons;
    private final CustodianSchemes schemes;
    private final WrappingRegister register;
    private final Journal journal;
    private final Clock clock;
    private final List<IdentityWatch> watches;

    IdentityWrapping(
            Vault vault,
            PersonKeys persons,
            CustodianSchemes schemes,
            WrappingRegister register,
            Journal journal,
            Clock clock,
            @All List<IdentityWatch> watches) {
        this.vault = vault;
        this.persons = persons;
        this.schemes = schemes;
        this.register = register;
        this.journal = journal;
        this.clock = clock;
        this.watches = watches;
    }

    private enum Outcome {
        WRAPPED,
        /** The person's key is gone, and with it what it sealed. */
        ERASED,
        /** Somebody stores at the same time, or the scheme ended. */
        LEFT,
        UNOPENED
    }

    /** How many there are yet that open without custodians, those among them whose key was destroyed. */
    public long waiting() {
        return vault.countAlone();
    }

    /**
     * Goes on by some hundred identities, each by itself; at the end of a pass ends the wrapping where nothing was left, or begins
     * another. A crash loses nothing: who was wrapped is not found again, and the pass goes on where it was last noted. Several replicas
     * at once do work twice at worst.
     */
    void proceed() {
        Optional<Wrapping> found = register.underWay();
        if (found.isEmpty()) {
            return;
        }
        Wrapping wrapping = found.get();
        CustodianScheme scheme = schemes.require(wrapping.scheme());
        List<SealedIdentity> batch = vault.alone(subject(wrapping.after()), BATCH);
        int unopened = 0;
        boolean left = false;
        for (SealedIdentity held : batch) {
            Outcome outcome = wrap(held, scheme);
            unopened += outcome == Outcome.UNOPENED ? 1 : 0;
            left |= outcome == Outcome.LEFT;
        }
        if (batch.size() == BATCH) {
            VaultSubject last = batch.getLast().subject();
            register.advance(wrapping, new RecordName(last.kind(), last.id()), unopened, left);
        } else {
            end(wrapping, unopened, left);
        }
    }

    private void end(Wrapping wrapping, int unopened, boolean left) {
        vault.behind(BATCH).forEach(vault::forgetAlone);
        boolean over = !left
                && !wrapping.leftSome()
                && !vault.underWay()
                && vault.behind(1).isEmpty();
        QuarkusTransaction.requiringNew().run(() -> {
            if (!over) {
                register.again(wrapping);
            } else if (register.done(wrapping, unopened, Moments.now(clock))) {
                Subject approval = new Subject(RecordKind.APPROVAL.code(), wrapping.approval());
                journal.append(EventDraft.of(GovernanceEventTypes.CUSTODIANS_WRAPPING_DONE, Actor.SYSTEM, approval)
                        .detail("scheme", wrapping.scheme().toString())
                        .detail("wrapped", wrapped(wrapping))
                        .detail("unopened", wrapping.unopened() + unopened)
                        .build());
            }
        });
    }

    /** By now, those of this round too. */
    private int wrapped(Wrapping wrapping) {
        return register.find(wrapping.scheme()).map(Wrapping::wrapped).orElse(wrapping.wrapped());
    }

    /**
     * Order of durable effects, as of {@link Identities#store}: 1. shares and sealed version in the vault, where nobody reads it yet;
     * 2. in one transaction the event and the count; 3. what others made of the identity goes; 4. the version becomes the one to be
     * read; 5. the earlier ones, which open without custodians, are emptied. A crash after 1, 2 or 3 leaves a version that is never
     * read, and the next pass does it again; after 4, what 5 did not do the end of the pass does.
     */
    private Outcome wrap(SealedIdentity held, CustodianScheme scheme) {
        VaultSubject subject = held.subject();
        Optional<UnitKey> key = persons.living(held);
        if (key.isEmpty()) {
            return Outcome.ERASED;
        }
        int version = vault.lastVersion(subject) + 1;
        SplitSeal split;
        try {
            split = SplitSeal.of(key.get(), subject, version, IdentitySeal.open(key.get(), held), scheme);
        } catch (BrokenSealException e) {
            return Outcome.UNOPENED;
        }
        vault.putParts(split.id(), split.parts());
        SealedIdentity sealed = split.sealed();
        if (!vault.putAgain(sealed, held.version())
                || !QuarkusTransaction.requiringNew().call(() -> told(sealed, scheme))) {
            return Outcome.LEFT;
        }
        watches.forEach(watch -> watch.guarded(subject));
        vault.confirm(sealed);
        vault.forgetAlone(subject);
        return Outcome.WRAPPED;
    }

    private boolean told(SealedIdentity sealed, CustodianScheme scheme) {
        if (!register.count(scheme.id())) {
            return false;
        }
        Subject subject =
                new Subject(sealed.subject().kind().code(), sealed.subject().id());
        journal.append(EventDraft.of(GovernanceEventTypes.IDENTITY_WRAPPED, Actor.SYSTEM, subject)
                .revision(Digest.sha256(sealed.sealed()))
                .detail("scheme", scheme.id().toString())
                .detail("version", sealed.version())
                .build());
        return true;
    }

    private static @Nullable VaultSubject subject(@Nullable RecordName name) {
        return name == null ? null : new VaultSubject(name.kind(), name.id());
    }
}
