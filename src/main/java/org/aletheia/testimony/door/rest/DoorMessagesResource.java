package org.aletheia.testimony.door.rest;

import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.aletheia.evidence.record.ChecksFactory;
import org.aletheia.evidence.record.PageRequest;
import org.aletheia.platform.http.Page;
import org.aletheia.testimony.door.DoorMail;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jspecify.annotations.Nullable;

/** Messages at a door, for the organisation that gave it. Who may call: whoever attends its doors. */
@Path("/api/v1/doors/{id}/messages")
@Authenticated
@RunOnVirtualThread
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
class DoorMessagesResource {
    private final DoorMail mail;
    private final ChecksFactory checks;

    DoorMessagesResource(DoorMail mail, ChecksFactory checks) {
        this.mail = mail;
        this.checks = checks;
    }

    @GET
    @Operation(summary = "Messages of both sides, oldest first; the person is told when theirs were seen")
    public Page<MessageView> list(
            @RestPath UUID id,
            @QueryParam("limit") @Nullable Integer limit,
            @QueryParam("cursor") @Nullable String cursor) {
        return mail.list(id, PageRequest.of(limit, cursor)).map(MessageView::of);
    }

    @POST
    @Operation(summary = "Leave a message for whoever opens the door")
    public RestResponse<MessageView> send(@RestPath UUID id, MessageBody body) {
        String text = body.read(checks.begin());
        return ResponseBuilder.create(RestResponse.Status.CREATED, MessageView.of(mail.send(id, text)))
                .build();
    }
}
