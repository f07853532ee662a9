package org.aletheia.evidence.terms;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.aletheia.access.AccessGuard;
import org.aletheia.access.Jurisdictions;
import org.aletheia.access.RecordKind;
import org.aletheia.evidence.metadata.ItemTerms;
import org.aletheia.evidence.record.ExportBars;
import org.aletheia.evidence.record.ExportForm;
import org.aletheia.kernel.CountryCode;

/**
 * What the terms of items leave to those who read them. What was received for lead purposes only is read and searched, and
 * is no evidence: nothing cites it, and it is in nothing that is made to be handed on. Nothing leaves by the hand of a body
 * that works where the material may not be used.
 */
@ApplicationScoped
public class UseOfItems implements ExportBars.Kind {
    /** Code of the refusal to cite or export what may guide an inquiry only. */
    public static final String LEADS_ONLY = "lead-purposes-only";

    private final AccessGuard guard;
    private final ItemConditions conditions;
    private final Jurisdictions jurisdictions;

    UseOfItems(AccessGuard guard, ItemConditions conditions, Jurisdictions jurisdictions) {
        this.guard = guard;
        this.conditions = conditions;
        this.jurisdictions = jurisdictions;
    }

    /** Whether an item may be cited by a record, for whatever it says of it. */
    public boolean isEvidence(UUID item) {
        return !conditions.of(item).conditions().leadPurposesOnly();
    }

    /** Why an organisation may not take an item into what it hands on; empty where it may. */
    public List<String> againstExport(UUID item, UUID organisation) {
        return against(conditions.of(item), jurisdictions.of(organisation));
    }

    @Override
    public RecordKind kind() {
        return RecordKind.ITEM;
    }

    @Override
    public boolean barred(UUID id, ExportForm form) {
        return !againstExport(id, guard.principal().organisation()).isEmpty();
    }

    @Override
    public Set<UUID> barred(Collection<UUID> ids, ExportForm form) {
        Map<UUID, ItemTerms> terms = conditions.of(ids);
        Optional<CountryCode> here = jurisdictions.of(guard.principal().organisation());
        Set<UUID> barred = new HashSet<>();
        terms.forEach((id, each) -> {
            if (!against(each, here).isEmpty()) {
                barred.add(id);
            }
        });
        return barred;
    }

    private static List<String> against(ItemTerms terms, Optional<CountryCode> country) {
        List<String> against = new ArrayList<>();
        if (terms.conditions().leadPurposesOnly()) {
            against.add(LEADS_ONLY);
        }
        terms.againstCountry(country).ifPresent(against::add);
        return against;
    }
}
