package org.aletheia.reparations;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.aletheia.evidence.record.ListedCode;
import org.aletheia.kernel.CountryCode;
import org.aletheia.kernel.UncertainDate;
import org.aletheia.reparations.claim.By;
import org.aletheia.reparations.claim.ClaimStatus;
import org.aletheia.reparations.claim.Loss;
import org.aletheia.reparations.claim.Money;
import org.aletheia.reparations.claim.Narrative;
import org.aletheia.reparations.claim.Proceedings;
import org.aletheia.reparations.claim.Proof;
import org.aletheia.reparations.claim.ReparationClaim;
import org.jspecify.annotations.Nullable;

/** Claims for tests of the rules. */
public final class SomeClaim {
    public static final UUID CLAIMANT = new UUID(7, 1);
    public static final By OFFICER = new By("2026-03-05T10:00:00Z", new UUID(8, 1), new UUID(9, 1));
    public static final By FILER = new By("2026-03-05T11:00:00Z", new UUID(8, 2), new UUID(9, 2));

    private final List<ListedCode> categories = new ArrayList<>();
    private final List<Loss> losses = new ArrayList<>();
    private final List<Proof> proofs = new ArrayList<>();
    private List<String> facts = List.of();
    private List<UUID> others = List.of();
    private String capacity = "own-behalf";
    private @Nullable UncertainDate date;
    private @Nullable CountryCode country;
    private @Nullable Narrative narrative;
    private ClaimStatus status = ClaimStatus.DRAFT;
    private Proceedings proceedings = Proceedings.NONE;

    public SomeClaim category(String list, String code) {
        categories.add(new ListedCode(list, code, "1", null));
        return this;
    }

    public SomeClaim facts(String... codes) {
        facts = List.of(codes);
        return this;
    }

    public SomeClaim as(String code, UUID... persons) {
        capacity = code;
        others = List.of(persons);
        return this;
    }

    public SomeClaim harmed(String edtf, String iso) {
        date = UncertainDate.parse(edtf);
        country = new CountryCode(iso);
        return this;
    }

    public SomeClaim loss(String head, long amount, String currency) {
        losses.add(new Loss(head, new Money(amount, currency), "own-estimate", List.of(), null));
        return this;
    }

    public SomeClaim loss(Loss loss) {
        losses.add(loss);
        return this;
    }

    public SomeClaim proof(String kind) {
        proofs.add(new Proof(kind, new UUID(5, proofs.size())));
        return this;
    }

    public SomeClaim narrative() {
        narrative = new Narrative(new UUID(5, 99), false, null, null);
        return this;
    }

    public SomeClaim at(ClaimStatus next, Proceedings after) {
        status = next;
        proceedings = after;
        return this;
    }

    public ReparationClaim build() {
        return new ReparationClaim(
                CLAIMANT,
                capacity,
                others,
                categories,
                facts,
                date,
                country,
                List.of(),
                losses,
                List.of(),
                List.of(),
                proofs,
                narrative,
                null,
                List.of(),
                null,
                status,
                proceedings);
    }
}
