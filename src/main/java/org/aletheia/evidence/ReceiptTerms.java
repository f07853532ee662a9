package org.aletheia.evidence;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.aletheia.access.MemberOrganisation;
import org.aletheia.access.RecordKind;
import org.aletheia.access.SharingTerms;
import org.aletheia.evidence.metadata.ReceiptConditions;
import org.aletheia.evidence.store.ItemRows;
import org.aletheia.evidence.store.SubmissionRows;
import org.aletheia.platform.http.Finding;

/** The conditions of receipt of a submission, which bind it and its items: an embargo, and the bodies that are named. */
@ApplicationScoped
class ReceiptTerms implements SharingTerms {
    private final SubmissionRows submissions;
    private final ItemRows items;
    private final Clock clock;

    ReceiptTerms(SubmissionRows submissions, ItemRows items, Clock clock) {
        this.submissions = submissions;
        this.items = items;
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

    private List<Finding> against(Optional<UUID> submission, MemberOrganisation grantee) {
        return submission
                .flatMap(submissions::find)
                .map(found -> against(found.statement().conditions(), grantee))
                // terms that cannot be read are not met
                .orElse(List.of(new Finding("/record", "conditions-unknown")));
    }

    private List<Finding> against(ReceiptConditions conditions, MemberOrganisation grantee) {
        List<Finding> found = new ArrayList<>();
        LocalDate embargo = conditions.embargoUntil();
        if (embargo != null
                && LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).isBefore(embargo)) {
            found.add(new Finding("/record", "under-embargo"));
        }
        if (!conditions.mayGoTo(grantee.name())) {
            found.add(new Finding("/grantee", "not-a-named-body"));
        }
        return found;
    }
}
