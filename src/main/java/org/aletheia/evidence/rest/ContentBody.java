package org.aletheia.evidence.rest;

import io.vertx.core.http.HttpServerResponse;
import java.io.IOException;
import java.io.InputStream;
import org.aletheia.platform.http.SafeTrace;
import org.jboss.logging.Logger;

/**
 * Content on its way to the caller.
 *
 * @param bytes closed once they are sent, or cannot be
 * @param length how many there are
 * @param response takes them
 */
record ContentBody(InputStream bytes, long length, HttpServerResponse response) {
    private static final Logger LOG = Logger.getLogger(ContentBody.class);

    /**
     * Sends everything, each piece after the one before has left. An answer that has begun cannot become another one: where
     * bytes cannot be had, or are not what was stored, the connection is cut, so that nobody takes a part for the whole.
     * That is logged here and thrown to nobody, for whoever caught it would answer it behind the bytes that were sent.
     *
     * @return whether all were handed over; else the response must not be touched again
     */
    boolean send() {
        try (InputStream in = bytes) {
            in.transferTo(new ResponseStream(response));
            return true;
        } catch (IOException e) {
            response.reset(); // the caller went away
        } catch (RuntimeException | Error e) {
            response.reset();
            LOG.errorf("a download was cut off: %s", SafeTrace.of(e));
        }
        return false;
    }
}
