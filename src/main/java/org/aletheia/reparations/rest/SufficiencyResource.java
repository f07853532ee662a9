package org.aletheia.reparations.rest;

import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.aletheia.codelists.CodeLists;
import org.aletheia.platform.http.AnswerTexts;
import org.aletheia.reparations.ReparationClaims;
import org.aletheia.reparations.rules.ClaimRules;
import org.aletheia.reparations.rules.ClaimRules.InForce;
import org.aletheia.reparations.rules.Sufficiency;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

/** What claims need, in plain words. Who may call: whoever may read the claim. */
@Path("/api/v1/reparation-claims/{id}/sufficiency")
@Authenticated
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
class SufficiencyResource {
    private final ReparationClaims claims;
    private final ClaimRules rules;
    private final CodeLists lists;

    SufficiencyResource(ReparationClaims claims, ClaimRules rules, CodeLists lists) {
        this.claims = claims;
        this.rules = rules;
        this.lists = lists;
    }

    @GET
    public SufficiencyView sufficiency(
            @RestPath UUID id, @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) @Nullable String acceptLanguage) {
        InForce now = rules.inForce();
        return SufficiencyView.of(
                now.edition(),
                new Sufficiency(now.rules()).of(claims.get(id).content()),
                lists,
                AnswerTexts.language(acceptLanguage));
    }
}
