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
import org.aletheia.access.RecordKind;
import org.aletheia.evidence.EvidenceItem;
import org.aletheia.evidence.Items;
import org.aletheia.evidence.UseRecord;
import org.aletheia.evidence.fixity.Fixity;
import org.aletheia.evidence.fixity.FixityState;
import org.aletheia.evidence.metadata.JsonFields;
import org.aletheia.platform.http.Findings;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestPath;

/** Whether the stored bytes of an item are still those that were received. */
@Path("/api/v1/items/{id}")
@Authenticated
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
class FixityResource {
    private final Items items;
    private final Fixity fixity;
    private final UseRecord use;

    FixityResource(Items items, Fixity fixity, UseRecord use) {
        this.items = items;
        this.fixity = fixity;
        this.use = use;
    }

    @GET
    @Path("/fixity")
    @Operation(summary = "When the stored bytes of an item were read last, and what was found")
    public FixityView get(@RestPath UUID id) {
        EvidenceItem item = items.require(id, AccessIntent.READ_CUSTODY);
        use.viewed(RecordKind.ITEM, id);
        return FixityView.of(fixity.of(item));
    }

    /** Asks for a check soon, of SHA-512 too unless told otherwise. Its outcome is an event, and shown where Location says. */
    @POST
    @Path("/fixity-checks")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Have the stored bytes of an item read again soon")
    public Response request(@RestPath UUID id, JsonNode body) {
        EvidenceItem item = items.require(id, AccessIntent.READ_CONTENT);
        FixityState asked = fixity.request(item, wantsSha512(body));
        return Response.accepted(FixityView.of(asked))
                .location(URI.create("/api/v1/items/" + id + "/fixity"))
                .build();
    }

    private static boolean wantsSha512(JsonNode body) {
        Findings findings = new Findings();
        JsonFields fields = JsonFields.root(body, findings);
        boolean wanted = fields == null || fields.flag("sha512", true);
        if (fields != null) {
            fields.end();
        }
        findings.throwIfAny();
        return wanted;
    }
}
