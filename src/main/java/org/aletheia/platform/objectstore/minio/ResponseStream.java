package org.aletheia.platform.objectstore.minio;

import java.io.FilterInputStream;
import java.io.IOException;
import okhttp3.Response;
import org.aletheia.platform.objectstore.StorageUnavailableException;

/** The body of an answer; closing it gives the connection back. */
final class ResponseStream extends FilterInputStream {
    private final S3Request request;

    ResponseStream(S3Request request, Response response) {
        super(response.body().byteStream());
        this.request = request;
    }

    @Override
    public int read() {
        try {
            return super.read();
        } catch (IOException e) {
            throw cut(e);
        }
    }

    @Override
    public int read(byte[] bytes, int offset, int length) {
        try {
            return super.read(bytes, offset, length);
        } catch (IOException e) {
            throw cut(e);
        }
    }

    private StorageUnavailableException cut(IOException cause) {
        return S3Calls.unavailable(request, cause);
    }
}
