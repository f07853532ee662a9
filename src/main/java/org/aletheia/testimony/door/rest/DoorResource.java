package org.aletheia.testimony.door.rest;

import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.aletheia.evidence.record.PageRequest;
import org.aletheia.evidence.record.RecordAnswers;
import org.aletheia.evidence.record.RecordVersion;
import org.aletheia.evidence.record.RecordView;
import org.aletheia.evidence.record.RevisionEntry;
import org.aletheia.platform.http.ETags;
import org.aletheia.platform.http.Page;
import org.aletheia.testimony.door.Door;
import org.aletheia.testimony.door.DoorBody;
import org.aletheia.testimony.door.DoorMail;
import org.aletheia.testimony.door.Doors;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

/** Doors of people, for the organisation that supports them. Who may call: its documenters and protection staff. */
@Path("/api/v1/doors")
@Authenticated
@RunOnVirtualThread
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
class DoorResource {
    private final Doors doors;
    private final DoorMail mail;

    DoorResource(Doors doors, DoorMail mail) {
        this.doors = doors;
        this.mail = mail;
    }

    @POST
    @Operation(
            summary = "Give somebody a door: the code is in this answer and nowhere else",
            description =
                    "Takes no Idempotency-Key: a repeated request could not show the code again. It is 409 where the"
                            + " person has a door; replace its code then.")
    public Response issue(DoorBody body) {
        return issued(doors.issue(body));
    }

    @GET
    public Page<RecordView> list(
            @QueryParam("subject") @Nullable UUID subject,
            @QueryParam("limit") @Nullable Integer limit,
            @QueryParam("cursor") @Nullable String cursor) {
        Map<String, Object> asked = subject == null ? Map.of() : Map.of("subject", Map.of("id", subject.toString()));
        Page<RecordVersion<Door>> page = doors.list(new PageRequest(limit, cursor, asked));
        Map<UUID, Integer> unread =
                mail.unread(page.items().stream().map(RecordVersion::id).toList());
        return page.map(found -> RecordView.of(found, remarks(found, unread)));
    }

    @GET
    @Path("/{id}")
    public Response get(@RestPath UUID id) {
        RecordVersion<Door> found = doors.get(id);
        return RecordAnswers.found(found, remarks(found, mail.unread(List.of(id))));
    }

    @GET
    @Path("/{id}/revisions")
    public Page<RevisionEntry> revisions(
            @RestPath UUID id,
            @QueryParam("limit") @Nullable Integer limit,
            @QueryParam("cursor") @Nullable String cursor) {
        return doors.history(id, PageRequest.of(limit, cursor));
    }

    @POST
    @Path("/{id}/replacement")
    @Operation(summary = "Give another code, in person: the one before opens nothing any more")
    public Response replace(
            @RestPath UUID id, @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch, Replacement body) {
        return issued(doors.replace(id, current -> ETags.requireMatch(ifMatch, current), body.word()));
    }

    @DELETE
    @Path("/{id}")
    @Operation(summary = "End a door: no code opens it any more; what the person wished stands")
    public void end(@RestPath UUID id) {
        doors.end(id);
    }

    /** @param word that the person chose, the same as before or another */
    record Replacement(@Nullable String word) {
        /** Says nothing of the word. */
        @Override
        public String toString() {
            return "Replacement[sealed]";
        }
    }

    private static Response issued(Doors.Issued issued) {
        return RecordAnswers.created("doors", issued.door(), Map.of("code", issued.code()));
    }

    private static Map<String, Object> remarks(RecordVersion<Door> door, Map<UUID, Integer> unread) {
        return Map.of("unreadMessages", unread.getOrDefault(door.id(), 0));
    }
}
