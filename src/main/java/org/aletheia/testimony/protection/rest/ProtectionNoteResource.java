package org.aletheia.testimony.protection.rest;

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
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.aletheia.evidence.record.PageRequest;
import org.aletheia.evidence.record.RecordAnswers;
import org.aletheia.evidence.record.RecordVersion;
import org.aletheia.evidence.record.RecordView;
import org.aletheia.evidence.record.RevisionEntry;
import org.aletheia.platform.http.ETags;
import org.aletheia.platform.http.Idempotency;
import org.aletheia.platform.http.Page;
import org.aletheia.testimony.protection.ProtectionNote;
import org.aletheia.testimony.protection.ProtectionNoteBody;
import org.aletheia.testimony.protection.ProtectionNotes;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

/** Protection notes. Who may call: protection staff; counsel reads. See the access policy. */
@Path("/api/v1/protection-notes")
@Authenticated
@RunOnVirtualThread
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
class ProtectionNoteResource {
    private final ProtectionNotes notes;

    ProtectionNoteResource(ProtectionNotes notes) {
        this.notes = notes;
    }

    @POST
    public Response create(@HeaderParam(Idempotency.HEADER) @Nullable String key, ProtectionNoteBody body) {
        RecordVersion<ProtectionNote> made = notes.create(key, body);
        return RecordAnswers.created("protection-notes", made, remarks(made));
    }

    /** About one person, of one type, or all that the caller may list. */
    @GET
    public Page<RecordView> list(
            @QueryParam("about") @Nullable UUID about,
            @QueryParam("type") @Nullable String type,
            @QueryParam("limit") @Nullable Integer limit,
            @QueryParam("cursor") @Nullable String cursor) {
        Map<String, Object> asked = new HashMap<>();
        if (about != null) {
            asked.put("about", Map.of("id", about.toString()));
        }
        if (type != null) {
            asked.put("type", type);
        }
        return notes.list(new PageRequest(limit, cursor, asked)).map(found -> RecordView.of(found, remarks(found)));
    }

    @GET
    @Path("/{id}")
    public Response get(@RestPath UUID id) {
        return found(notes.get(id));
    }

    @PUT
    @Path("/{id}")
    public Response revise(
            @RestPath UUID id, @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch, ProtectionNoteBody body) {
        return found(notes.revise(id, current -> ETags.requireMatch(ifMatch, current), body));
    }

    @GET
    @Path("/{id}/revisions")
    public Page<RevisionEntry> revisions(
            @RestPath UUID id,
            @QueryParam("limit") @Nullable Integer limit,
            @QueryParam("cursor") @Nullable String cursor) {
        return notes.history(id, PageRequest.of(limit, cursor));
    }

    private Response found(RecordVersion<ProtectionNote> version) {
        return RecordAnswers.found(version, remarks(version));
    }

    private Map<String, Object> remarks(RecordVersion<ProtectionNote> version) {
        return Map.of("barredFrom", notes.barredFrom(version.id()));
    }
}
