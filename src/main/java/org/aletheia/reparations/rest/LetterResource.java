package org.aletheia.reparations.rest;

import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.core.http.HttpServerResponse;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.aletheia.access.AccessGuard;
import org.aletheia.access.AccessIntent;
import org.aletheia.access.RecordKind;
import org.aletheia.access.RecordLookup;
import org.aletheia.parties.Victims;
import org.aletheia.platform.http.AnswerTexts;
import org.aletheia.platform.http.PrintedPage;
import org.aletheia.platform.http.ProblemException;
import org.aletheia.platform.http.ProblemType;
import org.aletheia.reparations.ReparationClaims;
import org.aletheia.reparations.claim.ReparationClaim;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

/**
 * Letters of a claim, to print. They name nobody: the number, and the pseudonym where the caller may see it. Who may call:
 * whoever may read the claim.
 */
@Path("/api/v1/reparation-claims/{id}/letters")
@Authenticated
@RunOnVirtualThread
class LetterResource {
    private final ReparationClaims claims;
    private final Victims victims;
    private final RecordLookup lookup;
    private final AccessGuard guard;
    private final LetterPage page;

    LetterResource(ReparationClaims claims, Victims victims, RecordLookup lookup, AccessGuard guard, LetterPage page) {
        this.claims = claims;
        this.victims = victims;
        this.lookup = lookup;
        this.guard = guard;
        this.page = page;
    }

    /** The number, and that it will not be given again. */
    @GET
    @Path("/acknowledgement")
    @Produces(MediaType.TEXT_HTML)
    public Response acknowledgement(
            @RestPath UUID id,
            @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) @Nullable String language,
            @Context HttpServerResponse response) {
        return answer(id, language, response, Letter.ACKNOWLEDGEMENT);
    }

    /** What is missing by the last letter that asked for it, and until when. */
    @GET
    @Path("/deficiency")
    @Produces(MediaType.TEXT_HTML)
    public Response deficiency(
            @RestPath UUID id,
            @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) @Nullable String language,
            @Context HttpServerResponse response) {
        return answer(id, language, response, Letter.DEFICIENCY);
    }

    /** The last decision with its reasons, what is owed, and how it was found. */
    @GET
    @Path("/decision")
    @Produces(MediaType.TEXT_HTML)
    public Response decision(
            @RestPath UUID id,
            @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) @Nullable String language,
            @Context HttpServerResponse response) {
        return answer(id, language, response, Letter.DECISION);
    }

    private Response answer(UUID id, @Nullable String acceptLanguage, HttpServerResponse response, Letter letter) {
        ReparationClaim claim = claims.get(id).content();
        if (!letter.isThere(claim.proceedings())) {
            throw new ProblemException(
                    ProblemType.STATE_REFUSED, Map.of("state", claim.status().code(), "wanted", letter.code()));
        }
        String language = AnswerTexts.language(acceptLanguage);
        String html = page.render(letter, claim, pseudonym(claim.claimant()), language);
        return PrintedPage.of(html, letter.code() + "-" + id, response).build();
    }

    /** Not told where the claim is shared and the victim is not; that is no denial. */
    private Optional<String> pseudonym(UUID claimant) {
        return lookup.find(RecordKind.VICTIM, claimant)
                .filter(victim -> guard.permits(AccessIntent.READ, victim))
                .map(victim -> victims.get(victim.id()).content().pseudonym());
    }
}
