package org.aletheia.platform.http;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.apache.commons.fileupload2.core.FileUploadException;
import org.apache.commons.fileupload2.core.MultipartInput;
import org.apache.commons.fileupload2.core.ParameterParser;
import org.jspecify.annotations.Nullable;

/**
 * The parts of a {@code multipart/form-data} body (RFC 7578), one after the other as they arrive; nothing is buffered
 * but the headers of a part. Malformed bodies end in a {@link FileUploadException}, broken connections in another
 * {@link IOException}. For one thread.
 */
public final class MultipartParts {
    private static final int BUFFER = 64 * 1024;
    private static final int MAX_HEADERS = 8 * 1024;

    private final MultipartInput input;
    private boolean more;

    private MultipartParts(MultipartInput input, boolean more) {
        this.input = input;
        this.more = more;
    }

    /** Opens the body and skips what stands before the first part. */
    public static MultipartParts open(@Nullable String contentType, InputStream body) throws IOException {
        MultipartInput input = MultipartInput.builder()
                .setInputStream(body)
                .setBoundary(boundary(contentType))
                .setBufferSize(BUFFER)
                .setPartHeaderSizeMax(MAX_HEADERS)
                .get();
        input.setHeaderCharset(StandardCharsets.UTF_8);
        return new MultipartParts(input, input.skipPreamble());
    }

    /** The next part, or null after the last one. The one before must have been read to its end. */
    @Nullable
    public Part next() throws IOException {
        if (!more) {
            return null;
        }
        PartHeaders headers = PartHeaders.parse(input.readHeaders());
        return new Part(headers, input.newInputStream());
    }

    /** Moves past the part that was read to its end; false where the body has no other. */
    public boolean advance() throws IOException {
        more = input.readBoundary();
        return more;
    }

    private static byte[] boundary(@Nullable String contentType) throws FileUploadException {
        ParameterParser parser = new ParameterParser();
        parser.setLowerCaseNames(true);
        Map<String, String> parameters = parser.parse(contentType, new char[] {';', ','});
        String boundary = parameters.get("boundary");
        if (boundary == null || boundary.isEmpty() || boundary.length() > 70) {
            throw new FileUploadException("no boundary");
        }
        return boundary.getBytes(StandardCharsets.ISO_8859_1);
    }

    /** One part: its headers and its bytes. */
    public record Part(PartHeaders headers, InputStream body) {}
}
