package org.aletheia.testimony.vault.custodians.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.aletheia.access.approval.rest.ApprovalView;
import org.aletheia.evidence.record.Checks;
import org.aletheia.evidence.record.ChecksFactory;
import org.aletheia.kernel.StrictBase64;
import org.aletheia.platform.http.Page;
import org.aletheia.testimony.vault.custodians.Custodian;
import org.aletheia.testimony.vault.custodians.CustodianScheme;
import org.aletheia.testimony.vault.custodians.CustodianSchemes;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

/** The vault's custodians. Who may call: administrators; custodians see the schemes that they are in. */
@Path("/api/v1/custodian-schemes")
@Authenticated
@RunOnVirtualThread
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
class CustodianSchemeResource {
    private static final int MAX_REASON = 2000;

    private final CustodianSchemes schemes;
    private final ChecksFactory checks;
    private final Clock clock;

    CustodianSchemeResource(CustodianSchemes schemes, ChecksFactory checks, Clock clock) {
        this.schemes = schemes;
        this.checks = checks;
        this.clock = clock;
    }

    @POST
    @Operation(
            summary = "Ask that identities open only with so many of these custodians; another administrator decides",
            description = "Holds for identities that are stored from then on, and replaces the scheme before.")
    @APIResponse(
            responseCode = "202",
            description = "Another administrator decides",
            content = @Content(schema = @Schema(implementation = ApprovalView.class)))
    public Response ask(SchemeBody body) {
        Checks found = checks.begin();
        Integer needed = found.required("/needed", body.needed());
        List<UUID> members = found.each("/custodians", found.required("/custodians", body.custodians()), found::id);
        String why = found.text("/reason", found.required("/reason", body.reason()), MAX_REASON);
        found.throwIfAny();
        return ApprovalView.accepted(schemes.ask(Checks.sure(needed), members, Checks.sure(why)), clock.instant());
    }

    @GET
    @Operation(summary = "Schemes of custodians, ended ones too, for administrators and those who are in them")
    public Page<SchemeView> list(
            @QueryParam("limit") @Nullable Integer limit, @QueryParam("cursor") @Nullable String cursor) {
        return schemes.list(limit, cursor).map(SchemeView::of);
    }

    @GET
    @Path("/{id}")
    public SchemeView get(@RestPath UUID id) {
        return SchemeView.of(schemes.get(id));
    }

    @POST
    @Path("/{id}/end")
    @Operation(
            summary = "Ask that identities stored from then on need no custodians; another administrator decides",
            description = "What was stored before opens with its custodians as ever.")
    @APIResponse(
            responseCode = "202",
            description = "Another administrator decides",
            content = @Content(schema = @Schema(implementation = ApprovalView.class)))
    public Response end(@RestPath UUID id, EndBody body) {
        Checks found = checks.begin();
        String why = found.text("/reason", found.required("/reason", body.reason()), MAX_REASON);
        found.throwIfAny();
        return ApprovalView.accepted(schemes.askEnd(id, Checks.sure(why)), clock.instant());
    }

    /**
     * @param needed how many custodians a reveal needs, from 2
     * @param custodians members, each of another organisation and with a custodian key
     * @param reason in words that name nobody
     */
    @Schema(name = "CustodianSchemeRequest")
    record SchemeBody(
            @Nullable Integer needed,
            @Nullable List<String> custodians,
            @Nullable String reason) {}

    /** @param reason in words that name nobody */
    @Schema(name = "CustodianSchemeEnd")
    record EndBody(@Nullable String reason) {}

    /** @param endedAt absent while it stands */
    @Schema(name = "CustodianScheme")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record SchemeView(
            UUID id,
            int needed,
            List<CustodianView> custodians,
            Instant since,
            @Nullable Instant endedAt) {
        static SchemeView of(CustodianScheme scheme) {
            return new SchemeView(
                    scheme.id(),
                    scheme.needed(),
                    scheme.custodians().stream().map(CustodianView::of).toList(),
                    scheme.since(),
                    scheme.endedAt());
        }
    }

    /** @param fingerprint SHA-256 of the key, by which people compare keys */
    @Schema(name = "Custodian")
    record CustodianView(int number, UUID member, UUID organisation, String key, String fingerprint) {
        static CustodianView of(Custodian custodian) {
            return new CustodianView(
                    custodian.number(),
                    custodian.member(),
                    custodian.organisation(),
                    StrictBase64.encode(custodian.key()),
                    custodian.fingerprint().toString());
        }
    }
}
