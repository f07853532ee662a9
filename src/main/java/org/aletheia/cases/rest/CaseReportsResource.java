package org.aletheia.cases.rest;

import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.UUID;
import org.aletheia.cases.CaseReports;
import org.aletheia.cases.Chronologies;
import org.aletheia.cases.Chronology;
import org.aletheia.cases.Gap;
import org.aletheia.cases.WitnessLine;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestPath;

/** Reports on a case. Who may call: its members who may read content. */
@Path("/api/v1/case-files/{id}")
@Authenticated
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
class CaseReportsResource {
    private final CaseReports reports;
    private final Chronologies chronologies;

    CaseReportsResource(CaseReports reports, Chronologies chronologies) {
        this.reports = reports;
        this.chronologies = chronologies;
    }

    /** What is missing or in doubt. */
    record GapsView(List<Gap> gaps) {}

    /** Whom the case may call. */
    record WitnessesView(List<WitnessLine> witnesses) {}

    @GET
    @Path("/gaps")
    @Operation(summary = "Elements not yet supported, contradicted, without source or without review")
    public GapsView gaps(@RestPath UUID id) {
        return new GapsView(reports.gaps(id));
    }

    @GET
    @Path("/witnesses")
    @Operation(summary = "The witnesses of the case, by pseudonym only")
    public WitnessesView witnesses(@RestPath UUID id) {
        return new WitnessesView(reports.witnesses(id));
    }

    @GET
    @Path("/chronology")
    @Operation(
            summary = "Incidents and acts charged and the items of the case, by the earliest time that they can mean")
    public Chronology chronology(@RestPath UUID id) {
        return chronologies.of(id);
    }
}
