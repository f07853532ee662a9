package org.aletheia.cases.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.aletheia.cases.disclosure.DisclosureFlag;
import org.aletheia.cases.disclosure.DisclosureFlags;
import org.aletheia.cases.disclosure.DisclosureRegister;
import org.aletheia.cases.disclosure.RegisterEntry;
import org.aletheia.evidence.record.PageRequest;
import org.aletheia.evidence.record.ProtectionBody;
import org.aletheia.evidence.record.RecordAnswers;
import org.aletheia.evidence.record.RecordVersion;
import org.aletheia.platform.http.ETags;
import org.aletheia.platform.http.Page;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

/** What the disclosure officer has to look at. Who may call: disclosure officers; to others there is no such thing. */
@Path("/api/v1/disclosure-tasks")
@Authenticated
@RunOnVirtualThread
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
class DisclosureTasksResource {
    private final DisclosureFlags flags;
    private final DisclosureRegister register;

    DisclosureTasksResource(DisclosureFlags flags, DisclosureRegister register) {
        this.flags = flags;
        this.register = register;
    }

    /**
     * A flag as the officer sees it.
     *
     * @param item as the register has it; absent where the body does not hold it any more
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record TaskView(
            UUID id,
            String state,
            List<String> grounds,
            UUID raisedBy,
            Instant raisedAt,
            int revision,
            @Nullable String outcome,
            @Nullable RegisterEntry item) {
        static TaskView of(RecordVersion<DisclosureFlag> flag, @Nullable RegisterEntry item) {
            DisclosureFlag said = flag.content();
            return new TaskView(
                    flag.id(),
                    said.state().code(),
                    said.grounds(),
                    said.raisedBy(),
                    flag.createdAt(),
                    flag.revision(),
                    said.outcome(),
                    item);
        }
    }

    /** @param outcome code of {@code disclosure-outcome} */
    record ClosingBody(@Nullable String outcome) implements ProtectionBody {
        /** As it was. */
        @Override
        public @Nullable String classification() {
            return null;
        }

        /** As they were. */
        @Override
        public @Nullable List<String> compartments() {
            return null;
        }
    }

    @GET
    @Operation(summary = "What members of one's body flagged; state open or closed")
    public Page<TaskView> list(
            @QueryParam("limit") @Nullable Integer limit,
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("state") @Nullable String state) {
        Page<RecordVersion<DisclosureFlag>> page = flags.tasks(state, PageRequest.of(limit, cursor));
        List<UUID> items =
                page.items().stream().map(flag -> flag.content().item()).toList();
        Map<UUID, RegisterEntry> entries =
                register.of(items).stream().collect(Collectors.toMap(RegisterEntry::id, Function.identity()));
        return page.map(flag -> TaskView.of(flag, entries.get(flag.content().item())));
    }

    @POST
    @Path("/{id}/closing")
    @Operation(summary = "Say what came of a flag")
    public Response close(
            @RestPath UUID id, @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch, ClosingBody body) {
        return RecordAnswers.found(
                flags.close(id, current -> ETags.requireMatch(ifMatch, current), body, body.outcome()));
    }
}
