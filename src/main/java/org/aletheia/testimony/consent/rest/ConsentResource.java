package org.aletheia.testimony.consent.rest;

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
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
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
import org.aletheia.testimony.consent.BodyPromise;
import org.aletheia.testimony.consent.BodyPromises;
import org.aletheia.testimony.consent.Consent;
import org.aletheia.testimony.consent.ConsentBody;
import org.aletheia.testimony.consent.ConsentRegister.Given;
import org.aletheia.testimony.consent.ConsentWithdrawalBody;
import org.aletheia.testimony.consent.Consents;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

/** Consents. Who may call: members whose role grants the intent on the kind, of the organisation that keeps the consent. */
@Path("/api/v1/consents")
@Authenticated
@RunOnVirtualThread
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
class ConsentResource {
    private final Consents consents;
    private final BodyPromises promises;

    ConsentResource(Consents consents, BodyPromises promises) {
        this.consents = consents;
        this.promises = promises;
    }

    @POST
    public Response create(@HeaderParam(Idempotency.HEADER) @Nullable String key, ConsentBody body) {
        RecordVersion<Consent> made = consents.create(key, body);
        return RecordAnswers.created("consents", made, remarks(made));
    }

    /** Of one person, in one state, or all that the caller may list. */
    @GET
    public Page<RecordView> list(
            @QueryParam("subject") @Nullable UUID subject,
            @QueryParam("state") @Nullable String state,
            @QueryParam("limit") @Nullable Integer limit,
            @QueryParam("cursor") @Nullable String cursor) {
        Map<String, Object> asked = new HashMap<>();
        if (subject != null) {
            asked.put("subject", Map.of("id", subject.toString()));
        }
        if (state != null) {
            asked.put("state", state);
        }
        return consents.list(new PageRequest(limit, cursor, asked)).map(found -> RecordView.of(found, remarks(found)));
    }

    @GET
    @Path("/{id}")
    public Response get(@RestPath UUID id) {
        return found(consents.get(id));
    }

    @PUT
    @Path("/{id}")
    @Operation(summary = "Write a consent anew; nothing gets narrower by it")
    public Response revise(
            @RestPath UUID id, @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch, ConsentBody body) {
        return found(consents.revise(id, current -> ETags.requireMatch(ifMatch, current), body));
    }

    @POST
    @Path("/{id}/withdrawals")
    @Operation(
            summary = "Take back a consent, or some scopes of it",
            description =
                    "At once: what it governs is closed, and who has it is told. It needs no If-Match, since it holds"
                            + " whatever was written meanwhile.")
    public Response withdraw(@RestPath UUID id, ConsentWithdrawalBody body) {
        return found(consents.withdraw(id, body));
    }

    @GET
    @Path("/{id}/recipients")
    @Operation(summary = "To which member organisations any of it ever went, oldest first")
    public Page<RecipientView> recipients(@RestPath UUID id) {
        return new Page<>(
                consents.recipients(id).stream().map(RecipientView::of).toList(), null);
    }

    @GET
    @Path("/{id}/revisions")
    public Page<RevisionEntry> revisions(
            @RestPath UUID id,
            @QueryParam("limit") @Nullable Integer limit,
            @QueryParam("cursor") @Nullable String cursor) {
        return consents.history(id, PageRequest.of(limit, cursor));
    }

    private Response found(RecordVersion<Consent> version) {
        return RecordAnswers.found(version, remarks(version));
    }

    /** How far the body that keeps the consent can honour each answer. */
    private Map<String, Object> remarks(RecordVersion<Consent> version) {
        BodyPromise promise = promises.get(version.ownerOrg()).promise();
        List<Map<String, Object>> standings = version.content().scopes().stream()
                .map(answer -> {
                    Map<String, Object> standing = new LinkedHashMap<>();
                    standing.put("scope", answer.name().code());
                    standing.put("standing", promises.standing(promise, answer.scope()));
                    return standing;
                })
                .toList();
        return Map.of("standings", standings);
    }

    /**
     * That a record went to a body.
     *
     * @param how {@code share} or {@code transfer}
     * @param reference id of the share or transfer
     */
    @Schema(name = "ConsentRecipient")
    record RecipientView(String kind, UUID record, UUID recipient, String how, UUID reference, Instant at) {
        static RecipientView of(Given given) {
            return new RecipientView(
                    given.kind().code(), given.id(), given.recipient(), given.how(), given.reference(), given.at());
        }
    }
}
