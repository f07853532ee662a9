package org.aletheia.access.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.aletheia.access.Delegation;
import org.aletheia.access.Delegations;
import org.aletheia.access.IdPages;
import org.aletheia.access.RecordKind;
import org.aletheia.platform.http.Findings;
import org.aletheia.platform.http.Page;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

/** Who hands in for whom. Who may give and end: whoever may share what their organisation hands in. */
@Path("/api/v1/delegations")
@Authenticated
@RunOnVirtualThread
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
class DelegationsResource {
    private final Delegations delegations;
    private final IdPages pages;

    DelegationsResource(Delegations delegations, IdPages pages) {
        this.delegations = delegations;
        this.pages = pages;
    }

    @POST
    @ResponseStatus(201)
    @Operation(
            summary = "Let another organisation hand in for one's own, until a time",
            description =
                    "What it hands in is owned by one's own organisation; the other sees receipts of it and nothing"
                            + " more. It opens nothing of what is there already. kinds is of submission, item and statement;"
                            + " absent: submission and item.")
    public View give(Request request) {
        delegations.requireDelegating();
        Findings findings = new Findings();
        findings.require(request.delegate() != null, "/delegate", "required");
        findings.require(request.until() != null, "/until", "required");
        Set<RecordKind> kinds = kinds(findings, request.kinds());
        findings.throwIfAny();
        Delegation given = delegations.give(
                Objects.requireNonNull(request.delegate()), kinds, Objects.requireNonNull(request.until()));
        return View.of(given);
    }

    @GET
    @Operation(summary = "Who hands in for the caller's organisation, or did, in order of giving")
    public Page<View> given(
            @QueryParam("limit") @Nullable Integer limit, @QueryParam("cursor") @Nullable String cursor) {
        return pages.of("delegations given", limit, cursor, delegations::given, Delegation::id)
                .map(View::of);
    }

    @GET
    @Path("/held")
    @Operation(summary = "For whom the caller's organisation hands in, or did, in order of giving")
    public Page<View> held(
            @QueryParam("limit") @Nullable Integer limit, @QueryParam("cursor") @Nullable String cursor) {
        return pages.of("delegations held", limit, cursor, delegations::held, Delegation::id)
                .map(View::held);
    }

    @DELETE
    @Path("/{id}")
    @ResponseStatus(204)
    @Operation(summary = "End one at once; what was handed in on it stays as it is")
    public void end(@RestPath UUID id) {
        delegations.end(id);
    }

    private static Set<RecordKind> kinds(Findings findings, @Nullable List<@Nullable String> codes) {
        if (codes == null) {
            return Delegation.UNLESS_NAMED;
        }
        findings.require(!codes.isEmpty(), "/kinds", "required");
        Set<RecordKind> kinds = new HashSet<>();
        for (int i = 0; i < codes.size(); i++) {
            String pointer = "/kinds/" + i;
            String code = Texts.required(findings, pointer, codes.get(i), 50);
            RecordKind kind = code.isEmpty() ? null : findings.parse(pointer, () -> RecordKind.parse(code));
            if (kind != null
                    && findings.require(
                            Delegation.KINDS.contains(kind),
                            pointer,
                            "not-handed-in",
                            Map.of("allowed", List.of("item", "statement", "submission")))) {
                kinds.add(kind);
            }
        }
        return kinds;
    }

    @Schema(name = "DelegationRequest")
    record Request(
            @Nullable UUID delegate,
            @Nullable List<@Nullable String> kinds,
            @Nullable Instant until) {}

    /**
     * A delegation.
     *
     * @param owner for whom is handed in
     * @param delegate who hands in
     * @param givenBy absent for those who were given it
     * @param endedAt when it was ended before its time, or made way for another; absent where it was not
     */
    @Schema(name = "Delegation")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record View(
            UUID id,
            UUID owner,
            UUID delegate,
            List<String> kinds,
            Instant until,
            @Nullable UUID givenBy,
            Instant givenAt,
            @Nullable Instant endedAt) {
        static View of(Delegation from) {
            return of(from, from.givenBy());
        }

        /** As the other side sees it: who of the owner's members gave it is that organisation's matter. */
        static View held(Delegation from) {
            return of(from, null);
        }

        private static View of(Delegation from, @Nullable UUID givenBy) {
            return new View(
                    from.id(),
                    from.owner(),
                    from.delegate(),
                    from.kinds().stream().map(RecordKind::code).sorted().toList(),
                    from.until(),
                    givenBy,
                    from.givenAt(),
                    from.endedAt());
        }
    }
}
