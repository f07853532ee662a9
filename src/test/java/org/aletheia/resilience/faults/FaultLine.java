package org.aletheia.resilience.faults;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** A relay on 127.0.0.1 to a real server, that cuts the connection at the request that the plan names. */
public final class FaultLine implements AutoCloseable {
    private static final int BUFFER = 1 << 16;

    private final String name;
    private final InetSocketAddress target;
    private final Protocol protocol;
    private final FaultPlan plan;
    private final ServerSocket listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    private final Set<Connection> open = ConcurrentHashMap.newKeySet();

    public FaultLine(String name, InetSocketAddress target, Protocol protocol, FaultPlan plan) throws IOException {
        this.name = name;
        this.target = target;
        this.protocol = protocol;
        this.plan = plan;
        Thread.ofVirtual().start(this::accept);
    }

    /** Where it listens. */
    public int port() {
        return listener.getLocalPort();
    }

    @Override
    public void close() throws IOException {
        listener.close();
        open.forEach(Connection::end);
    }

    private void accept() {
        while (!listener.isClosed()) {
            try {
                Socket client = listener.accept();
                Connection connection = connect(client);
                open.add(connection);
                Thread.ofVirtual().start(connection::ask);
                Thread.ofVirtual().start(connection::answer);
            } catch (IOException e) {
                // closed, or the target refused: the client sees its connection end
            }
        }
    }

    private Connection connect(Socket client) throws IOException {
        try {
            return new Connection(client, new Socket(target.getAddress(), target.getPort()));
        } catch (IOException e) {
            client.close();
            throw e;
        }
    }

    private final class Connection {
        private final Socket client;
        private final Socket server;
        private volatile boolean swallows;

        Connection(Socket client, Socket server) {
            this.client = client;
            this.server = server;
        }

        void ask() {
            try (InputStream in = new BufferedInputStream(client.getInputStream(), BUFFER);
                    OutputStream out = server.getOutputStream()) {
                Protocol.Requests requests = protocol.requests(in);
                Request request = requests.next();
                while (request != null && !isCut(request)) {
                    request.body().to(out);
                    request = requests.next();
                }
            } catch (IOException e) {
                // either side ended: the other one learns it below
            } finally {
                end();
            }
        }

        private boolean isCut(Request request) {
            Optional<Fault.Moment> moment =
                    request.kind() == null ? Optional.empty() : plan.meets(name, request.kind());
            swallows |= moment.filter(Fault.Moment.BEFORE_ITS_ANSWER::equals).isPresent();
            return moment.filter(Fault.Moment.BEFORE_IT_WAS_FORWARDED::equals).isPresent();
        }

        void answer() {
            byte[] buffer = new byte[BUFFER];
            try (InputStream in = server.getInputStream();
                    OutputStream out = client.getOutputStream()) {
                int read = in.read(buffer);
                while (read >= 0 && !swallows) {
                    out.write(buffer, 0, read);
                    read = in.read(buffer);
                }
                if (read >= 0) {
                    plan.answered();
                }
            } catch (IOException e) {
                // either side ended
            } finally {
                end();
            }
        }

        void end() {
            open.remove(this);
            close(client);
            close(server);
        }

        private static void close(Socket socket) {
            try {
                socket.close();
            } catch (IOException e) {
                // gone already
            }
        }
    }
}
