package org.aletheia.parties.rest;

import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.aletheia.parties.Day;
import org.aletheia.parties.command.Chain;
import org.aletheia.parties.command.Command;
import org.aletheia.parties.command.Commanders;
import org.aletheia.parties.command.Direction;
import org.aletheia.platform.http.Findings;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

/** Who commanded whom on a day. Who may call: members who may read the unit; of the rest they get what they may list. */
@Path("/api/v1/units/{id}")
@Authenticated
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
class CommandResource {
    private final Command command;

    CommandResource(Command command) {
        this.command = command;
    }

    @GET
    @Path("/commanders")
    public Commanders commanders(@RestPath UUID id, @QueryParam("on") @Nullable String on) {
        return command.commanders(id, QueryDays.required("on", on));
    }

    @GET
    @Path("/chain-of-command")
    public Chain chain(
            @RestPath UUID id,
            @QueryParam("on") @Nullable String on,
            @QueryParam("direction") @Nullable String direction,
            @QueryParam("depth") @Nullable Integer depth) {
        Findings findings = new Findings();
        findings.require(on != null, "?on", "required");
        Day day = on == null ? null : findings.parse("?on", () -> new Day(on));
        Direction way = direction(direction, findings);
        int levels = depth == null ? Command.DEFAULT_DEPTH : depth;
        findings.require(
                levels >= 1 && levels <= Command.MAX_DEPTH,
                "?depth",
                "out-of-range",
                Map.of("min", 1, "max", Command.MAX_DEPTH));
        findings.throwIfAny();
        return command.chain(id, Objects.requireNonNull(day), way, levels);
    }

    private static Direction direction(@Nullable String code, Findings findings) {
        Direction found = code == null ? Direction.UP : Direction.find(code).orElse(null);
        findings.require(found != null, "?direction", "direction-unknown");
        return found == null ? Direction.UP : found;
    }
}
