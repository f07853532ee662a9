package org.aletheia.platform.objectstore.minio;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;
import javax.net.SocketFactory;
import org.jspecify.annotations.Nullable;

/**
 * Sockets to the store. With TCP_NODELAY: OkHttp sends head and body in separate writes; with Nagle's algorithm and
 * delayed acknowledgements each small PUT then waits some 40 ms. Whoever reads waits as long as the socket says.
 */
final class StoreSocketFactory extends SocketFactory {
    private final Duration readTimeout;

    /** @param readTimeout how long a read waits for the next bytes, at least a millisecond */
    StoreSocketFactory(Duration readTimeout) {
        this.readTimeout = readTimeout;
    }

    @Override
    public Socket createSocket() throws IOException {
        Socket socket = new StoreSocket(Math.toIntExact(readTimeout.toMillis()));
        socket.setTcpNoDelay(true);
        return socket;
    }

    @Override
    public Socket createSocket(String host, int port) throws IOException {
        return createSocket(InetAddress.getByName(host), port);
    }

    @Override
    public Socket createSocket(String host, int port, InetAddress from, int fromPort) throws IOException {
        return createSocket(InetAddress.getByName(host), port, from, fromPort);
    }

    @Override
    public Socket createSocket(InetAddress host, int port) throws IOException {
        return connected(new InetSocketAddress(host, port), null);
    }

    @Override
    public Socket createSocket(InetAddress host, int port, InetAddress from, int fromPort) throws IOException {
        return connected(new InetSocketAddress(host, port), new InetSocketAddress(from, fromPort));
    }

    private Socket connected(InetSocketAddress to, @Nullable InetSocketAddress from) throws IOException {
        Socket socket = createSocket();
        try {
            socket.bind(from);
            socket.connect(to);
            return socket;
        } catch (IOException e) {
            socket.close();
            throw e;
        }
    }
}
