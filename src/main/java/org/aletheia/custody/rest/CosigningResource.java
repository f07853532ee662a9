package org.aletheia.custody.rest;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.aletheia.custody.cosigning.CosignAnswer;
import org.aletheia.custody.cosigning.CosigningService;
import org.aletheia.custody.cosigning.CosigningSuspendedException;
import org.aletheia.kernel.MalformedValueException;
import org.aletheia.platform.http.BoundedStream;
import org.aletheia.platform.http.ProblemException;
import org.aletheia.platform.http.ProblemType;
import org.aletheia.platform.objectstore.StorageUnavailableException;
import org.aletheia.platform.signing.SignerUnavailableException;
import org.aletheia.transparency.CosignDecision;
import org.aletheia.transparency.CosignRequest;
import org.aletheia.transparency.NoteSignature;
import org.aletheia.transparency.NoteVerifierKey;
import org.aletheia.transparency.SignedNote;
import org.eclipse.microprofile.openapi.annotations.Operation;

/**
 * This server as cosigner of other logs, without login (C2SP tlog-witness): a request is worth what the signatures in it
 * are. Answers are plain text, those that refuse with a code alone.
 */
@Path("/witness")
@PermitAll
@RunOnVirtualThread
public class CosigningResource {
    private static final String TEXT = "text/plain; charset=utf-8";
    private static final String SIZE = "text/x.tlog.size";
    private static final String WRONG_EMPTY_TREE = "tree-root";
    private static final int UNPROCESSABLE = 422;
    private static final int AT_ONCE = 8;

    private final CosigningService cosigning;
    private final Semaphore asking = new Semaphore(AT_ONCE);

    CosigningResource(CosigningService cosigning) {
        this.cosigning = cosigning;
    }

    /** Cosigns a checkpoint that extends the one cosigned before. */
    @POST
    @Path("add-checkpoint")
    @Consumes(MediaType.WILDCARD)
    @Operation(summary = "Cosign a checkpoint of another log")
    public Response addCheckpoint(InputStream body) throws IOException {
        byte[] bytes = new BoundedStream(body, CosignRequest.MAX_LENGTH).readAllBytes();
        return limited(() -> {
            try {
                return answer(cosigning.add(CosignRequest.parse(bytes)));
            } catch (MalformedValueException e) {
                return text(e.reason().equals(WRONG_EMPTY_TREE) ? UNPROCESSABLE : 400, e.reason());
            }
        });
    }

    /** The verifier keys that cosign, one vkey a line. */
    @GET
    @Path("vkeys")
    @Operation(summary = "Keys of this server's cosignatures")
    public Response vkeys() {
        List<NoteVerifierKey> keys = cosigning.verifierKeys();
        if (keys.isEmpty()) {
            throw new ProblemException(ProblemType.NOT_FOUND);
        }
        return Response.ok(keys.stream().map(key -> key.format() + "\n").collect(Collectors.joining()), TEXT)
                .build();
    }

    /** The checkpoint that was cosigned last of the log whose origin has this SHA-256. */
    @GET
    @Path("{origin}/checkpoint")
    @Operation(summary = "The last checkpoint of another log that was cosigned")
    public Response last(@PathParam("origin") String originDigest) {
        return limited(() -> {
            SignedNote note =
                    cosigning.lastOf(originDigest).orElseThrow(() -> new ProblemException(ProblemType.NOT_FOUND));
            return Response.ok(note.format(), TEXT).build();
        });
    }

    private Response limited(Supplier<Response> question) {
        if (!asking.tryAcquire()) {
            throw new ProblemException(ProblemType.TOO_MANY_REQUESTS);
        }
        try {
            return question.get();
        } catch (SignerUnavailableException e) {
            return text(503, "signer-unavailable");
        } catch (StorageUnavailableException e) {
            return text(503, "storage-unavailable");
        } catch (CosigningSuspendedException e) {
            return text(503, "suspended");
        } finally {
            asking.release();
        }
    }

    private static Response answer(CosignAnswer answer) {
        return switch (answer.decision()) {
            case CosignDecision.Extends extended ->
                Response.ok(
                                answer.cosignatures().stream()
                                        .map(NoteSignature::format)
                                        .collect(Collectors.joining()),
                                TEXT)
                        .build();
            case CosignDecision.Stale stale ->
                Response.status(409)
                        .type(SIZE)
                        .entity((stale.lastSize() + "\n").getBytes(StandardCharsets.US_ASCII))
                        .build();
            case CosignDecision.Refused refused ->
                text(status(refused.reason()), refused.reason().code());
        };
    }

    private static int status(CosignDecision.Reason reason) {
        return switch (reason) {
            case UNKNOWN_ORIGIN -> 404;
            case UNTRUSTED -> 403;
            case SIZES_REVERSED -> 400;
            case INCONSISTENT -> UNPROCESSABLE;
        };
    }

    private static Response text(int status, String code) {
        return Response.status(status).type(TEXT).entity(code + "\n").build();
    }
}
