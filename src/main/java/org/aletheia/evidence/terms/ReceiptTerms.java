package org.aletheia.evidence.terms;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.aletheia.access.AccessIntent;
import org.aletheia.access.Jurisdictions;
import org.aletheia.access.MemberOrganisation;
import org.aletheia.access.RecordKind;
import org.aletheia.access.RecordName;
import org.aletheia.access.SharingTerms;
import org.aletheia.evidence.metadata.ItemTerms;
import org.aletheia.evidence.metadata.ReceiptConditions;
import org.aletheia.evidence.store.ConditionRows;
import org.aletheia.evidence.store.ItemRows;
import org.aletheia.evidence.store.SubmissionRows;
import org.aletheia.evidence.terms.store.AssuranceRows;
import org.aletheia.platform.http.Finding;

/**
 * The terms of a submission, which bind it and its items: an embargo, a day of return, the bodies that are named, the
 * countries that are allowed, and that no death penalty follows. A day begins at midnight in UTC.
 */
@ApplicationScoped
class ReceiptTerms implements SharingTerms {
    private final SubmissionRows submissions;
    private final ItemRows items;
    private final ConditionRows conditions;
    private final AssuranceRows assurances;
    private final Jurisdictions jurisdictions;
    private final UseOfItems use;
    private final Clock clock;

    ReceiptTerms(
            SubmissionRows submissions,
            ItemRows items,
            ConditionRows conditions,
            AssuranceRows assurances,
            Jurisdictions jurisdictions,
            UseOfItems use,
            Clock clock) {
        this.submissions = submissions;
        this.items = items;
        this.conditions = conditions;
        this.assurances = assurances;
        this.jurisdictions = jurisdictions;
        this.use = use;
        this.clock = clock;
    }

    @Override
    public List<Finding> against(RecordKind kind, UUID record, MemberOrganisation grantee) {
        return switch (kind) {
            case SUBMISSION -> against(Optional.of(record), grantee);
            case ITEM -> against(items.find(record).map(item -> item.version().submission()), grantee);
            default -> List.of();
        };
    }

    /** The start of the day of return: from then on nobody reads it through a share. */
    @Override
    public Optional<Instant> until(RecordKind kind, UUID record) {
        return kind == RecordKind.SUBMISSION || kind == RecordKind.ITEM
                ? conditions.returnBy(kind, record).map(day -> day.atStartOfDay(ZoneOffset.UTC)
                        .toInstant())
                : Optional.empty();
    }

    @Override
    public List<String> againstUse(RecordName record, AccessIntent intent, UUID organisation) {
        if (record.kind() != RecordKind.ITEM) {
            return List.of();
        }
        return switch (intent) {
            case LINK -> use.isEvidence(record.id()) ? List.of() : List.of(UseOfItems.LEADS_ONLY);
            case EXPORT -> use.againstExport(record.id(), organisation);
            default -> List.of();
        };
    }

    private List<Finding> against(Optional<UUID> submission, MemberOrganisation grantee) {
        return submission
                .flatMap(submissions::find)
                .map(found -> against(ItemTerms.of(found.statement()), grantee))
                // terms that cannot be read are not met
                .orElse(List.of(new Finding("/record", "conditions-unknown")));
    }

    private List<Finding> against(ItemTerms terms, MemberOrganisation grantee) {
        ReceiptConditions set = terms.conditions();
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        List<Finding> found = new ArrayList<>();
        if (set.embargoUntil() != null && today.isBefore(set.embargoUntil())) {
            found.add(new Finding("/record", "under-embargo"));
        }
        if (set.returnBy() != null && !today.isBefore(set.returnBy())) {
            found.add(new Finding("/record", "to-be-returned"));
        }
        if (!set.mayGoTo(grantee.name())) {
            found.add(new Finding("/grantee", "not-a-named-body"));
        }
        terms.againstCountry(jurisdictions.of(grantee.id()))
                .ifPresent(code -> found.add(new Finding("/grantee", code)));
        if (set.noDeathPenalty() && !assurances.stands(grantee.id())) {
            found.add(new Finding("/grantee", "no-assurance"));
        }
        return found;
    }
}
