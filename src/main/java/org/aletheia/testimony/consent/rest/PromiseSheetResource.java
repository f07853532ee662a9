package org.aletheia.testimony.consent.rest;

import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.core.http.HttpServerResponse;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.aletheia.evidence.record.RecordVersion;
import org.aletheia.testimony.consent.BodyPromise;
import org.aletheia.testimony.consent.BodyPromises;
import org.aletheia.testimony.consent.Consent;
import org.aletheia.testimony.consent.Consents;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

/** What somebody takes home. Who may call: whoever may read the consent. */
@Path("/api/v1/consents/{id}/promise-sheet")
@Authenticated
@RunOnVirtualThread
class PromiseSheetResource {
    private final Consents consents;
    private final BodyPromises promises;
    private final SheetPage page;

    PromiseSheetResource(Consents consents, BodyPromises promises, SheetPage page) {
        this.consents = consents;
        this.promises = promises;
        this.page = page;
    }

    /** In the language of Accept-Language, else in that of the consent where it is one of the six. */
    @GET
    @Produces({MediaType.TEXT_HTML, MediaType.TEXT_PLAIN})
    @Operation(
            summary = "What somebody agreed to and refused, and what nobody can promise; to print, or to be read out")
    public Response get(
            @RestPath UUID id,
            @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) @Nullable String language,
            @Context Request request,
            @Context HttpServerResponse response) {
        RecordVersion<Consent> consent = consents.get(id);
        SheetWords words = page.words(language, consent.content().language());
        BodyPromise promise = promises.get(consent.ownerOrg()).promise();
        return page.answer(new PromiseSheet(consent, promise, promises, words).sheet(), request, response);
    }
}
