package org.aletheia.codelists.rest;

import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.aletheia.codelists.CodeListEditions;
import org.aletheia.codelists.EditionCsv;
import org.aletheia.codelists.EditionOutcome;
import org.aletheia.codelists.ListEdition;
import org.aletheia.platform.editions.Edition;
import org.aletheia.platform.http.BoundedStream;
import org.aletheia.platform.http.ETags;
import org.aletheia.platform.http.Findings;
import org.aletheia.platform.http.HttpConfig;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jspecify.annotations.Nullable;

/** What administrators add to lists, or change in them; nobody else may, or sees who did. */
@Path("/api/v1/code-lists/{id}/editions")
@Authenticated
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
public class CodeListEditionsResource {
    private static final String CSV = "text/csv";

    private final CodeListEditions editions;
    private final HttpConfig config;

    CodeListEditionsResource(CodeListEditions editions, HttpConfig config) {
        this.editions = editions;
        this.config = config;
    }

    /** Adds an edition; with {@code dryRun} says what it would do. */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public RestResponse<EditionOutcome> add(
            String id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @QueryParam("dryRun") boolean dryRun,
            ListEdition edition) {
        return answer(editions.add(id, ifMatch, dryRun, new ListEdition.Given(edition, List.of()), new Findings()));
    }

    /** The same with rows as CSV; what is said of the list itself stands in the query. */
    @POST
    @Path("/csv")
    @Consumes(CSV)
    public RestResponse<EditionOutcome> addCsv(
            String id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @QueryParam("dryRun") boolean dryRun,
            @QueryParam("version") @Nullable String version,
            @QueryParam("source") @Nullable String source,
            @QueryParam("kind") @Nullable String kind,
            @QueryParam("label") @Nullable String label,
            InputStream body)
            throws IOException {
        Findings findings = new Findings();
        ListEdition list = new ListEdition(version, source, kind, label == null ? null : Map.of("en", label), null);
        byte[] csv = new BoundedStream(body, config.jsonLimit().asLongValue()).readAllBytes();
        return answer(editions.add(id, ifMatch, dryRun, EditionCsv.read(csv, list, findings), findings));
    }

    /** All editions of a list, without their rows. */
    @GET
    public List<EditionView> list(String id) {
        return editions.of(id).stream().map(EditionView::of).toList();
    }

    /** What one edition said. */
    @GET
    @Path("/{revision}")
    public ListEdition get(String id, int revision) {
        return editions.of(id, revision).content();
    }

    private static RestResponse<EditionOutcome> answer(EditionOutcome outcome) {
        if (outcome.dryRun()) {
            return ResponseBuilder.ok(outcome).build();
        }
        URI at = URI.create("/api/v1/code-lists/" + outcome.list() + "/editions/" + outcome.revision());
        return ResponseBuilder.<EditionOutcome>created(at)
                .header(HttpHeaders.ETAG, ETags.of(outcome.revision()))
                .entity(outcome)
                .build();
    }

    /** An edition without its rows. @param by id of the member who gave it @param digest of the text as stored */
    record EditionView(int revision, Instant at, UUID by, String digest, int codes) {
        static EditionView of(Edition<ListEdition> edition) {
            List<ListEdition.@Nullable Row> codes = edition.content().codes();
            return new EditionView(
                    edition.number(),
                    edition.at(),
                    edition.by(),
                    edition.digest().toString(),
                    codes == null ? 0 : codes.size());
        }
    }
}
