package org.aletheia.evidence.rest;

import io.vertx.core.http.HttpServerResponse;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.util.Optional;
import org.aletheia.evidence.ReceivedFile;
import org.aletheia.platform.http.AnswerPolicies;

/** Answers a request for bytes that somebody else made: with all of them, one range, or that the caller has them already. */
final class ContentAnswer {
    private ContentAnswer() {}

    /** Gives bytes out, once the journal was told. */
    interface Opening {
        InputStream open(long from, long length);
    }

    /** @param described tells the journal that the caller saw what the content is, without its bytes */
    static Response of(
            ReceivedFile file, HttpHeaders headers, HttpServerResponse response, Runnable described, Opening opening) {
        response.putHeader("Content-Security-Policy", AnswerPolicies.CONTENT);
        ContentHeaders content = new ContentHeaders(file);
        if (content.isKnown(headers)) {
            described.run();
            return content.notModified();
        }
        try {
            Optional<ByteRange> range = content.range(headers);
            ByteRange sent = range.orElse(new ByteRange(0, content.length() - 1));
            InputStream bytes = opening.open(sent.from(), sent.length());
            return content.answer(range, new ContentBody(bytes, sent.length(), response));
        } catch (ByteRange.UnsatisfiableException e) {
            described.run();
            response.putHeader("Content-Range", "bytes */" + content.length());
            throw content.unsatisfiable();
        }
    }
}
