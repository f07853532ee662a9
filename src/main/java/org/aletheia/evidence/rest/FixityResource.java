package org.aletheia.evidence.rest;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.UUID;
import org.aletheia.access.AccessIntent;
import org.aletheia.evidence.EvidenceItem;
import org.aletheia.evidence.Items;
import org.aletheia.evidence.fixity.Fixity;
import org.aletheia.evidence.fixity.FixityState;
import org.aletheia.evidence.metadata.JsonFields;
import org.aletheia.platform.http.Findings;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

/** Whether the stored bytes of an item are still those that were received. */
@Path("/api/v1/items/{id}")
@Authenticated
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
class FixityResource {
    private final Items items;
    private final Fixity fixity;

    FixityResource(Items items, Fixity fixity) {
        this.items = items;
        this.fixity = fixity;
    }

    @GET
    @Path("/fixity")
    @Operation(summary = "When the stored bytes of an item were read last, and what was found")
    public View get(@RestPath UUID id) {
        return View.of(fixity.of(items.require(id, AccessIntent.READ_CUSTODY)));
    }

    /** Asks for a check before all that is planned. Its outcome is an event, and shown by the address in Location. */
    @POST
    @Path("/fixity-checks")
    @Consumes({MediaType.APPLICATION_JSON, MediaType.WILDCARD})
    @Operation(summary = "Have the stored bytes of an item read again soon")
    public Response request(@RestPath UUID id, @Nullable JsonNode body) {
        EvidenceItem item = items.require(id, AccessIntent.READ_CONTENT);
        FixityState asked = fixity.request(item, wantsSha512(body));
        return Response.accepted(View.of(asked))
                .location(URI.create("/api/v1/items/" + id + "/fixity"))
                .build();
    }

    private static boolean wantsSha512(@Nullable JsonNode body) {
        if (body == null || body.isMissingNode()) {
            return true;
        }
        Findings findings = new Findings();
        JsonFields fields = JsonFields.root(body, findings);
        boolean wanted = fields != null && fields.flag("sha512", true);
        if (fields != null) {
            fields.end();
        }
        findings.throwIfAny();
        return wanted;
    }

    /**
     * How an item stands.
     *
     * @param checkedAt of receipt, until the bytes are read again for the first time
     * @param outcome {@code success}, {@code fail} or {@code warning} (PREMIS); absent before the first check
     * @param finding code of what is wrong
     * @param event of the last check
     * @param requestedAt since when a check is asked for
     */
    record View(
            UUID item,
            String checkedAt,
            @Nullable String outcome,
            @Nullable String finding,
            @Nullable String event,
            @Nullable String requestedAt) {
        static View of(FixityState state) {
            return new View(
                    state.item(),
                    state.checkedAt().toString(),
                    state.outcome() == null ? null : state.outcome().code(),
                    state.finding(),
                    state.event() == null ? null : "/api/v1/events/" + state.event(),
                    state.requestedAt() == null ? null : state.requestedAt().toString());
        }
    }
}
