package org.aletheia.search.rest;

import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.aletheia.search.Searches;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** Full-text search over everything that the caller may list. */
@Path("/api/v1/search")
@Authenticated
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
class SearchResource {
    private final Searches searches;

    SearchResource(Searches searches) {
        this.searches = searches;
    }

    @GET
    @Operation(
            summary = "Find records by text, kind, language, date and place",
            description = "All words must occur, in any of the supported languages and scripts; \"phrases\", prefix*, |"
                    + " for or, - for not. Counts and facets cover what the caller may list and nothing else."
                    + " Highlights are plain text with the positions of the matching words.")
    public SearchResultsView search(@BeanParam SearchParameters parameters) {
        return SearchResultsView.of(searches.search(parameters.query(), parameters.cursor));
    }
}
