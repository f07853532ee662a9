package org.aletheia.evidence.terms.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.aletheia.evidence.terms.Assurance;
import org.aletheia.evidence.terms.Assurances;
import org.aletheia.kernel.MalformedValueException;
import org.aletheia.platform.http.Findings;
import org.aletheia.platform.http.Page;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

/** Assurances of other bodies. Who may call: members of the organisation that holds them; to note and to end, its counsel. */
@Path("/api/v1/member-organisations/{organisation}/assurances")
@Authenticated
@RunOnVirtualThread
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
class AssurancesResource {
    private static final int MAX = 200;

    private final Assurances assurances;
    private final Clock clock;

    AssurancesResource(Assurances assurances, Clock clock) {
        this.assurances = assurances;
        this.clock = clock;
    }

    @GET
    @Operation(summary = "What the caller's organisation was assured of by or for another, the first one first")
    public Page<View> list(@RestPath UUID organisation) {
        return new Page<>(assurances.of(organisation).stream().map(View::of).toList(), null);
    }

    @POST
    @ResponseStatus(201)
    @Operation(
            summary = "Note that no death penalty is assured",
            description = "From then on what was received with noDeathPenalty may be shared with that organisation.")
    public View note(@RestPath UUID organisation, Request request) {
        Findings findings = new Findings();
        String givenBy = text(findings, "/givenBy", request.givenBy());
        String reference = text(findings, "/reference", request.reference());
        LocalDate givenOn = day(findings, request.givenOn());
        findings.throwIfAny();
        return View.of(assurances.note(organisation, givenBy, reference, Objects.requireNonNull(givenOn)));
    }

    @DELETE
    @Path("/{id}")
    @ResponseStatus(204)
    @Operation(
            summary = "Say that an assurance counts no more",
            description = "Where none is left, what was shared on its strength is closed to that organisation at once.")
    public void end(@RestPath UUID organisation, @RestPath UUID id) {
        assurances.end(organisation, id);
    }

    private static String text(Findings findings, String pointer, @Nullable String given) {
        String text = given == null ? "" : given.strip();
        findings.require(!text.isEmpty(), pointer, "required");
        findings.require(text.length() <= MAX, pointer, "too-long", Map.of("max", MAX));
        return text;
    }

    private @Nullable LocalDate day(Findings findings, @Nullable String given) {
        if (!findings.require(given != null, "/givenOn", "required")) {
            return null;
        }
        @Nullable LocalDate day = findings.parse("/givenOn", () -> parsed(Objects.requireNonNull(given)));
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        findings.require(day == null || !day.isAfter(today), "/givenOn", "in-the-future");
        return day;
    }

    private static LocalDate parsed(String given) {
        try {
            return LocalDate.parse(given);
        } catch (DateTimeParseException e) {
            throw new MalformedValueException("day-malformed", "not a day of the form 2026-03-05");
        }
    }

    /**
     * An assurance that no death penalty follows.
     *
     * @param givenBy the authority; names no person
     * @param reference of the letter, note or agreement
     * @param givenOn a day, 2026-03-05
     */
    @Schema(name = "AssuranceRequest")
    record Request(
            @Nullable String givenBy,
            @Nullable String reference,
            @Nullable String givenOn) {}

    /** @param endedAt absent while it stands */
    @Schema(name = "Assurance")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record View(
            UUID id,
            UUID organisation,
            String assured,
            String givenBy,
            String reference,
            String givenOn,
            UUID notedBy,
            Instant notedAt,
            @Nullable Instant endedAt) {
        static View of(Assurance from) {
            return new View(
                    from.id(),
                    from.organisation(),
                    Assurance.NO_DEATH_PENALTY,
                    from.givenBy(),
                    from.reference(),
                    from.givenOn().toString(),
                    from.notedBy(),
                    from.notedAt(),
                    from.endedAt());
        }
    }
}
