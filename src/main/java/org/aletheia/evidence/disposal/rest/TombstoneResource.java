package org.aletheia.evidence.disposal.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.aletheia.access.RecordKind;
import org.aletheia.custody.ChainEntry;
import org.aletheia.evidence.disposal.Disposals;
import org.aletheia.evidence.disposal.Tombstone;
import org.aletheia.evidence.disposal.Tombstones;
import org.aletheia.evidence.record.PageRequest;
import org.aletheia.platform.http.Page;
import org.aletheia.platform.http.ProblemException;
import org.aletheia.platform.http.ProblemType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

/** What remains of records that were disposed of. Who may call: whoever might have read the record, and who disposes. */
@Path("/api/v1/tombstones/{kind}/{id}")
@Authenticated
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
class TombstoneResource {
    private final Tombstones tombstones;

    TombstoneResource(Tombstones tombstones) {
        this.tombstones = tombstones;
    }

    @GET
    @Operation(
            summary = "That a record was there, by whom it was disposed of, and what its revisions were committed to")
    public View get(@RestPath String kind, @RestPath UUID id) {
        return View.of(tombstones.get(kind(kind), id));
    }

    @GET
    @Path("/events")
    @Operation(summary = "The events of a record that was disposed of; each can be read and proven by its id")
    public Page<Told> events(
            @RestPath String kind,
            @RestPath UUID id,
            @QueryParam("limit") @Nullable Integer limit,
            @QueryParam("cursor") @Nullable String cursor) {
        return tombstones.history(kind(kind), id, PageRequest.of(limit, cursor)).map(Told::of);
    }

    private static RecordKind kind(String code) {
        return Disposals.KINDS.stream()
                .filter(kind -> kind.code().equals(code))
                .findFirst()
                .orElseThrow(() -> new ProblemException(ProblemType.NOT_FOUND));
    }

    /** An event of the history, which {@code /events/{id}} shows. */
    @Schema(name = "DisposedRecordEvent")
    record Told(long number, long index, UUID id, boolean integrated) {
        static Told of(ChainEntry entry) {
            return new Told(entry.number(), entry.index(), entry.eventId(), entry.integrated());
        }
    }

    /** A tombstone. */
    @Schema(name = "Tombstone")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record View(
            String kind,
            UUID id,
            UUID organisation,
            UUID disposal,
            String ground,
            UUID requestedBy,
            UUID approvedBy,
            Instant disposedAt,
            List<Committed> revisions,
            @Nullable Left item) {
        @Schema(name = "TombstoneRevision")
        record Committed(int number, String digest, Instant createdAt) {}

        @Schema(name = "TombstoneItem")
        @JsonInclude(JsonInclude.Include.NON_NULL)
        record Left(
                @Nullable String registrationNumber,
                UUID receiptEvent,
                String digest,
                @Nullable Instant contentRemovedAt) {}

        static View of(Tombstone found) {
            Tombstone.ItemLeft left = found.item();
            return new View(
                    found.kind().code(),
                    found.id(),
                    found.organisation(),
                    found.disposal(),
                    found.ground(),
                    found.requestedBy(),
                    found.approvedBy(),
                    found.disposedAt(),
                    found.revisions().stream()
                            .map(each ->
                                    new Committed(each.number(), each.digest().toString(), each.createdAt()))
                            .toList(),
                    left == null
                            ? null
                            : new Left(
                                    left.registrationNumber(),
                                    left.receiptEvent(),
                                    left.sha256().toString(),
                                    left.contentRemovedAt()));
        }
    }
}
