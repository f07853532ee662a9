package org.aletheia.evidence.bulk.rest;

import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.aletheia.evidence.bulk.BulkLoad;
import org.aletheia.evidence.bulk.BulkMode;
import org.aletheia.evidence.bulk.BulkReport;
import org.aletheia.platform.http.AnswerTexts;
import org.aletheia.platform.http.Finding;
import org.aletheia.platform.http.ProblemException;
import org.aletheia.platform.http.ProblemType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/** Many records at once. Who may call: members whose role may create the kind of each line; see the access policy. */
@Path("/api/v1/bulk")
@Authenticated
@RunOnVirtualThread
class BulkResource {
    private static final int REFUSED = 422;

    private final BulkLoad load;
    private final AnswerTexts texts = AnswerTexts.load("problems");

    BulkResource(BulkLoad load) {
        this.load = load;
    }

    /**
     * @param mode {@code line} (the default): each line stands for itself; {@code all}: all are written or none
     * @param dryRun {@code true} checks and writes nothing
     */
    @POST
    @Consumes("application/x-ndjson")
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Make a record of each line, at most 10,000",
            description =
                    "The same lines sent again make nothing twice: each is known by its external id. With mode=all and a"
                            + " line that is refused nothing is written, and the answer is 422 with the same members.")
    public Response load(
            InputStream lines,
            @QueryParam("mode") @Nullable String mode,
            @QueryParam("dry-run") @Nullable String dryRun,
            @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) @Nullable String language) {
        BulkReport report = load.load(lines, mode(mode), flag(dryRun));
        boolean refused = !report.committed() && !flag(dryRun) && report.refused();
        return Response.status(refused ? REFUSED : Response.Status.OK.getStatusCode())
                .entity(BulkAnswer.of(report, flag(dryRun), guidance(language)))
                .header(HttpHeaders.VARY, HttpHeaders.ACCEPT_LANGUAGE)
                .build();
    }

    private String guidance(@Nullable String language) {
        return texts.text(AnswerTexts.language(language), ProblemType.GUIDANCE_REQUIRED.code() + ".detail");
    }

    private static BulkMode mode(@Nullable String given) {
        if (given == null) {
            return BulkMode.LINE;
        }
        Optional<BulkMode> mode = Arrays.stream(BulkMode.values())
                .filter(each -> each.code().equals(given))
                .findFirst();
        List<String> allowed =
                Arrays.stream(BulkMode.values()).map(BulkMode::code).toList();
        return mode.orElseThrow(() -> invalid(new Finding("?mode", "not-allowed", Map.of("allowed", allowed))));
    }

    private static boolean flag(@Nullable String given) {
        if (given == null || given.equals("false")) {
            return false;
        }
        if (given.equals("true")) {
            return true;
        }
        throw invalid(new Finding("?dry-run", "not-allowed", Map.of("allowed", List.of("true", "false"))));
    }

    private static ProblemException invalid(Finding finding) {
        return new ProblemException(ProblemType.INVALID_REQUEST, Map.of(), List.of(finding));
    }
}
