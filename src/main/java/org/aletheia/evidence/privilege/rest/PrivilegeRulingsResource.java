package org.aletheia.evidence.privilege.rest;

import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.aletheia.evidence.privilege.PrivilegeRuling;
import org.aletheia.evidence.privilege.PrivilegeRulings;
import org.aletheia.evidence.privilege.Ruling;
import org.aletheia.platform.http.Findings;
import org.aletheia.platform.http.Page;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

/** Rulings of counsel on the privilege of a submission. Who may call: counsel of its owner; to read, who reads it. */
@Path("/api/v1/submissions/{id}/privilege-rulings")
@Authenticated
@RunOnVirtualThread
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
class PrivilegeRulingsResource {
    private final PrivilegeRulings rulings;

    PrivilegeRulingsResource(PrivilegeRulings rulings) {
        this.rulings = rulings;
    }

    @POST
    @ResponseStatus(201)
    @Operation(
            summary = "Rule on the privilege of a submission: asserted, upheld, waived, not-privileged",
            description =
                    "Its items are closed to all but counsel and those who hand in while it is claimed, asserted or"
                            + " upheld.")
    public View rule(@RestPath UUID id, Request request) {
        Findings findings = new Findings();
        String code = request.ruling();
        findings.require(code != null, "/ruling", "required");
        Ruling ruling = code == null ? null : findings.parse("/ruling", () -> Ruling.parse(code));
        findings.throwIfAny();
        return View.of(rulings.rule(id, Objects.requireNonNull(ruling)));
    }

    @GET
    @Operation(summary = "The rulings on the privilege of a submission, the first one first")
    public Page<View> list(@RestPath UUID id) {
        return new Page<>(rulings.list(id).stream().map(View::of).toList(), null);
    }

    @Schema(name = "PrivilegeRulingRequest")
    record Request(@Nullable String ruling) {}

    @Schema(name = "PrivilegeRuling")
    record View(UUID id, UUID submission, String ruling, UUID member, Instant ruledAt) {
        static View of(PrivilegeRuling ruling) {
            return new View(
                    ruling.id(), ruling.submission(), ruling.ruling().code(), ruling.member(), ruling.ruledAt());
        }
    }
}
