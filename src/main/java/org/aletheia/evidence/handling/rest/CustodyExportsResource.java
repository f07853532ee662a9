package org.aletheia.evidence.handling.rest;

import com.fasterxml.jackson.databind.ObjectMapper;
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
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.UUID;
import javax.xml.stream.XMLStreamException;
import org.aletheia.evidence.rest.WithheldFields;
import org.aletheia.evidence.statement.CaseDocument;
import org.aletheia.evidence.statement.CustodyRecords;
import org.aletheia.evidence.statement.PremisDocument;
import org.aletheia.evidence.statement.ProvDocument;
import org.aletheia.platform.http.PrintedPage;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

/**
 * The chain of custody of an item in the forms of others, and to print, up to the last published checkpoint: 409 while none
 * covers the first event. All show what the chain shows to the caller, less the fields that {@code withhold} names.
 */
@Path("/api/v1/items/{id}/custody-statement")
@Authenticated
@RunOnVirtualThread
class CustodyExportsResource {
    private static final String JSON_LD = "application/ld+json";

    private final CustodyRecords records;
    private final StatementPage page;
    private final ObjectMapper json;

    CustodyExportsResource(CustodyRecords records, StatementPage page, ObjectMapper json) {
        this.records = records;
        this.page = page;
        this.json = json;
    }

    /** A page to print, in the caller's language. */
    @GET
    @Produces(MediaType.TEXT_HTML)
    @Operation(summary = "The chain of custody of an item, to print")
    public Response statement(
            @RestPath UUID id,
            @QueryParam("withhold") @Nullable String withhold,
            @Context HttpHeaders headers,
            @Context HttpServerResponse response) {
        String language = headers.getHeaderString(HttpHeaders.ACCEPT_LANGUAGE);
        String html = page.render(records.read(id, WithheldFields.parse(withhold)), language);
        return PrintedPage.of(html, "custody-" + id, response).build();
    }

    @GET
    @Path("/premis")
    @Produces(MediaType.APPLICATION_XML)
    @Operation(summary = "The chain of custody of an item as PREMIS 3")
    public Response premis(@RestPath UUID id, @QueryParam("withhold") @Nullable String withhold) {
        ByteArrayOutputStream xml = new ByteArrayOutputStream();
        try {
            PremisDocument.write(records.read(id, WithheldFields.parse(withhold)), xml);
        } catch (XMLStreamException e) {
            throw new IllegalStateException("a chain that cannot be written as XML", e);
        }
        return file(xml.toByteArray(), MediaType.APPLICATION_XML, "premis-" + id + ".xml");
    }

    @GET
    @Path("/case")
    @Produces(JSON_LD)
    @Operation(summary = "The chain of custody of an item as CASE 1.4 (JSON-LD)")
    public Response caseDocument(@RestPath UUID id, @QueryParam("withhold") @Nullable String withhold) {
        return file(
                written(CaseDocument.of(records.read(id, WithheldFields.parse(withhold)))),
                JSON_LD,
                "case-" + id + ".jsonld");
    }

    @GET
    @Path("/prov")
    @Produces(JSON_LD)
    @Operation(summary = "The chain of custody of an item as PROV-O (JSON-LD)")
    public Response prov(@RestPath UUID id, @QueryParam("withhold") @Nullable String withhold) {
        return file(
                written(ProvDocument.of(records.read(id, WithheldFields.parse(withhold)))),
                JSON_LD,
                "prov-" + id + ".jsonld");
    }

    private byte[] written(Map<String, Object> document) {
        try {
            return json.writeValueAsBytes(document);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Response file(byte[] body, String type, String name) {
        return Response.ok(body, type)
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + name + "\"")
                .build();
    }
}
