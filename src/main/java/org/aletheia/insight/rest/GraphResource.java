package org.aletheia.insight.rest;

import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.Map;
import java.util.UUID;
import org.aletheia.access.RecordKind;
import org.aletheia.access.RecordName;
import org.aletheia.insight.RecordReader;
import org.aletheia.insight.graph.Graph;
import org.aletheia.insight.graph.Neighbourhoods;
import org.aletheia.kernel.Ids;
import org.aletheia.platform.http.Findings;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/** What is around a record. Who may call: whoever may read that record; of those around it they see what they may list. */
@Path("/api/v1/graph")
@Authenticated
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
class GraphResource {
    private static final int MOST_STEPS = 2;
    private static final int MOST = 500;
    private static final int DEFAULT = 200;

    private final Neighbourhoods neighbourhoods;
    private final RecordReader reader;

    GraphResource(Neighbourhoods neighbourhoods, RecordReader reader) {
        this.neighbourhoods = neighbourhoods;
        this.reader = reader;
    }

    /**
     * @param depth steps away from the record, 1 or 2
     * @param limit most records, 1 to 500
     */
    @GET
    @Operation(
            summary = "A record with the records around it",
            description =
                    "Each edge says what one record is to the other, and with which sources. Involvements are alleged.")
    public Graph around(
            @QueryParam("kind") @Nullable String kind,
            @QueryParam("id") @Nullable String id,
            @QueryParam("depth") @Nullable Integer depth,
            @QueryParam("limit") @Nullable Integer limit) {
        Findings findings = new Findings();
        RecordKind known = SetBody.kind(findings, "?kind", kind, reader.kinds());
        UUID record = findings.require(id != null, "?id", "required") && id != null
                ? findings.parse("?id", () -> Ids.parse(id))
                : null;
        int steps = within(findings, "?depth", depth, 1, MOST_STEPS);
        int most = within(findings, "?limit", limit, DEFAULT, MOST);
        findings.throwIfAny();
        if (known == null || record == null) {
            throw new IllegalStateException("checked");
        }
        return neighbourhoods.around(new RecordName(known, record), steps, most);
    }

    private static int within(Findings findings, String pointer, @Nullable Integer given, int otherwise, int most) {
        int value = given == null ? otherwise : given;
        findings.require(value >= 1 && value <= most, pointer, "out-of-range", Map.of("min", 1, "max", most));
        return value;
    }
}
