package org.aletheia.reparations.rest;

import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.aletheia.reparations.rules.ClaimRules;
import org.aletheia.reparations.rules.EntryRules;
import org.aletheia.reparations.rules.OffsetRules;
import org.aletheia.reparations.rules.SufficiencyRules;

/** The rules by which claims are looked at. Who may call: everyone with a token; they are no secret. */
@Path("/api/v1/reparation-rules")
@Authenticated
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
class ReparationRulesResource {
    private final ClaimRules rules;

    ReparationRulesResource(ClaimRules rules) {
        this.rules = rules;
    }

    /** The rules of this release, as they are applied. */
    record RulesView(SufficiencyRules sufficiency, EntryRules entryChecks, OffsetRules offsets) {}

    @GET
    public RulesView rules() {
        return new RulesView(rules.sufficiency(), rules.entry(), rules.offsets());
    }
}
