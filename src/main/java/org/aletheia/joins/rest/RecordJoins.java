package org.aletheia.joins.rest;

import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.aletheia.access.RecordKind;
import org.aletheia.evidence.citation.ShownSources;
import org.aletheia.evidence.citation.Sources;
import org.aletheia.evidence.record.PageRequest;
import org.aletheia.evidence.record.RecordAnswers;
import org.aletheia.evidence.record.RecordView;
import org.aletheia.joins.JoinWithdrawals;
import org.aletheia.joins.JoinedRecords;
import org.aletheia.joins.SameRecords;
import org.aletheia.joins.SeenJoin;
import org.aletheia.joins.WithdrawalBody;
import org.aletheia.platform.http.Idempotency;
import org.aletheia.platform.http.Page;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

/**
 * The joins of the records of one kind. Who may call: who may read the record; to withdraw it, members of its owner who may
 * revise it; see the access policy.
 */
abstract class RecordJoins {
    private final SameRecords same;
    private final JoinWithdrawals withdrawals;
    private final JoinedRecords records;
    private final Sources sources;
    private final RecordKind kind;

    RecordJoins(
            SameRecords same, JoinWithdrawals withdrawals, JoinedRecords records, Sources sources, RecordKind kind) {
        this.same = same;
        this.withdrawals = withdrawals;
        this.records = records;
        this.sources = sources;
        this.kind = kind;
    }

    /** What stands: joins that hold the record, and decisions that keep it apart. Those that were undone are not among it. */
    @GET
    @Authenticated
    @RunOnVirtualThread
    @Produces(MediaType.APPLICATION_JSON)
    public List<RecordView> list(@RestPath UUID id) {
        return shown(same.of(kind, id));
    }

    /**
     * A record beside others.
     *
     * @param records each as it stands, with its owner and its own sources; the one that is asked about first
     * @param joins that lead from one to the next
     * @param keptApart decisions that two of them are not the same, if any
     * @param truncated whether it is joined with more than these
     */
    record SideBySide(
            List<RecordView> records, List<RecordView> joins, List<RecordView> keptApart, boolean truncated) {}

    /** The record and those that it is joined with, side by side; nothing of one is made that of another. */
    @GET
    @Path("/side-by-side")
    @Authenticated
    @RunOnVirtualThread
    @Produces(MediaType.APPLICATION_JSON)
    public SideBySide sideBySide(@RestPath UUID id) {
        SameRecords.Same found = same.joinedWith(kind, id);
        // An item is what others cite.
        Map<UUID, ShownSources> cited = kind == RecordKind.ITEM ? Map.of() : sources.shownWith(found.records());
        List<RecordView> each = records.views(kind, found.records()).values().stream()
                .map(view -> with(view, cited.get(view.id())))
                .toList();
        return new SideBySide(each, shown(found.joins()), shown(found.keptApart()), found.truncated());
    }

    /** Takes the record out of one join, or of all that there are and will be, known to the caller or not. */
    @POST
    @Path("/withdrawals")
    @Authenticated
    @RunOnVirtualThread
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    public Response withdraw(
            @RestPath UUID id, @HeaderParam(Idempotency.HEADER) @Nullable String key, WithdrawalBody body) {
        return RecordAnswers.created("join-withdrawals", withdrawals.withdraw(kind, id, key, body));
    }

    /** What the caller's organisation has withdrawn, lifted or not. */
    @GET
    @Path("/withdrawals")
    @Authenticated
    @RunOnVirtualThread
    @Produces(MediaType.APPLICATION_JSON)
    public Page<RecordView> withdrawals(
            @RestPath UUID id,
            @QueryParam("limit") @Nullable Integer limit,
            @QueryParam("cursor") @Nullable String cursor) {
        return withdrawals.of(kind, id, PageRequest.of(limit, cursor)).map(RecordView::of);
    }

    private List<RecordView> shown(List<SeenJoin> joins) {
        return joins.stream().map(join -> JoinView.of(join, records)).toList();
    }

    private static RecordView with(RecordView view, @Nullable ShownSources cited) {
        Map<String, Object> members = new LinkedHashMap<>(view.content());
        if (cited != null) {
            members.putAll(cited.remarks());
        }
        return new RecordView(
                view.id(),
                view.kind(),
                view.organisation(),
                view.classification(),
                view.compartments(),
                view.revision(),
                view.createdAt(),
                view.revisedAt(),
                members);
    }
}
