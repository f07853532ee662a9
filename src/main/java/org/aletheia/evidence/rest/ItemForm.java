package org.aletheia.evidence.rest;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import org.aletheia.evidence.IncomingFile;
import org.aletheia.evidence.metadata.MediaTypes;
import org.aletheia.platform.http.Finding;
import org.aletheia.platform.http.MultipartParts;
import org.aletheia.platform.http.PartHeaders;
import org.aletheia.platform.http.ProblemException;
import org.aletheia.platform.http.ProblemType;
import org.apache.commons.fileupload2.core.FileUploadException;
import org.jspecify.annotations.Nullable;

/**
 * The form of a one-call upload as it streams in. The bytes of the file end only when the form is found to end right
 * after them, so nothing is stored of a form that is cut, or goes on.
 */
final class ItemForm {
    private static final int MAX_METADATA = 256 * 1024;
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
            .build();

    private final BodyDigests body;
    private final MultipartParts parts;

    private ItemForm(BodyDigests body, MultipartParts parts) {
        this.body = body;
        this.parts = parts;
    }

    /** Makes an answer of a form. */
    interface Receiving {
        Response of(ItemForm form) throws IOException;
    }

    /** Reads a form; what is wrong with it, or cuts it short, is told as a problem. */
    static Response read(HttpHeaders headers, InputStream body, Receiving receiving) {
        UploadHeaders.requireIdentity(headers);
        try {
            return receiving.of(open(headers, body));
        } catch (JsonProcessingException e) {
            throw new ProblemException(ProblemType.MALFORMED_JSON, where(e));
        } catch (FileUploadException e) {
            throw new ProblemException(ProblemType.MULTIPART_MALFORMED, Map.of(), e);
        } catch (IOException e) {
            throw Interrupted.problem(e);
        }
    }

    private static Map<String, Object> where(JsonProcessingException failure) {
        JsonLocation at = failure.getLocation();
        return at == null ? Map.of() : Map.of("line", at.getLineNr(), "column", at.getColumnNr());
    }

    private static ItemForm open(HttpHeaders headers, InputStream stream) throws IOException {
        BodyDigests body = new BodyDigests(stream, UploadHeaders.digests(headers));
        return new ItemForm(body, MultipartParts.open(headers.getHeaderString(HttpHeaders.CONTENT_TYPE), body));
    }

    /** The first part. */
    JsonNode metadata() throws IOException {
        MultipartParts.Part part = require("metadata");
        byte[] json = part.body().readNBytes(MAX_METADATA + 1);
        if (json.length > MAX_METADATA) {
            throw new ProblemException(ProblemType.PAYLOAD_TOO_LARGE, Map.of("limit", MAX_METADATA));
        }
        parts.advance();
        return JSON.readTree(json);
    }

    /** The second and last part. */
    IncomingFile file() throws IOException {
        MultipartParts.Part part = require("file");
        PartHeaders headers = part.headers();
        return new IncomingFile(
                new LastPart(part.body(), this::requireEnd),
                null,
                UploadHeaders.digests(headers),
                headers.fileName(),
                MediaTypes.stated(headers.field("content-type")));
    }

    private MultipartParts.Part require(String name) throws IOException {
        MultipartParts.Part part = parts.next();
        if (part == null || !part.headers().name().equals(name)) {
            throw refused(part == null ? "part-missing" : "part-unexpected", name);
        }
        return part;
    }

    private void requireEnd() throws IOException {
        if (parts.advance()) {
            throw refused("part-unexpected", null);
        }
        body.check();
    }

    private static ProblemException refused(String code, @Nullable String expected) {
        Map<String, Object> params = expected == null ? Map.of() : Map.of("expected", expected);
        return new ProblemException(ProblemType.MULTIPART_MALFORMED, Map.of(), List.of(new Finding("", code, params)));
    }
}
