package org.aletheia.evidence.review.rest;

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
import org.aletheia.access.RecordKind;
import org.aletheia.evidence.record.PageRequest;
import org.aletheia.evidence.record.RecordView;
import org.aletheia.evidence.review.ReviewBody;
import org.aletheia.evidence.review.Reviews;
import org.aletheia.platform.http.Idempotency;
import org.aletheia.platform.http.Page;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

/** The review of the records of one kind. Who may call: who may link to the record, or read it; see the access policy. */
abstract class RecordReviews {
    private final Reviews reviews;
    private final RecordKind kind;

    RecordReviews(Reviews reviews, RecordKind kind) {
        this.reviews = reviews;
        this.kind = kind;
    }

    @POST
    @Authenticated
    @RunOnVirtualThread
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    public Response take(@RestPath UUID id, @HeaderParam(Idempotency.HEADER) @Nullable String key, ReviewBody body) {
        return Response.status(Response.Status.CREATED)
                .entity(RecordView.of(reviews.take(kind, id, key, body)))
                .build();
    }

    @GET
    @Authenticated
    @RunOnVirtualThread
    @Produces(MediaType.APPLICATION_JSON)
    public Page<RecordView> list(
            @RestPath UUID id,
            @QueryParam("limit") @Nullable Integer limit,
            @QueryParam("cursor") @Nullable String cursor) {
        return reviews.of(kind, id, PageRequest.of(limit, cursor)).map(RecordView::of);
    }

    /** How the record stands now. */
    @GET
    @Path("/standing")
    @Authenticated
    @RunOnVirtualThread
    @Produces(MediaType.APPLICATION_JSON)
    public Reviews.ReviewStanding standing(@RestPath UUID id) {
        return reviews.standingOf(kind, id);
    }
}
