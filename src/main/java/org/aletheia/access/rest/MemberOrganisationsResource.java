package org.aletheia.access.rest;

import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.net.URI;
import java.time.Instant;
import java.util.UUID;
import org.aletheia.access.IdPages;
import org.aletheia.access.MemberOrganisation;
import org.aletheia.access.MemberOrganisations;
import org.aletheia.platform.http.ETags;
import org.aletheia.platform.http.Findings;
import org.aletheia.platform.http.Page;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jspecify.annotations.Nullable;

/** Organisations whose members may call. */
@Path("/api/v1/member-organisations")
@Authenticated
@RunOnVirtualThread
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
class MemberOrganisationsResource {
    private static final int MAX_NAME = 200;

    private final MemberOrganisations organisations;
    private final IdPages pages;

    MemberOrganisationsResource(MemberOrganisations organisations, IdPages pages) {
        this.organisations = organisations;
        this.pages = pages;
    }

    @POST
    public RestResponse<View> enrol(Request request) {
        MemberOrganisation organisation = organisations.enrol(name(request));
        return answer(
                ResponseBuilder.<View>created(URI.create("/api/v1/member-organisations/" + organisation.id())),
                organisation);
    }

    @GET
    public Page<View> list(
            @QueryParam("limit") @Nullable Integer limit, @QueryParam("cursor") @Nullable String cursor) {
        return pages.of(
                "member-organisations",
                limit,
                cursor,
                (after, most) ->
                        organisations.list(after, most).stream().map(View::of).toList(),
                View::id);
    }

    @GET
    @Path("/{id}")
    public RestResponse<View> get(@RestPath UUID id) {
        return answer(ResponseBuilder.ok(), organisations.get(id));
    }

    @PUT
    @Path("/{id}")
    public RestResponse<View> rename(
            @RestPath UUID id, @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch, Request request) {
        return answer(ResponseBuilder.ok(), organisations.rename(id, ifMatch, name(request)));
    }

    private static String name(Request request) {
        Findings findings = new Findings();
        String name = Texts.required(findings, "/name", request.name(), MAX_NAME);
        findings.throwIfAny();
        return name;
    }

    private static RestResponse<View> answer(ResponseBuilder<View> response, MemberOrganisation organisation) {
        return response.header(HttpHeaders.ETAG, ETags.of(organisation.revision()))
                .entity(View.of(organisation))
                .build();
    }

    @Schema(name = "MemberOrganisationRequest")
    record Request(@Nullable String name) {}

    @Schema(name = "MemberOrganisation")
    record View(
            UUID id,
            String name,
            int revision,
            Instant createdAt,
            Instant revisedAt,
            @Nullable Instant endedAt) {
        static View of(MemberOrganisation from) {
            return new View(
                    from.id(), from.name(), from.revision(), from.createdAt(), from.revisedAt(), from.endedAt());
        }
    }
}
