package org.aletheia.insight.rest;

import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.core.http.HttpServerResponse;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.aletheia.access.approval.rest.ApprovalView;
import org.aletheia.insight.sheet.ItemSheet;
import org.aletheia.insight.sheet.ItemSheets;
import org.aletheia.insight.sheet.SheetFiles;
import org.aletheia.platform.http.AnswerTexts;
import org.aletheia.platform.http.Findings;
import org.aletheia.platform.http.PrintedPage;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jspecify.annotations.Nullable;

/**
 * Items on a sheet for a court. Who may call: whoever may list each of the items and see its chain of custody. Nothing is
 * changed.
 */
@Path("/api/v1/item-sheet")
@Authenticated
@RunOnVirtualThread
@Consumes(MediaType.APPLICATION_JSON)
class ItemSheetResource {
    private final ItemSheets sheets;
    private final SheetPage page;
    private final Clock clock;

    ItemSheetResource(ItemSheets sheets, SheetPage page, Clock clock) {
        this.sheets = sheets;
        this.page = page;
        this.clock = clock;
    }

    /** In which form a sheet is wanted. */
    enum Form {
        JSON,
        HTML,
        CSV,
        DAT;

        String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * @param format {@code json} (the default), {@code html}, {@code csv} or {@code dat}
     * @param approval id, where the sheet is of many items
     */
    @POST
    @Produces({MediaType.APPLICATION_JSON, MediaType.TEXT_HTML, "text/csv", "text/plain", MediaType.WILDCARD})
    @Operation(
            summary = "A court-ready sheet of items, with a draft declaration of the records custodian for each",
            description = "format: json, html (to print, in the language of Accept-Language), csv (RFC 4180) or dat"
                    + " (Concordance load file)")
    @APIResponse(
            responseCode = "200",
            description = "OK",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = ItemSheet.class)))
    public Response sheet(
            SheetBody body,
            @QueryParam("format") @Nullable String format,
            @QueryParam("approval") @Nullable String approval,
            @Context HttpHeaders headers,
            @Context HttpServerResponse response) {
        Findings findings = new Findings();
        Form form = form(format, findings);
        String language = AnswerTexts.language(headers.getHeaderString(HttpHeaders.ACCEPT_LANGUAGE));
        ItemSheet sheet = body.check(sheets, approval, language, findings);
        return switch (form) {
            case JSON -> answer(Response.ok(sheet, MediaType.APPLICATION_JSON));
            case HTML ->
                PrintedPage.of(page.render(sheet, language), "items", response).build();
            case CSV -> file(SheetFiles.csv(sheet), "text/csv; charset=utf-8; header=present", "items.csv");
            case DAT -> file(SheetFiles.loadFile(sheet), "text/plain; charset=utf-8", "items.dat");
        };
    }

    @POST
    @Path("/approvals")
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Ask that another member approve the sheet of many items; the approval holds for this selection")
    @APIResponse(
            responseCode = "202",
            description = "Another member decides",
            content = @Content(schema = @Schema(implementation = ApprovalView.class)))
    public Response ask(SheetBody body) {
        return ApprovalView.accepted(body.ask(sheets, new Findings()), clock.instant());
    }

    private static Response answer(Response.ResponseBuilder response) {
        return response.header(HttpHeaders.VARY, "Accept-Language").build();
    }

    private static Response file(String text, String type, String name) {
        return Response.ok(text.getBytes(StandardCharsets.UTF_8), type)
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + name + "\"")
                .build();
    }

    private static Form form(@Nullable String given, Findings findings) {
        Optional<Form> known = Arrays.stream(Form.values())
                .filter(each -> given == null || each.code().equals(given))
                .findFirst();
        List<String> allowed = Arrays.stream(Form.values()).map(Form::code).toList();
        findings.require(known.isPresent(), "?format", "not-allowed", Map.of("allowed", allowed));
        return known.orElse(Form.JSON);
    }
}
