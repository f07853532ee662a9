package org.aletheia.access.rest;

import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.UUID;
import org.aletheia.access.AccessGuard;
import org.aletheia.access.MemberOrganisations;
import org.aletheia.access.Principal;
import org.aletheia.access.Role;
import org.aletheia.access.Scope;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The caller. */
@Path("/api/v1/me")
@Authenticated
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
class MeResource {
    private final AccessGuard guard;
    private final MemberOrganisations organisations;

    MeResource(AccessGuard guard, MemberOrganisations organisations) {
        this.guard = guard;
        this.organisations = organisations;
    }

    @GET
    @Operation(summary = "What this server knows of the caller, with roles as this token narrows them")
    public View get() {
        Principal caller = guard.principal();
        return new View(
                caller.member(),
                new Organisation(
                        caller.organisation(),
                        organisations.get(caller.organisation()).name(),
                        guard.frozen()),
                caller.roles().stream().map(Role::code).sorted().toList(),
                caller.clearance().code(),
                caller.compartments().stream().sorted().toList(),
                caller.service() == null
                        ? null
                        : caller.service().scopes().stream()
                                .map(Scope::code)
                                .sorted()
                                .toList());
    }

    /** @param scopes of a service; absent for a person */
    @Schema(name = "Me")
    record View(
            UUID member,
            Organisation organisation,
            List<String> roles,
            String clearance,
            List<String> compartments,
            @Nullable List<String> scopes) {}

    /** @param frozen whether it is in danger and shut: then this is all that its members are answered */
    @Schema(name = "OwnOrganisation")
    record Organisation(UUID id, String name, boolean frozen) {}
}
