package org.aletheia.local.stack.service;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.aletheia.local.stack.Installation;
import org.aletheia.local.stack.process.ChildProcess;
import org.aletheia.local.stack.process.HttpProbe;

/** The product itself, as an operator starts it: all it knows of the stack is {@code stack.properties}. */
public final class ServerService implements Service {

    public static final String NAME = "server";

    private final int port;
    private final int managementPort;

    public ServerService(int port, int managementPort) {
        this.port = port;
        this.managementPort = managementPort;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public int port() {
        return port;
    }

    @Override
    public Started start(ServiceContext context) throws Exception {
        Path jar = context.installation().server();
        Path properties = context.data().stackProperties();
        ChildProcess server = context.launch(NAME, command(jar, properties));
        server.awaitReady(HttpProbe.of(managementPort, "/q/health/ready"), 120);
        return new Started(server.pid(), Map.of());
    }

    private List<String> command(Path jar, Path properties) {
        return List.of(
                Installation.java().toString(),
                "-Xmx256m",
                "-XX:+UseSerialGC",
                "-XX:+ExitOnOutOfMemoryError",
                "-Dsmallrye.config.locations=" + properties,
                "-Dquarkus.http.host=127.0.0.1",
                "-Dquarkus.http.port=" + port,
                "-Dquarkus.management.host=127.0.0.1",
                "-Dquarkus.management.port=" + managementPort,
                // one server alone may migrate by itself; migrating validates, whereas validating first would
                // refuse every migration that is still to come
                "-Dquarkus.flyway.migrate-at-start=true",
                "-Dquarkus.flyway.validate-at-start=false",
                "-Dquarkus.log.console.json.enabled=false",
                "-jar",
                jar.toString());
    }
}
