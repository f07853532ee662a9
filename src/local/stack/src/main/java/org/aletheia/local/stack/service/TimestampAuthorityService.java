package org.aletheia.local.stack.service;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.aletheia.local.stack.process.ChildProcess;
import org.aletheia.local.stack.process.HttpProbe;

/** A timestamp authority for tests: its certificates say so. */
public final class TimestampAuthorityService implements Service {

    private static final String FOLDER = "timestamp-authority";

    private final int port;

    public TimestampAuthorityService(int port) {
        this.port = port;
    }

    @Override
    public String name() {
        return "timestamps";
    }

    @Override
    public int port() {
        return port;
    }

    @Override
    public Started start(ServiceContext context) throws Exception {
        Path folder = context.data().of(FOLDER);
        ChildProcess server = context.launch(name(), command(context, folder));
        server.awaitReady(HttpProbe.of(port, "/crl"), 60);
        return new Started(
                server.pid(),
                Map.of(
                        "aletheia.timestamps.authorities.local.url",
                        "http://127.0.0.1:" + port + "/tsa",
                        "aletheia.timestamps.authorities.local.roots",
                        folder.resolve("root.pem").toString(),
                        // the demonstration shows a timestamp before anybody has read so far
                        "aletheia.timestamps.interval",
                        "2S"));
    }

    private static List<String> command(ServiceContext context, Path folder) {
        return new JavaCommand("16m", "64m")
                .add("-jar", context.installation().timestampAuthority().toString())
                .add(folder.toString(), Integer.toString(context.ports().timestamps()))
                .words();
    }
}
