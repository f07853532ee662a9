package org.aletheia.evidence.rest;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.aletheia.access.AccessGuard;
import org.aletheia.access.IdPages;
import org.aletheia.custody.RevisionView;
import org.aletheia.evidence.Drafts;
import org.aletheia.evidence.EvidenceItem;
import org.aletheia.evidence.ItemDraft;
import org.aletheia.evidence.ItemState;
import org.aletheia.evidence.Items;
import org.aletheia.evidence.record.JoinCounts;
import org.aletheia.evidence.record.RevisionEntry;
import org.aletheia.kernel.Ids;
import org.aletheia.platform.http.Findings;
import org.aletheia.platform.http.Page;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

/** The items of evidence. Any enrolled caller may ask; the access policy decides about each record. */
@Path("/api/v1/items")
@Authenticated
@RunOnVirtualThread
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
class ItemsResource {
    private final Items items;
    private final Drafts drafts;
    private final AccessGuard guard;
    private final IdPages pages;
    private final ItemAnswers answers;
    private final JoinCounts joins;

    ItemsResource(Items items, Drafts drafts, AccessGuard guard, IdPages pages, ItemAnswers answers, JoinCounts joins) {
        this.items = items;
        this.drafts = drafts;
        this.guard = guard;
        this.pages = pages;
        this.answers = answers;
        this.joins = joins;
    }

    @GET
    @Operation(summary = "Items that the caller may see, in order of receipt")
    public Page<ItemView> list(
            @QueryParam("submission") @Nullable String submission,
            @QueryParam("state") @Nullable String state,
            @QueryParam("limit") @Nullable Integer limit,
            @QueryParam("cursor") @Nullable String cursor) {
        Findings findings = new Findings();
        UUID of = submission == null ? null : findings.parse("?submission", () -> Ids.parse(submission));
        ItemState in = state == null ? null : findings.parse("?state", () -> ItemState.parse(state));
        findings.throwIfAny();
        Page<EvidenceItem> page = pages.of(
                "items\n" + of + "\n" + in,
                limit,
                cursor,
                (after, most) -> items.list(of, in, after, most),
                EvidenceItem::id);
        List<UUID> shown = page.items().stream().map(EvidenceItem::id).toList();
        items.shown(shown);
        Map<UUID, Integer> held = joins.of(shown);
        return page.map(item -> ItemView.of(item, Optional.empty(), null, held.get(item.id())));
    }

    @GET
    @Path("/{id}")
    @Operation(summary = "One item with its receipt")
    public Response get(@RestPath UUID id) {
        return answers.found(items.read(id), joins.of(List.of(id)).get(id));
    }

    /** Replaces what is stated about the item; the file stays as received. */
    @PUT
    @Path("/{id}")
    @Operation(summary = "Replace what is stated about an item; the file stays as received")
    public Response revise(
            @RestPath UUID id, @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch, JsonNode body) {
        Items.Revisable item = items.requireRevisable(id);
        ItemDraft draft = drafts.revision(body, item.floor(), item.item(), guard.principal());
        return answers.found(items.revise(id, ifMatch, draft));
    }

    /** Moves the item to another state, with a reason. */
    @POST
    @Path("/{id}/decisions")
    @Operation(summary = "Move an item to another state, with a reason; registration gives it its number")
    public Response decide(
            @RestPath UUID id, @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch, JsonNode body) {
        items.requireAssessable(id);
        return answers.found(items.decide(id, ifMatch, drafts.decision(body)));
    }

    @GET
    @Path("/{id}/revisions")
    @Operation(
            summary = "Revisions of an item, each with what opens its digest; of a shared one those since it is shared")
    public Page<RevisionEntry> revisions(
            @RestPath UUID id,
            @QueryParam("limit") @Nullable Integer limit,
            @QueryParam("cursor") @Nullable String cursor) {
        return pages.byNumber(
                        "item revisions\n" + id,
                        limit,
                        cursor,
                        (after, most) -> items.revisions(id, after, most),
                        RevisionView::number)
                .map(RevisionEntry::of);
    }
}
