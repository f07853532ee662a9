package org.aletheia.platform.objectstore.minio;

import java.io.IOException;
import okhttp3.MediaType;
import okhttp3.RequestBody;
import okio.BufferedSink;
import org.aletheia.platform.objectstore.Payload;
import org.jspecify.annotations.Nullable;

/** Sends the bytes of a payload without copying them first. */
final class PayloadBody extends RequestBody {
    private final Payload payload;

    PayloadBody(Payload payload) {
        this.payload = payload;
    }

    @Override
    public @Nullable MediaType contentType() {
        return null; // set as a header, since the header is signed
    }

    @Override
    public long contentLength() {
        return payload.length();
    }

    @Override
    public void writeTo(BufferedSink sink) throws IOException {
        sink.write(payload.bytes(), 0, payload.length());
    }
}
