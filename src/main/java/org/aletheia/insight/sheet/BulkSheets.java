package org.aletheia.insight.sheet;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.aletheia.access.AccessGuard;
import org.aletheia.access.AccessPolicy;
import org.aletheia.access.Principal;
import org.aletheia.access.RecordFilter;
import org.aletheia.access.RecordKind;
import org.aletheia.access.Role;
import org.aletheia.access.approval.Approval;
import org.aletheia.access.approval.Approvals;
import org.aletheia.access.approval.Matter;
import org.aletheia.access.approval.MatterOfTwo;
import org.aletheia.access.approval.Payload;
import org.jspecify.annotations.Nullable;

/**
 * Sheets of many items leave only as another member of the organisation approved: one who may list items, or counsel. The
 * approval is of exactly these items, whatever the form.
 */
@ApplicationScoped
class BulkSheets implements MatterOfTwo {
    private static final String FORM = "item-sheet";

    private final AccessGuard guard;
    private final AccessPolicy policy;
    private final Approvals approvals;
    private final ExportConfig config;

    BulkSheets(AccessGuard guard, AccessPolicy policy, Approvals approvals, ExportConfig config) {
        this.guard = guard;
        this.policy = policy;
        this.approvals = approvals;
        this.config = config;
    }

    /** Requires that the caller may ask for any at all. @throws org.aletheia.platform.http.ProblemException {@code forbidden} */
    void requireAsking() {
        guard.requirePerson();
    }

    Approval ask(List<UUID> items, String reason) {
        UUID organisation = guard.principal().organisation();
        return approvals.ask(Matter.BULK_EXPORT, organisation, organisation, selection(items), reason);
    }

    /** The approval is used up before anything is shown. */
    void require(List<UUID> items, @Nullable UUID approval) {
        if (items.size() > config.withoutApproval()) {
            approvals.use(Matter.BULK_EXPORT, selection(items), approval);
        }
    }

    private static Payload selection(List<UUID> items) {
        return new Payload(Map.of(
                "form",
                FORM,
                "items",
                items.stream().map(UUID::toString).sorted().toList()));
    }

    @Override
    public Set<Matter> matters() {
        return EnumSet.of(Matter.BULK_EXPORT);
    }

    @Override
    public boolean entitles(Principal who, Approval asked) {
        return who.organisation().equals(asked.ownerOrg())
                && (who.has(Role.COUNSEL) || policy.filter(who, RecordKind.ITEM) instanceof RecordFilter.Matching);
    }

    /** Nothing: whoever asked may fetch the sheet. */
    @Override
    public void execute(Approval approved) {}
}
