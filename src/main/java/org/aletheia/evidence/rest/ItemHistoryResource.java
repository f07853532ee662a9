package org.aletheia.evidence.rest;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.core.http.HttpServerResponse;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.function.Function;
import org.aletheia.access.AccessGuard;
import org.aletheia.custody.ChainEntry;
import org.aletheia.evidence.ItemHistory;
import org.aletheia.platform.http.Cursors;
import org.aletheia.platform.http.Page;
import org.aletheia.platform.http.PageLimit;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

/** The two histories of an item, in the order of their numbers. */
@Path("/api/v1/items/{id}")
@Authenticated
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
class ItemHistoryResource {
    private final ItemHistory history;
    private final AccessGuard guard;
    private final Cursors cursors;
    private final ObjectMapper json;

    ItemHistoryResource(ItemHistory history, AccessGuard guard, Cursors cursors, ObjectMapper json) {
        this.history = history;
        this.guard = guard;
        this.cursors = cursors;
        this.json = json;
    }

    /** What was done with the item: possession, handling, transfer, revision. */
    @GET
    @Path("/custody")
    @Operation(summary = "The chain of custody of an item")
    public Page<EventView> custody(
            @RestPath UUID id,
            @QueryParam("limit") @Nullable Integer limit,
            @QueryParam("cursor") @Nullable String cursor) {
        return page("custody\n" + id, limit, cursor, (after, most) -> history.custody(id, after, most), EventView::of);
    }

    /**
     * Everything that a verifier needs beside the file: 409 while no published checkpoint covers the first event. Fields named
     * by {@code withhold}, with commas between, are given as commitments.
     */
    @GET
    @Path("/history")
    @Operation(
            summary = "The whole chain of custody with its proofs, in the format of the offline verifier",
            description =
                    "With withhold=reason,actor these fields are given as commitments, and it verifies all the same.")
    public Response history(
            @RestPath UUID id,
            @QueryParam("withhold") @Nullable String withhold,
            @Context HttpServerResponse response) {
        StreamingOutput body = new HistoryBody(history.proven(id, WithheldFields.parse(withhold)), json, response);
        return Response.ok(body)
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"history-" + id + ".json\"")
                .build();
    }

    /** Who used the item: of the caller's own organisation, and as far as other bodies let its owner know. */
    @GET
    @Path("/access-record")
    @Operation(
            summary = "Who of the caller's organisation used an item; to its owner also what others let them know of")
    public Page<EventView> accessRecord(
            @RestPath UUID id,
            @QueryParam("limit") @Nullable Integer limit,
            @QueryParam("cursor") @Nullable String cursor) {
        return page(
                "access-record\n" + id,
                limit,
                cursor,
                (after, most) -> history.accessRecord(id, after, most),
                EventView::unnumbered);
    }

    private Page<EventView> page(
            String query,
            @Nullable Integer limit,
            @Nullable String cursor,
            Entries entries,
            Function<ChainEntry, EventView> view) {
        int most = PageLimit.of(limit);
        UUID member = guard.principal().member();
        long after = cursor == null ? 0 : Long.parseLong(cursors.open(member, query, cursor));
        List<ChainEntry> found = entries.after(after, most + 1);
        List<ChainEntry> shown = found.subList(0, Math.min(most, found.size()));
        String next = found.size() > most ? cursors.seal(member, query, position(shown.getLast())) : null;
        return new Page<>(shown.stream().map(view).toList(), next);
    }

    /** Of one length always: how long a sealed cursor is must not tell how much lies before it. */
    private static String position(ChainEntry entry) {
        return String.format(Locale.ROOT, "%019d", entry.number());
    }

    private interface Entries {
        List<ChainEntry> after(long number, int most);
    }
}
