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
import org.aletheia.testimony.consent.Consent;
import org.aletheia.testimony.consent.Consents;
import org.aletheia.testimony.consent.DoneWithIt;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

/** What was done with what somebody gave. Who may call: whoever may read the consent. */
@Path("/api/v1/consents/{id}/what-was-done")
@Authenticated
@RunOnVirtualThread
class DoneSheetResource {
    private final Consents consents;
    private final DoneWithIt done;
    private final SheetPage page;

    DoneSheetResource(Consents consents, DoneWithIt done, SheetPage page) {
        this.consents = consents;
        this.done = done;
        this.page = page;
    }

    /** Each line names its event, its place in the log and a checkpoint that covers it; in the language as that of the promise sheet. */
    @GET
    @Produces({MediaType.TEXT_HTML, MediaType.TEXT_PLAIN})
    @Operation(
            summary = "What was done with what somebody gave, and what was not honoured; to print, or to be read out")
    public Response get(
            @RestPath UUID id,
            @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) @Nullable String language,
            @Context Request request,
            @Context HttpServerResponse response) {
        RecordVersion<Consent> consent = consents.get(id);
        SheetWords words = page.words(language, consent.content().language());
        return page.answer(new DoneSheet(consent, done.of(id), words).sheet(), request, response);
    }
}
