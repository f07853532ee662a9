package org.aletheia.custody.rest;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.aletheia.custody.LogRecoveries;
import org.aletheia.custody.PublishedLog;
import org.aletheia.custody.PublishedTiles;
import org.aletheia.custody.format.Receipt;
import org.aletheia.custody.keys.Keyring;
import org.aletheia.custody.timestamping.PublishedTimestamps;
import org.aletheia.kernel.Digest;
import org.aletheia.kernel.MalformedValueException;
import org.aletheia.platform.http.ProblemException;
import org.aletheia.platform.http.ProblemType;
import org.aletheia.platform.signing.SigningPurpose;
import org.aletheia.transparency.EntryBundleId;
import org.aletheia.transparency.NoteVerifierKey;
import org.aletheia.transparency.TileId;
import org.aletheia.transparency.keys.KeyHistory;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/**
 * The log for everyone, without login: it holds nothing but hashes, and whoever verifies must not have to ask us for leave.
 */
@Path("/log")
@PermitAll
@RunOnVirtualThread
public class LogResource {
    private static final String TEXT = "text/plain; charset=utf-8";
    private static final String BRIEFLY = "public, max-age=1";
    private static final String FIVE_MINUTES = "public, max-age=300";
    private static final String FOR_EVER = "public, max-age=31536000, immutable";

    /** In decimal without leading zeros, so that each has one address. */
    private static final String SIZE = "[1-9][0-9]{0,17}";

    private final PublishedLog log;
    private final PublishedTiles tiles;
    private final PublishedTimestamps timestamps;
    private final LogRecoveries recoveries;
    private final Keyring keyring;

    LogResource(
            PublishedLog log,
            PublishedTiles tiles,
            PublishedTimestamps timestamps,
            LogRecoveries recoveries,
            Keyring keyring) {
        this.recoveries = recoveries;
        this.log = log;
        this.tiles = tiles;
        this.timestamps = timestamps;
        this.keyring = keyring;
    }

    /** The last published checkpoint, a signed note. */
    @GET
    @Path("checkpoint")
    public Response checkpoint(@Context Request request) {
        String note = log.last().orElseThrow(LogResource::notFound).note();
        return cached(request, note, BRIEFLY);
    }

    /**
     * The checkpoint that was published with that size, as proofs and timestamps under it name it. It stays for ever; the last
     * one may still get cosignatures.
     */
    @GET
    @Path("checkpoints/{size: 0|[1-9][0-9]{0,17}}")
    public Response checkpoint(@PathParam("size") long size, @Context Request request) {
        Optional<PublishedLog.Published> last = log.last().filter(published -> published.size() == size);
        if (last.isPresent()) {
            return cached(request, last.get().note(), BRIEFLY);
        }
        byte[] note = tiles.earlierCheckpoint(size).orElseThrow(LogResource::notFound);
        return cached(request, new String(note, StandardCharsets.UTF_8), FOR_EVER);
    }

    /** The verifier keys that sign now, one vkey a line: those of the log in the order in which they sign, then of its promises. */
    @GET
    @Path("vkeys")
    public Response vkeys(@Context Request request) {
        StringBuilder lines = new StringBuilder();
        for (SigningPurpose purpose : List.of(SigningPurpose.CHECKPOINT, SigningPurpose.PROMISE)) {
            for (NoteVerifierKey key : keyring.of(purpose).verifierKeys()) {
                lines.append(key.format()).append('\n');
            }
        }
        return cached(request, lines.toString(), FIVE_MINUTES);
    }

    /** All lists of the log's keys, the first one first: which keys sign, signed once, or may have been misused and since when. */
    @GET
    @Path("keys")
    public Response keys(@Context Request request) {
        return cached(request, keyring.history().format(), BRIEFLY);
    }

    /** One list of the log's keys with its signed head; it never changes. */
    @GET
    @Path("keys/{number: [1-9][0-9]{0,5}}")
    public Response keys(@PathParam("number") int number, @Context Request request) {
        KeyHistory history = keyring.history();
        if (number > history.size()) {
            throw notFound();
        }
        return cached(request, history.lists().get(number - 1).format(), FOR_EVER);
    }

    /** A tile of hashes or, below {@code tile/entries}, a bundle of entries. */
    @GET
    @Path("tile/{place: .+}")
    public Response tile(@PathParam("place") String place) {
        byte[] bytes = find("tile/" + place).orElseThrow(LogResource::notFound);
        return Response.ok(bytes, MediaType.APPLICATION_OCTET_STREAM)
                .header(HttpHeaders.CACHE_CONTROL, FOR_EVER)
                .build();
    }

    /**
     * What was lost of this log, and which log it succeeds: a receipt with its proof for each event that declares it, the newest
     * first, as {@code {"recoveries": [{receipt}, …]}}. None in a log that never had to be recovered.
     */
    @GET
    @Path("recoveries")
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(summary = "Declarations that events of the log were lost, or that it succeeds another one, with proofs")
    public Response recoveries() {
        List<Map<String, @Nullable Object>> receipts =
                recoveries.all().stream().map(Receipt::json).toList();
        return Response.ok(Map.of("recoveries", receipts))
                .header(HttpHeaders.CACHE_CONTROL, BRIEFLY)
                .build();
    }

    /** Which checkpoint each authority has timestamped last: a line for each, {@code <size> <authority>}. */
    @GET
    @Path("timestamps/latest")
    public Response latestTimestamps(@Context Request request) {
        return cached(request, timestamps.latest().orElseThrow(LogResource::notFound), BRIEFLY);
    }

    /** A timestamped checkpoint, byte for byte as it was timestamped. */
    @GET
    @Path("timestamps/{size: " + SIZE + "}/checkpoint")
    public Response timestampedCheckpoint(@PathParam("size") long size, @Context Request request) {
        return cached(request, timestamps.checkpoint(size).orElseThrow(LogResource::notFound), FOR_EVER);
    }

    /** The token of an authority for that checkpoint (RFC 3161), with its certificates and revocation lists. */
    @GET
    @Path("timestamps/{size: " + SIZE + "}/{authority: [a-z0-9][a-z0-9-]*}.tst")
    public Response timestamp(@PathParam("size") long size, @PathParam("authority") String authority) {
        byte[] token = timestamps.token(size, authority).orElseThrow(LogResource::notFound);
        return Response.ok(token, "application/cms")
                .header(HttpHeaders.CACHE_CONTROL, FOR_EVER)
                .build();
    }

    private Optional<byte[]> find(String path) {
        try {
            return path.startsWith("tile/entries/")
                    ? tiles.entries(EntryBundleId.parse(path))
                    : tiles.tile(TileId.parse(path));
        } catch (MalformedValueException e) {
            return Optional.empty();
        }
    }

    private static Response cached(Request request, String text, String caching) {
        EntityTag tag = new EntityTag(
                Digest.sha256(text.getBytes(StandardCharsets.UTF_8)).hex());
        Response.ResponseBuilder unchanged = request.evaluatePreconditions(tag);
        Response.ResponseBuilder answer = unchanged == null ? Response.ok(text, TEXT) : unchanged;
        return answer.tag(tag).header(HttpHeaders.CACHE_CONTROL, caching).build();
    }

    private static ProblemException notFound() {
        return new ProblemException(ProblemType.NOT_FOUND);
    }
}
