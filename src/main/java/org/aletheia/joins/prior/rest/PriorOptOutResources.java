package org.aletheia.joins.prior.rest;

import static org.aletheia.evidence.record.Checks.sure;

import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.aletheia.access.RecordKind;
import org.aletheia.evidence.record.Checks;
import org.aletheia.evidence.record.ChecksFactory;
import org.aletheia.joins.prior.PriorQuestions;
import org.aletheia.testimony.vault.VaultSubject;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

/** That somebody does not want to be found. Who may call: members who may revise the victim or person. */
final class PriorOptOutResources {
    private PriorOptOutResources() {}

    /** @param out whether questions about earlier interviews shall not find the person */
    @Schema(name = "PriorInterviewOptOut")
    record Wish(@Nullable Boolean out) {}

    /** The same for both kinds. */
    abstract static class Wishes {
        private final RecordKind kind;
        private final PriorQuestions questions;
        private final ChecksFactory checks;

        Wishes(RecordKind kind, PriorQuestions questions, ChecksFactory checks) {
            this.kind = kind;
            this.questions = questions;
            this.checks = checks;
        }

        @PUT
        @Authenticated
        @RunOnVirtualThread
        @Consumes(MediaType.APPLICATION_JSON)
        @Operation(
                summary =
                        "Note that the person is not to be found by questions about earlier interviews, or may be again")
        public Response put(@RestPath UUID id, Wish wish) {
            Checks found = checks.begin();
            Boolean out = found.required("/out", wish.out());
            found.throwIfAny();
            questions.optOut(new VaultSubject(kind, id), sure(out));
            return Response.noContent().build();
        }
    }

    @Path("/api/v1/victims/{id}/prior-interview-opt-out")
    static class OfVictims extends Wishes {
        OfVictims(PriorQuestions questions, ChecksFactory checks) {
            super(RecordKind.VICTIM, questions, checks);
        }
    }

    @Path("/api/v1/persons/{id}/prior-interview-opt-out")
    static class OfPersons extends Wishes {
        OfPersons(PriorQuestions questions, ChecksFactory checks) {
            super(RecordKind.PERSON, questions, checks);
        }
    }
}
