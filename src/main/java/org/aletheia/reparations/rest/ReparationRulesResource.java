package org.aletheia.reparations.rest;

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
import java.net.URI;
import java.time.Instant;
import java.util.List;
import org.aletheia.platform.editions.Edition;
import org.aletheia.platform.http.ETags;
import org.aletheia.reparations.RuleEditions;
import org.aletheia.reparations.claim.RulesEdition;
import org.aletheia.reparations.rules.ClaimRules;
import org.aletheia.reparations.rules.ClaimRules.InForce;
import org.aletheia.reparations.rules.EntryRules;
import org.aletheia.reparations.rules.OffsetRules;
import org.aletheia.reparations.rules.RulesDraft;
import org.aletheia.reparations.rules.SufficiencyRules;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jspecify.annotations.Nullable;

/**
 * The rules by which claims are looked at. Who may call: everyone with a token, they are no secret; administrators alone give
 * editions.
 */
@Path("/api/v1/reparation-rules")
@Authenticated
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
class ReparationRulesResource {
    private final ClaimRules rules;
    private final RuleEditions editions;

    ReparationRulesResource(ClaimRules rules, RuleEditions editions) {
        this.rules = rules;
        this.editions = editions;
    }

    /**
     * The rules in force, as they are applied.
     *
     * @param edition of the rules of sufficiency; 0: those of the release
     */
    record RulesView(int edition, SufficiencyRules sufficiency, EntryRules entryChecks, OffsetRules offsets) {}

    /**
     * An edition without its rules.
     *
     * @param digest of the text as stored
     */
    @Schema(name = "RuleEdition")
    record EditionView(int edition, String version, String source, Instant at, String digest) {
        static EditionView of(Edition<SufficiencyRules> edition) {
            return new EditionView(
                    edition.number(),
                    edition.content().version(),
                    edition.content().source(),
                    edition.at(),
                    edition.digest().toString());
        }
    }

    /** What an edition would be; it is not stored. */
    @Schema(name = "RuleEditionTried")
    record TriedView(int edition, String version, boolean dryRun) {}

    /** The tag is that of the edition in force. */
    @GET
    public RestResponse<RulesView> rules() {
        InForce now = rules.inForce();
        int edition = now.edition().edition();
        return ResponseBuilder.ok(new RulesView(edition, now.rules(), rules.entry(), rules.offsets()))
                .header(HttpHeaders.ETAG, ETags.of(edition))
                .build();
    }

    /** Puts these rules in the place of those in force; with {@code dryRun} says what is wrong with them. */
    @POST
    @Path("/sufficiency/editions")
    @Consumes(MediaType.APPLICATION_JSON)
    public RestResponse<Object> add(
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @QueryParam("dryRun") boolean dryRun,
            RulesDraft draft) {
        if (dryRun) {
            RulesEdition tried = editions.tried(draft);
            return ResponseBuilder.<Object>ok(new TriedView(tried.edition(), tried.version(), true))
                    .build();
        }
        Edition<SufficiencyRules> edition = editions.add(ifMatch, draft);
        URI at = URI.create("/api/v1/reparation-rules/sufficiency/editions/" + edition.number());
        return ResponseBuilder.<Object>created(at)
                .header(HttpHeaders.ETAG, ETags.of(edition.number()))
                .entity(EditionView.of(edition))
                .build();
    }

    /** All editions, the first one first; those of the release are none. */
    @GET
    @Path("/sufficiency/editions")
    public List<EditionView> list() {
        return editions.all().stream().map(EditionView::of).toList();
    }

    /** The rules of one edition. */
    @GET
    @Path("/sufficiency/editions/{edition}")
    public SufficiencyRules get(@RestPath int edition) {
        return editions.get(edition).content();
    }
}
