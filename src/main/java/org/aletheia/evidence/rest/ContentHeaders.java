package org.aletheia.evidence.rest;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import org.aletheia.evidence.ReceivedFile;
import org.aletheia.kernel.DigestHeader;
import org.aletheia.platform.http.ProblemException;
import org.aletheia.platform.http.ProblemType;
import org.jspecify.annotations.Nullable;

/**
 * The header fields of content that somebody else made and a browser must not run: always an attachment, of its stated
 * type only where that cannot be executed, in a sandbox; the rim of every answer forbids sniffing. The bytes never change, so their SHA-256 is their
 * entity tag.
 */
final class ContentHeaders {
    private final ReceivedFile file;

    ContentHeaders(ReceivedFile file) {
        this.file = file;
    }

    long length() {
        return file.content().length();
    }

    /** Whether the caller names the tag of what they have already (RFC 9110 §13.1.2). */
    boolean isKnown(HttpHeaders request) {
        return names(request.getHeaderString(HttpHeaders.IF_NONE_MATCH));
    }

    /** The range asked for; empty for the whole, also where {@code If-Range} names other bytes. */
    Optional<ByteRange> range(HttpHeaders request) throws ByteRange.UnsatisfiableException {
        String condition = request.getHeaderString("If-Range");
        boolean applies = condition == null || condition.strip().equals(tag());
        return applies ? ByteRange.of(request.getHeaderString("Range"), length()) : Optional.empty();
    }

    Response answer(Optional<ByteRange> range, ContentBody body) {
        Response.ResponseBuilder response = range.map(part -> Response.status(Response.Status.PARTIAL_CONTENT)
                        .header("Content-Range", part.contentRange(length())))
                .orElseGet(Response::ok);
        return describe(response).entity(body).build();
    }

    Response described() {
        return describe(Response.ok())
                .header(HttpHeaders.CONTENT_LENGTH, length())
                .build();
    }

    Response notModified() {
        return Response.notModified().header(HttpHeaders.ETAG, tag()).build();
    }

    ProblemException unsatisfiable() {
        return new ProblemException(ProblemType.RANGE_NOT_SATISFIABLE, Map.of("length", length()));
    }

    private Response.ResponseBuilder describe(Response.ResponseBuilder response) {
        return response.type(SafeMediaType.of(file.mediaType()))
                .header(HttpHeaders.ETAG, tag())
                .header("Accept-Ranges", "bytes")
                .header("Repr-Digest", DigestHeader.format(file.digests()))
                .header(HttpHeaders.CONTENT_DISPOSITION, AttachmentName.contentDisposition(name()));
    }

    private String name() {
        return file.name() == null ? "file" : file.name();
    }

    private String tag() {
        return '"' + file.content().sha256().hex() + '"';
    }

    private boolean names(@Nullable String tags) {
        return tags != null
                && Arrays.stream(tags.split(",", -1))
                        .map(String::strip)
                        .anyMatch(tag -> tag.equals("*") || tag.equals(tag()) || tag.equals("W/" + tag()));
    }
}
