package org.aletheia.evidence.rest;

import io.netty.buffer.Unpooled;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.util.concurrent.CompletionException;

/** The body of an answer whose head says how long it is. A write returns when the bytes have left, so they are not copied. */
final class ResponseStream extends OutputStream {
    private final HttpServerResponse response;

    ResponseStream(HttpServerResponse response) {
        this.response = response;
    }

    @Override
    public void write(int value) throws IOException {
        write(new byte[] {(byte) value}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        try {
            response.write(Buffer.buffer(Unpooled.wrappedBuffer(bytes, offset, length)))
                    .toCompletionStage()
                    .toCompletableFuture()
                    .join();
        } catch (CompletionException | IllegalStateException e) {
            throw new IOException("the caller went away", e);
        }
    }
}
