package org.aletheia.evidence.rest;

import jakarta.ws.rs.core.HttpHeaders;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.aletheia.evidence.IncomingFile;
import org.aletheia.evidence.metadata.MediaTypes;
import org.aletheia.kernel.Digest;
import org.aletheia.kernel.DigestHeader;
import org.aletheia.kernel.MalformedValueException;
import org.aletheia.platform.http.Finding;
import org.aletheia.platform.http.PartHeaders;
import org.aletheia.platform.http.ProblemException;
import org.aletheia.platform.http.ProblemType;
import org.jspecify.annotations.Nullable;

/**
 * What the headers of a request say of the bytes. Content codings are refused, so {@code Content-Digest} and
 * {@code Repr-Digest} (RFC 9530) are over the same bytes and both are checked.
 */
final class UploadHeaders {
    private static final String CONTENT_DIGEST = "Content-Digest";
    private static final String REPR_DIGEST = "Repr-Digest";

    private UploadHeaders() {}

    /** The bytes of a raw upload. */
    static IncomingFile file(HttpHeaders headers, InputStream body) {
        requireIdentity(headers);
        return new IncomingFile(
                body,
                length(headers.getHeaderString(HttpHeaders.CONTENT_LENGTH)),
                digests(headers),
                null,
                MediaTypes.stated(headers.getHeaderString(HttpHeaders.CONTENT_TYPE)));
    }

    /** Those that the request states over its whole body. */
    static List<Digest> digests(HttpHeaders headers) {
        List<Digest> digests = new ArrayList<>();
        digests.addAll(parse(CONTENT_DIGEST, headers.getHeaderString(CONTENT_DIGEST)));
        digests.addAll(parse(REPR_DIGEST, headers.getHeaderString(REPR_DIGEST)));
        return digests;
    }

    /** Those that a part of a form states over its bytes. */
    static List<Digest> digests(PartHeaders part) {
        List<Digest> digests = new ArrayList<>();
        digests.addAll(parse(CONTENT_DIGEST, part.field("content-digest")));
        digests.addAll(parse(REPR_DIGEST, part.field("repr-digest")));
        return digests;
    }

    static void requireIdentity(HttpHeaders headers) {
        String coding = headers.getHeaderString(HttpHeaders.CONTENT_ENCODING);
        if (coding != null && !coding.isBlank() && !coding.strip().equalsIgnoreCase("identity")) {
            throw new ProblemException(
                    ProblemType.UNSUPPORTED_MEDIA_TYPE,
                    Map.of(),
                    List.of(new Finding(HttpHeaders.CONTENT_ENCODING + ":", "coding-unsupported")));
        }
    }

    private static List<Digest> parse(String name, @Nullable String value) {
        try {
            return value == null ? List.of() : DigestHeader.parse(value);
        } catch (MalformedValueException e) {
            throw new ProblemException(
                    ProblemType.DIGEST_MALFORMED, Map.of(), List.of(new Finding(name + ":", e.reason())));
        }
    }

    private static @Nullable Long length(@Nullable String value) {
        return value == null ? null : Long.valueOf(value);
    }
}
