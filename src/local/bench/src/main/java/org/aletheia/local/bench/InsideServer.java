package org.aletheia.local.bench;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.aletheia.local.bench.inside.Inside;

/** The packaged server, whose services can be called where they lie: see {@link Inside}. Not thread-safe. */
final class InsideServer implements AutoCloseable {
    private static final Path OURS =
            Path.of("src/local/bench/target/aletheia-bench-inside.jar").toAbsolutePath();

    private final ServerProcess process;
    private final Socket socket;
    private final BufferedReader in;
    private final PrintWriter out;

    private InsideServer(ServerProcess process, int port) throws IOException {
        this.process = process;
        this.socket = new Socket(InetAddress.getLoopbackAddress(), port);
        this.in = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
        this.out = new PrintWriter(socket.getOutputStream(), true, StandardCharsets.UTF_8);
    }

    /** As {@link ServerProcess#start}. @param control a free port for the commands */
    static InsideServer start(Path runner, Path stackProperties, int port, int control, Path log, List<String> settings)
            throws IOException, InterruptedException {
        List<String> all = new ArrayList<>(settings);
        all.add(Inside.PORT + "=" + control);
        ServerProcess process = ServerProcess.start(
                List.of(
                        // as the manifest of the server's jar asks for
                        "--add-opens=java.base/java.lang=ALL-UNNAMED",
                        "--add-opens=java.base/java.nio=ALL-UNNAMED",
                        "--add-opens=java.base/jdk.internal.misc=ALL-UNNAMED",
                        "-cp",
                        runner + File.pathSeparator + OURS,
                        Inside.class.getName()),
                stackProperties,
                port,
                log,
                all.toArray(String[]::new));
        return new InsideServer(process, control);
    }

    /** Returns the answer once the command is done. */
    String command(String command) throws IOException {
        out.println(command);
        String answer = in.readLine();
        if (answer == null || answer.startsWith("!")) {
            throw new IOException(command + ": " + answer);
        }
        return answer;
    }

    ServerProcess process() {
        return process;
    }

    @Override
    public void close() throws Exception {
        socket.close();
        process.close();
    }
}
