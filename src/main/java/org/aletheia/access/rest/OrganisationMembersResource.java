package org.aletheia.access.rest;

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
import java.util.UUID;
import org.aletheia.access.IdPages;
import org.aletheia.access.Members;
import org.aletheia.access.Standing;
import org.aletheia.access.approval.rest.ApprovalView;
import org.aletheia.platform.http.Findings;
import org.aletheia.platform.http.Page;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

/** The members of one organisation, for administrators. */
@Path("/api/v1/member-organisations/{organisation}/members")
@Authenticated
@RunOnVirtualThread
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
class OrganisationMembersResource {
    private final Members members;
    private final MemberAnswers answers;
    private final IdPages pages;

    OrganisationMembersResource(Members members, MemberAnswers answers, IdPages pages) {
        this.members = members;
        this.answers = answers;
        this.pages = pages;
    }

    @POST
    @Operation(summary = "Enrol a person, or a service, known by issuer and subject of the token")
    @APIResponse(responseCode = "201", content = @Content(schema = @Schema(implementation = MemberView.class)))
    @APIResponse(
            responseCode = "202",
            description = "A privileged role: another administrator decides",
            content = @Content(schema = @Schema(implementation = ApprovalView.class)))
    public Response enrol(@RestPath UUID organisation, MemberRequest request) {
        Findings findings = new Findings();
        String issuer = Texts.required(findings, "/issuer", request.issuer(), 500);
        String subject = Texts.required(findings, "/subject", request.subject(), 500);
        Standing standing = request.standing().read(findings);
        String reason = request.standing().readReason(findings);
        findings.throwIfAny();
        return answers.created(members.enrol(organisation, issuer, subject, standing, reason));
    }

    @GET
    public Page<MemberView> list(
            @RestPath UUID organisation,
            @QueryParam("limit") @Nullable Integer limit,
            @QueryParam("cursor") @Nullable String cursor) {
        return pages.of(
                "members/" + organisation,
                limit,
                cursor,
                (after, most) -> members.list(organisation, after, most).stream()
                        .map(MemberView::of)
                        .toList(),
                MemberView::id);
    }
}
