package org.aletheia.resilience.faults;

import java.io.IOException;
import java.io.OutputStream;
import org.jspecify.annotations.Nullable;

/**
 * One request on a line, read as far as it takes to name it.
 *
 * @param kind what it asks, without values; null for what has no answer and no effect
 * @param body sends it on, whole
 */
record Request(@Nullable String kind, Forwarding body) {

    @FunctionalInterface
    interface Forwarding {
        void to(OutputStream server) throws IOException;
    }

    /** Of bytes that were read whole. */
    static Request of(@Nullable String kind, byte[] bytes) {
        return new Request(kind, server -> {
            server.write(bytes);
            server.flush();
        });
    }
}
