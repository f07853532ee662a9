package org.aletheia.access.rest;

import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.aletheia.access.Bootstrap;
import org.aletheia.access.Member;
import org.aletheia.platform.http.Findings;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jspecify.annotations.Nullable;

/** The first administrator. */
@Path("/api/v1/bootstrap")
@Authenticated
@RunOnVirtualThread
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
class BootstrapResource {
    private final Bootstrap bootstrap;

    BootstrapResource(Bootstrap bootstrap) {
        this.bootstrap = bootstrap;
    }

    @POST
    @Operation(summary = "Make the caller the first administrator, once, with the code from the server's configuration")
    public RestResponse<MemberView> create(Request request) {
        Findings findings = new Findings();
        String code = Texts.required(findings, "/code", request.code(), 500);
        @Nullable NewOrganisation organisation = request.organisation();
        String name =
                Texts.required(findings, "/organisation/name", organisation == null ? null : organisation.name(), 200);
        findings.throwIfAny();
        Member member = bootstrap.administrator(code, name);
        return ResponseBuilder.create(RestResponse.Status.CREATED, MemberView.of(member))
                .build();
    }

    @Schema(name = "BootstrapRequest")
    record Request(@Nullable String code, @Nullable NewOrganisation organisation) {}

    record NewOrganisation(@Nullable String name) {}
}
