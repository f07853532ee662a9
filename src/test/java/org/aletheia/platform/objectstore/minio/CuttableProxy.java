package org.aletheia.platform.objectstore.minio;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/** A TCP proxy in front of a real server, whose wire can be cut: at once, or after so many more bytes either way. */
public final class CuttableProxy implements AutoCloseable {
    private final ServerSocket server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    private final URI target;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final AtomicLong budget = new AtomicLong(Long.MAX_VALUE);
    private final AtomicLong answers = new AtomicLong(Long.MAX_VALUE);

    public CuttableProxy(URI target) throws IOException {
        this.target = target;
        Thread.ofVirtual().start(this::accept);
    }

    /** Where to connect to instead of the server. */
    public URI address() {
        return URI.create("http://127.0.0.1:" + server.getLocalPort());
    }

    /** Breaks every connection after that many more bytes towards the server, and lets no new one through. */
    public void cutAfter(long bytes) {
        budget.set(bytes);
    }

    /** Lets requests through and breaks the connection before that answer, counted from now, 0 the next. */
    public void swallowAnswer(long number) {
        answers.set(number);
    }

    /** Works again. */
    public void mend() {
        budget.set(Long.MAX_VALUE);
        answers.set(Long.MAX_VALUE);
    }

    @Override
    public void close() throws IOException {
        server.close();
        open.forEach(CuttableProxy::drop);
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                Socket client = server.accept();
                Socket upstream = new Socket(target.getHost(), target.getPort());
                open.add(client);
                open.add(upstream);
                Thread.ofVirtual().start(() -> pump(client, upstream, budget, false));
                Thread.ofVirtual().start(() -> pump(upstream, client, answers, true));
            } catch (IOException e) {
                return; // closed
            }
        }
    }

    private void pump(Socket from, Socket to, AtomicLong left, boolean countsAnswers) {
        byte[] buffer = new byte[16 << 10];
        try (InputStream in = from.getInputStream();
                OutputStream out = to.getOutputStream()) {
            int read;
            while ((read = in.read(buffer)) >= 0) {
                long cost = countsAnswers ? answersIn(buffer, read) : read;
                if (left.get() != Long.MAX_VALUE && left.getAndAdd(-cost) < cost) {
                    break;
                }
                out.write(buffer, 0, read);
            }
        } catch (IOException e) {
            // broken by either side: the other one learns it below
        } finally {
            drop(from);
            drop(to);
        }
    }

    private static long answersIn(byte[] buffer, int length) {
        return length >= 5 && buffer[0] == 'H' && buffer[1] == 'T' && buffer[4] == '/' ? 1 : 0;
    }

    private static void drop(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            // gone already
        }
    }
}
