package org.aletheia.testimony.door.rest;

import static org.aletheia.evidence.record.Checks.sure;

import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.aletheia.evidence.record.Checks;
import org.aletheia.evidence.record.ChecksFactory;
import org.aletheia.evidence.record.PageRequest;
import org.aletheia.platform.http.Page;
import org.aletheia.testimony.door.DoorSettlements;
import org.aletheia.testimony.door.DoorWish;
import org.aletheia.testimony.door.DoorWishes;
import org.aletheia.testimony.door.WishState;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

/** What people wished at their doors: the work list of their organisation. Who may call: whoever attends its doors. */
@Path("/api/v1/door-wishes")
@Authenticated
@RunOnVirtualThread
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
class DoorWishesResource {
    private static final List<WishState> OUTCOMES = List.of(WishState.CONFIRMED, WishState.LIFTED);

    private final DoorWishes wishes;
    private final DoorSettlements settlements;
    private final ChecksFactory checks;

    DoorWishesResource(DoorWishes wishes, DoorSettlements settlements, ChecksFactory checks) {
        this.wishes = wishes;
        this.settlements = settlements;
        this.checks = checks;
    }

    @GET
    @Operation(summary = "Wishes of the people whom one's organisation supports: those that are open wait for it")
    public Page<DoorWish> list(
            @QueryParam("state") @Nullable String state,
            @QueryParam("limit") @Nullable Integer limit,
            @QueryParam("cursor") @Nullable String cursor) {
        Checks found = checks.begin();
        WishState only = state(found, "?state", state, Arrays.asList(WishState.values()));
        found.throwIfAny();
        return wishes.list(only, PageRequest.of(limit, cursor));
    }

    @POST
    @Path("/{id}/settlement")
    @Operation(
            summary = "Say what the person wants, once they were reached the way that is safe",
            description =
                    "Confirmed, a withdrawal is final: the person's consents are withdrawn and all stays closed. Lifted,"
                            + " the wish ends, and what neither another wish nor a consent keeps closed opens again.")
    public DoorWish settle(@RestPath UUID id, Settlement body) {
        Checks found = checks.begin();
        WishState outcome = state(found, "/outcome", found.required("/outcome", body.outcome()), OUTCOMES);
        String channel = found.code("contact-channel", "/channel", found.required("/channel", body.channel()));
        String recorded = found.code("consent-form", "/recorded", body.recorded());
        boolean confirmed = outcome == WishState.CONFIRMED;
        found.findings().require(!confirmed || body.recorded() != null, "/recorded", "required");
        found.throwIfAny();
        return settlements.settle(id, new DoorSettlements.Said(sure(outcome), sure(channel), recorded));
    }

    /**
     * @param outcome {@code confirmed} or {@code lifted}
     * @param channel how the person was reached, code of {@code contact-channel}
     * @param recorded how that the person said so was recorded, code of {@code consent-form}; required where it is confirmed
     */
    record Settlement(
            @Nullable String outcome,
            @Nullable String channel,
            @Nullable String recorded) {}

    private static @Nullable WishState state(
            Checks checks, String pointer, @Nullable String code, List<WishState> allowed) {
        WishState known = allowed.stream()
                .filter(each -> each.code().equals(code))
                .findFirst()
                .orElse(null);
        List<String> codes = allowed.stream().map(WishState::code).toList();
        checks.findings().require(code == null || known != null, pointer, "state-unknown", Map.of("allowed", codes));
        return known;
    }
}
