package org.aletheia.testimony.statement.rest;

import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.aletheia.evidence.record.PageRequest;
import org.aletheia.evidence.record.RecordAnswers;
import org.aletheia.evidence.record.RecordVersion;
import org.aletheia.evidence.record.RecordView;
import org.aletheia.evidence.record.RevisionEntry;
import org.aletheia.platform.http.ETags;
import org.aletheia.platform.http.Idempotency;
import org.aletheia.platform.http.Page;
import org.aletheia.testimony.statement.Statement;
import org.aletheia.testimony.statement.StatementAudience;
import org.aletheia.testimony.statement.StatementBody;
import org.aletheia.testimony.statement.Statements;
import org.aletheia.testimony.statement.VersionBody;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

/** Statements. Who may call: members whose role grants the intent on the kind; see the access policy. */
@Path("/api/v1/statements")
@Authenticated
@RunOnVirtualThread
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
class StatementResource {
    private final Statements statements;
    private final StatementAudience audience;

    StatementResource(Statements statements, StatementAudience audience) {
        this.statements = statements;
        this.audience = audience;
    }

    @POST
    public Response create(
            @HeaderParam(Idempotency.HEADER) @Nullable String key,
            StatementBody body,
            @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) @Nullable String language) {
        RecordVersion<Statement> made = statements.create(key, body);
        return inOneLanguage(RecordAnswers.created("statements", made, remarks(made, language)));
    }

    /** Of one person, of one kind, or all that the caller may list. */
    @GET
    public Page<RecordView> list(
            @QueryParam("givenBy") @Nullable UUID givenBy,
            @QueryParam("kind") @Nullable String kind,
            @QueryParam("limit") @Nullable Integer limit,
            @QueryParam("cursor") @Nullable String cursor,
            @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) @Nullable String language) {
        Map<String, Object> asked = new HashMap<>();
        if (givenBy != null) {
            asked.put("givenBy", Map.of("id", givenBy.toString()));
        }
        if (kind != null) {
            asked.put("kind", kind);
        }
        return statements
                .list(new PageRequest(limit, cursor, asked))
                .map(found -> RecordView.of(found, remarks(found, language)));
    }

    @GET
    @Path("/{id}")
    public Response get(@RestPath UUID id, @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) @Nullable String language) {
        return found(statements.get(id), language);
    }

    @PUT
    @Path("/{id}")
    public Response revise(
            @RestPath UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            StatementBody body,
            @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) @Nullable String language) {
        return found(statements.revise(id, current -> ETags.requireMatch(ifMatch, current), body), language);
    }

    /** Adds a version; those before it stay. */
    @POST
    @Path("/{id}/versions")
    public Response add(
            @RestPath UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            VersionBody body,
            @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) @Nullable String language) {
        return found(statements.add(id, current -> ETags.requireMatch(ifMatch, current), body), language);
    }

    @GET
    @Path("/{id}/revisions")
    public Page<RevisionEntry> revisions(
            @RestPath UUID id,
            @QueryParam("limit") @Nullable Integer limit,
            @QueryParam("cursor") @Nullable String cursor) {
        return statements.history(id, PageRequest.of(limit, cursor));
    }

    private Response found(RecordVersion<Statement> version, @Nullable String language) {
        return inOneLanguage(RecordAnswers.found(version, remarks(version, language)));
    }

    private Map<String, Object> remarks(RecordVersion<Statement> version, @Nullable String language) {
        return Map.of("mayReceive", audience.of(version.content().kind(), language));
    }

    private static Response inOneLanguage(Response answer) {
        return Response.fromResponse(answer)
                .header(HttpHeaders.VARY, HttpHeaders.ACCEPT_LANGUAGE)
                .build();
    }
}
