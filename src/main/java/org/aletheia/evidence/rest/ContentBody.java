package org.aletheia.evidence.rest;

import io.vertx.core.http.HttpServerResponse;
import java.io.IOException;
import java.io.InputStream;

/**
 * Content on its way to the caller.
 *
 * @param bytes closed once they are sent, or cannot be
 * @param length how many there are
 * @param response takes them
 */
record ContentBody(InputStream bytes, long length, HttpServerResponse response) {
    /** Sends everything, each piece after the one before has left. @throws IOException where the caller went away */
    void send() throws IOException {
        try (InputStream in = bytes) {
            in.transferTo(new ResponseStream(response));
        }
    }
}
