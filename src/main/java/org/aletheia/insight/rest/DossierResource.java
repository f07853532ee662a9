package org.aletheia.insight.rest;

import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.core.http.HttpServerResponse;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.aletheia.access.RecordKind;
import org.aletheia.access.RecordName;
import org.aletheia.insight.dossier.Dossier;
import org.aletheia.insight.dossier.Dossiers;
import org.aletheia.kernel.Ids;
import org.aletheia.platform.http.AnswerTexts;
import org.aletheia.platform.http.Findings;
import org.aletheia.platform.http.PrintedPage;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jspecify.annotations.Nullable;

/**
 * The dossier on a record. Who may call: whoever may read its content; of the rest they get what they may list. Nothing is
 * changed.
 */
@Path("/api/v1/dossier")
@Authenticated
@RunOnVirtualThread
class DossierResource {
    private static final String JSON = "json";
    private static final String HTML = "html";

    private final Dossiers dossiers;
    private final DossierPage page;

    DossierResource(Dossiers dossiers, DossierPage page) {
        this.dossiers = dossiers;
        this.page = page;
    }

    /** @param format {@code json} (the default) or {@code html} */
    @GET
    @Produces({MediaType.APPLICATION_JSON, MediaType.TEXT_HTML, MediaType.WILDCARD})
    @Operation(
            summary = "What is recorded of a record and around it, with numbered citations",
            description =
                    "format: json, or html (to print, in the language of Accept-Language). Without what may not leave"
                            + " the repository. Involvements are alleged.")
    @APIResponse(
            responseCode = "200",
            description = "OK",
            content =
                    @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = Dossier.class)))
    public Response dossier(
            @QueryParam("kind") @Nullable String kind,
            @QueryParam("id") @Nullable String id,
            @QueryParam("format") @Nullable String format,
            @Context HttpHeaders headers,
            @Context HttpServerResponse response) {
        Findings findings = new Findings();
        RecordKind known = SetBody.kind(findings, "?kind", kind, Dossiers.KINDS);
        UUID record = findings.require(id != null, "?id", "required") && id != null
                ? findings.parse("?id", () -> Ids.parse(id))
                : null;
        boolean print = HTML.equals(format);
        findings.require(
                format == null || print || JSON.equals(format),
                "?format",
                "not-allowed",
                Map.of("allowed", List.of(JSON, HTML)));
        findings.throwIfAny();
        if (known == null || record == null) {
            throw new IllegalStateException("checked");
        }
        Dossier dossier = dossiers.on(new RecordName(known, record));
        if (!print) {
            return Response.ok(dossier, MediaType.APPLICATION_JSON).build();
        }
        String language = AnswerTexts.language(headers.getHeaderString(HttpHeaders.ACCEPT_LANGUAGE));
        return PrintedPage.of(page.render(dossier, language), known.code() + "-" + record, response)
                .build();
    }
}
