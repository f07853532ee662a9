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
    /**
     * Sends everything, each piece after the one before has left. An answer that has begun cannot become another one: where
     * bytes cannot be had, or are not what was stored, the connection is cut, so that nobody takes a part for the whole.
     *
     * @throws RuntimeException why, after the connection was cut
     */
    void send() {
        try (InputStream in = bytes) {
            in.transferTo(new ResponseStream(response));
        } catch (IOException e) {
            response.reset(); // the caller went away
        } catch (RuntimeException | Error e) {
            response.reset();
            throw e;
        }
    }
}
