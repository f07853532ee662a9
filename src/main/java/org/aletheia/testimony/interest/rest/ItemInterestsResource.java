package org.aletheia.testimony.interest.rest;

import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.aletheia.evidence.record.PageRequest;
import org.aletheia.evidence.record.RecordAnswers;
import org.aletheia.evidence.record.RecordView;
import org.aletheia.platform.http.Idempotency;
import org.aletheia.platform.http.Page;
import org.aletheia.testimony.interest.ProtectionInterestBody;
import org.aletheia.testimony.interest.ProtectionInterests;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

/** Who appears in an item and gave nothing. Who may call: members of the organisation that owns the item. */
@Path("/api/v1/items/{item}/protection-interests")
@Authenticated
@RunOnVirtualThread
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
class ItemInterestsResource {
    private final ProtectionInterests interests;

    ItemInterestsResource(ProtectionInterests interests) {
        this.interests = interests;
    }

    @POST
    @Operation(summary = "Record that somebody appears in an item who did not give it")
    public Response create(
            @RestPath UUID item, @HeaderParam(Idempotency.HEADER) @Nullable String key, ProtectionInterestBody body) {
        return RecordAnswers.created("protection-interests", interests.create(item, key, body));
    }

    /** Those of the item that the caller may list, also while they close it. */
    @GET
    public Page<RecordView> list(
            @RestPath UUID item,
            @QueryParam("limit") @Nullable Integer limit,
            @QueryParam("cursor") @Nullable String cursor) {
        return interests
                .list(PageRequest.of(limit, cursor).with("item", item.toString()))
                .map(RecordView::of);
    }
}
