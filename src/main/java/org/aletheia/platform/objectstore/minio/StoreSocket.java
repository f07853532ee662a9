package org.aletheia.platform.objectstore.minio;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.SocketException;
import org.jspecify.annotations.Nullable;

/**
 * A socket that is read in large pieces and keeps a read timeout of its own. OkHttp reads 8 KiB at a time, and where it
 * looks after the timeout itself, wakes another thread for each of them: together more processor time than decrypting.
 */
final class StoreSocket extends Socket {
    /** As much as the JDK takes from the kernel in one call. */
    private static final int READ_AT_ONCE = 128 << 10;

    private final int readTimeout;
    private @Nullable InputStream input;

    /** @param readTimeout milliseconds */
    StoreSocket(int readTimeout) {
        this.readTimeout = readTimeout;
    }

    @Override
    public synchronized InputStream getInputStream() throws IOException {
        if (input == null) {
            input = new BufferedInputStream(super.getInputStream(), READ_AT_ONCE);
        }
        return input;
    }

    /** Zero, with which OkHttp says that it does not look after the time, leaves it to the socket. */
    @Override
    public void setSoTimeout(int timeout) throws SocketException {
        super.setSoTimeout(timeout == 0 ? readTimeout : timeout);
    }
}
