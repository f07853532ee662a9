package org.aletheia.incidents.rest;

import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.Map;
import java.util.UUID;
import org.aletheia.codelists.CodeLists;
import org.aletheia.evidence.record.PageRequest;
import org.aletheia.evidence.record.RecordView;
import org.aletheia.incidents.AttributedInvolvements;
import org.aletheia.platform.http.Findings;
import org.aletheia.platform.http.Page;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

/** What is attributed to a State. Who may call: members who may read the State; they get what they may list. */
@Path("/api/v1/states/{id}/attributed")
@Authenticated
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
class AttributedResource {
    private final AttributedInvolvements attributed;
    private final CodeLists codeLists;

    AttributedResource(AttributedInvolvements attributed, CodeLists codeLists) {
        this.attributed = attributed;
        this.codeLists = codeLists;
    }

    @GET
    public Page<RecordView> list(
            @RestPath UUID id,
            @QueryParam("article") @Nullable String article,
            @QueryParam("limit") @Nullable Integer limit,
            @QueryParam("cursor") @Nullable String cursor) {
        Findings findings = new Findings();
        findings.require(article != null, "?article", "required");
        String basis = article == null ? null : codeLists.check("arsiwa", article, "?article", findings);
        findings.throwIfAny();
        return attributed
                .to(id, String.valueOf(basis), PageRequest.of(limit, cursor))
                .map(AttributedResource::view);
    }

    private static RecordView view(AttributedInvolvements.Attributed found) {
        return RecordView.of(
                found.involvement(),
                Map.of(
                        "alleged", true,
                        "sources", found.evidence().sources(),
                        "sourceCount", found.evidence().sourceCount()));
    }
}
