package org.aletheia.insight.rest;

import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Map;
import org.aletheia.insight.PlaceMap;
import org.aletheia.insight.RecordReader;
import org.aletheia.insight.RecordSets;
import org.aletheia.insight.Timeline;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** Sets of records in time and on the map. Who may call: whoever may read each of the records. Nothing is changed. */
@Path("/api/v1")
@Authenticated
@RunOnVirtualThread
@Consumes(MediaType.APPLICATION_JSON)
class SetsResource {
    private final RecordSets sets;
    private final RecordReader reader;

    SetsResource(RecordSets sets, RecordReader reader) {
        this.sets = sets;
        this.reader = reader;
    }

    @POST
    @Path("/timeline")
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(summary = "Records in the order of time, with what is uncertain of it")
    public Timeline timeline(SetBody body) {
        return Timeline.of(body.check(sets, reader.kinds()));
    }

    @POST
    @Path("/geojson")
    @Produces("application/geo+json")
    @Operation(
            summary = "Records on the map, as GeoJSON (RFC 7946)",
            description = "Places of what may identify a protected person are coarse.")
    public Map<String, Object> geoJson(SetBody body) {
        return PlaceMap.of(body.check(sets, reader.kinds()));
    }
}
