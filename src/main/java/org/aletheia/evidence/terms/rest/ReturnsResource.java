package org.aletheia.evidence.terms.rest;

import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.aletheia.access.IdPages;
import org.aletheia.evidence.terms.Returns;
import org.aletheia.platform.http.Page;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/** Returns that are due. Who may call: members of the organisation that handed it in who may share it. */
@Path("/api/v1/returns")
@Authenticated
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
class ReturnsResource {
    private final Returns returns;
    private final IdPages pages;

    ReturnsResource(Returns returns, IdPages pages) {
        this.returns = returns;
        this.pages = pages;
    }

    @GET
    @Operation(
            summary = "Own submissions whose day of return has come and that somebody has not given back",
            description = "Those who had them read them no more; what they copied is for them to give back.")
    public Page<DueReturnView> list(
            @QueryParam("limit") @Nullable Integer limit, @QueryParam("cursor") @Nullable String cursor) {
        return pages.of(
                "returns",
                limit,
                cursor,
                (after, most) -> returns.open(after, most).stream()
                        .map(DueReturnView::of)
                        .toList(),
                DueReturnView::submission);
    }
}
