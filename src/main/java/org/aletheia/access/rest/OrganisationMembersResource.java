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
import java.net.URI;
import java.util.UUID;
import org.aletheia.access.IdPages;
import org.aletheia.access.Member;
import org.aletheia.access.Members;
import org.aletheia.access.Standing;
import org.aletheia.platform.http.Findings;
import org.aletheia.platform.http.Page;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jspecify.annotations.Nullable;

/** The members of one organisation, for administrators. */
@Path("/api/v1/member-organisations/{organisation}/members")
@Authenticated
@RunOnVirtualThread
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
class OrganisationMembersResource {
    private final Members members;
    private final IdPages pages;

    OrganisationMembersResource(Members members, IdPages pages) {
        this.members = members;
        this.pages = pages;
    }

    @POST
    @Operation(summary = "Enrol a person, known by issuer and subject of their token")
    public RestResponse<MemberView> enrol(@RestPath UUID organisation, MemberRequest request) {
        Findings findings = new Findings();
        String issuer = Texts.required(findings, "/issuer", request.issuer(), 500);
        String subject = Texts.required(findings, "/subject", request.subject(), 500);
        Standing standing = request.standing().read(findings);
        findings.throwIfAny();
        Member member = members.enrol(organisation, issuer, subject, standing);
        return MemberAnswers.of(
                ResponseBuilder.<MemberView>created(URI.create("/api/v1/members/" + member.id())), member);
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
