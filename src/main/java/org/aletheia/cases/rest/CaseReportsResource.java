package org.aletheia.cases.rest;

import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.UUID;
import org.aletheia.cases.CaseReports;
import org.aletheia.cases.Chronologies;
import org.aletheia.cases.Chronology;
import org.aletheia.cases.Witnesses;
import org.aletheia.cases.Witnesses.WitnessList;
import org.aletheia.codelists.CodeLists;
import org.aletheia.platform.http.AnswerTexts;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jspecify.annotations.Nullable;

/** Reports on a case. Who may call: its members who may read content. */
@Path("/api/v1/case-files/{id}")
@Authenticated
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
class CaseReportsResource {
    private final CaseReports reports;
    private final Witnesses witnesses;
    private final Chronologies chronologies;
    private final CodeLists lists;
    private final AnswerTexts texts = AnswerTexts.load("case");

    CaseReportsResource(CaseReports reports, Witnesses witnesses, Chronologies chronologies, CodeLists lists) {
        this.reports = reports;
        this.witnesses = witnesses;
        this.chronologies = chronologies;
        this.lists = lists;
    }

    /** What is missing or in doubt. */
    record GapsView(List<GapView> gaps) {}

    @GET
    @Path("/gaps")
    @Operation(
            summary =
                    "Elements that the lists have and the matrix lacks, and those not yet supported, contradicted, without"
                            + " source or without review")
    public RestResponse<GapsView> gaps(
            @RestPath UUID id, @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) @Nullable String acceptLanguage) {
        GapView.Words words = new GapView.Words(lists, texts, acceptLanguage);
        return ResponseBuilder.ok(
                        new GapsView(reports.gaps(id).stream().map(words::of).toList()))
                .header(HttpHeaders.VARY, HttpHeaders.ACCEPT_LANGUAGE)
                .build();
    }

    @GET
    @Path("/witnesses")
    @Operation(
            summary = "The witnesses of the case and the statements that they gave, by pseudonyms of this case only",
            description = "With linked=true also the records of those whose identity the caller may ask for.")
    public WitnessList witnesses(@RestPath UUID id, @QueryParam("linked") @DefaultValue("false") boolean linked) {
        return witnesses.of(id, linked);
    }

    @GET
    @Path("/chronology")
    @Operation(
            summary = "Incidents and acts charged and the items of the case, by the earliest time that they can mean")
    public Chronology chronology(@RestPath UUID id) {
        return chronologies.of(id);
    }
}
