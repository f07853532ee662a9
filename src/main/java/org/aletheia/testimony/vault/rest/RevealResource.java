package org.aletheia.testimony.vault.rest;

import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Clock;
import java.util.UUID;
import org.aletheia.evidence.record.ChecksFactory;
import org.aletheia.evidence.record.RecordCodec;
import org.aletheia.testimony.vault.Reveal;
import org.aletheia.testimony.vault.Revealed;
import org.aletheia.testimony.vault.Reveals;
import org.jboss.resteasy.reactive.RestPath;

/** Out of the vault. Who may call: members whose role may read identities; approval needs a second one of the owner. */
@Path("/api/v1/identity-reveals")
@Authenticated
@RunOnVirtualThread
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
class RevealResource {
    /** To whom, on which request and when: goes with an identity wherever it is shown. */
    static final String WATERMARK = "Aletheia-Watermark";

    private final Reveals reveals;
    private final ChecksFactory checks;
    private final Clock clock;

    RevealResource(Reveals reveals, ChecksFactory checks, Clock clock) {
        this.reveals = reveals;
        this.checks = checks;
        this.clock = clock;
    }

    @POST
    public Response request(RevealBody body) {
        RevealBody.Asked asked = body.check(checks.begin());
        Reveal made = reveals.request(asked.subject(), asked.purpose(), asked.reason());
        return unstored(Response.created(URI.create("/api/v1/identity-reveals/" + made.id())), view(made));
    }

    @GET
    @Path("/{id}")
    public Response get(@RestPath UUID id) {
        return unstored(Response.ok(), view(reveals.get(id)));
    }

    @POST
    @Path("/{id}/approval")
    @Consumes(MediaType.WILDCARD)
    public Response approve(@RestPath UUID id) {
        return unstored(Response.ok(), view(reveals.approve(id)));
    }

    @POST
    @Path("/{id}/identity")
    @Consumes(MediaType.WILDCARD)
    public Response reveal(@RestPath UUID id) {
        Revealed shown = reveals.reveal(id);
        return unstored(
                Response.ok().header(WATERMARK, shown.watermark().text()), RecordCodec.encode(shown.identity()));
    }

    private RevealView view(Reveal reveal) {
        return RevealView.of(reveal, reveals.reason(reveal).orElse(null), clock.instant());
    }

    private static Response unstored(Response.ResponseBuilder response, Object entity) {
        return response.header(HttpHeaders.CACHE_CONTROL, "no-store")
                .entity(entity)
                .build();
    }
}
