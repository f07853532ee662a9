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
import org.aletheia.evidence.record.Checks;
import org.aletheia.evidence.record.ChecksFactory;
import org.aletheia.evidence.record.RecordCodec;
import org.aletheia.testimony.vault.Reveal;
import org.aletheia.testimony.vault.RevealCustodians;
import org.aletheia.testimony.vault.Revealed;
import org.aletheia.testimony.vault.Reveals;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

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
    private final RevealCustodians custodians;
    private final ChecksFactory checks;
    private final Clock clock;

    RevealResource(Reveals reveals, RevealCustodians custodians, ChecksFactory checks, Clock clock) {
        this.reveals = reveals;
        this.custodians = custodians;
        this.checks = checks;
        this.clock = clock;
    }

    @POST
    public Response request(RevealBody body) {
        RevealBody.Asked asked = body.check(checks.begin());
        Reveals.Asked made = reveals.request(asked.subject(), asked.purpose(), asked.reason());
        URI at = URI.create("/api/v1/identity-reveals/" + made.reveal().id());
        return unstored(Response.created(at), view(made.reveal()).with(made.key()));
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
        return shown(reveals.reveal(id, null));
    }

    @POST
    @Path("/{id}/opening")
    @Operation(
            summary = "See an identity that custodians guard, with the key that the request was answered with",
            description = "Once as many gave their shares as are needed, and another member approved.")
    public Response open(@RestPath UUID id, RevealKeyBody body) {
        Checks found = checks.begin();
        byte[] key = Base64Field.read("/key", body.key(), found);
        found.throwIfAny();
        return shown(reveals.reveal(id, key));
    }

    private static Response shown(Revealed shown) {
        return unstored(
                Response.ok().header(WATERMARK, shown.watermark().text()), RecordCodec.encode(shown.identity()));
    }

    private RevealView view(Reveal reveal) {
        return RevealView.of(
                reveal,
                reveals.reason(reveal).orElse(null),
                custodians.progress(reveal).orElse(null),
                clock.instant());
    }

    private static Response unstored(Response.ResponseBuilder response, Object entity) {
        return response.header(HttpHeaders.CACHE_CONTROL, "no-store")
                .entity(entity)
                .build();
    }

    /** @param key as the request was answered with it; not kept */
    @Schema(name = "IdentityRevealKey")
    record RevealKeyBody(@Nullable String key) {
        /** Says nothing of the key. */
        @Override
        public String toString() {
            return "RevealKeyBody[sealed]";
        }
    }
}
