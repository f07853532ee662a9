package org.aletheia.evidence.rest;

import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.aletheia.access.AccessGuard;
import org.aletheia.evidence.MemberUses;
import org.aletheia.evidence.MemberUses.Use;
import org.aletheia.platform.http.Cursors;
import org.aletheia.platform.http.Page;
import org.aletheia.platform.http.PageLimit;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

/** What a member used, for auditors of their organisation. */
@Path("/api/v1/members/{id}/access-record")
@Authenticated
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
class MemberUsesResource {
    private final MemberUses uses;
    private final AccessGuard guard;
    private final Cursors cursors;

    MemberUsesResource(MemberUses uses, AccessGuard guard, Cursors cursors) {
        this.uses = uses;
        this.guard = guard;
        this.cursors = cursors;
    }

    @GET
    @Operation(
            summary =
                    "What a member of the auditor's organisation viewed, downloaded, found or was refused, the last first",
            description =
                    "Records whose history the auditor may not see are withheld, and withheld says that there are.")
    public Page<View> list(
            @RestPath UUID id,
            @QueryParam("limit") @Nullable Integer limit,
            @QueryParam("cursor") @Nullable String cursor) {
        int most = PageLimit.of(limit);
        String query = "uses\n" + id;
        UUID caller = guard.principal().member();
        long before = cursor == null ? Long.MAX_VALUE : Long.parseLong(cursors.open(caller, query, cursor));
        List<Use> found = uses.of(id, before, most + 1);
        List<Use> shown = found.subList(0, Math.min(most, found.size()));
        String next = found.size() > most
                ? cursors.seal(
                        caller,
                        query,
                        String.format(Locale.ROOT, "%019d", shown.getLast().index()))
                : null;
        return new Page<>(shown.stream().map(View::of).toList(), next);
    }

    /**
     * One use.
     *
     * @param index in the log
     * @param event the disclosed event, whose entry anybody can recompute
     * @param records that it is about
     * @param withheld whether it is about others too, or about others alone
     */
    @Schema(name = "MemberUse")
    record View(
            long index,
            UUID id,
            Map<String, @Nullable Object> event,
            List<Used> records,
            boolean withheld,
            boolean integrated) {
        static View of(Use use) {
            return new View(
                    use.index(),
                    use.eventId(),
                    use.event().json(),
                    use.shown().stream()
                            .map(subject -> new Used(subject.kind(), subject.id()))
                            .toList(),
                    use.withheld(),
                    use.integrated());
        }
    }

    @Schema(name = "UsedRecord")
    record Used(String kind, UUID id) {}
}
