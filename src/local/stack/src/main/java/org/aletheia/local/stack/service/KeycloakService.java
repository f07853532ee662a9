package org.aletheia.local.stack.service;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;
import org.aletheia.local.stack.data.Archive;
import org.aletheia.local.stack.data.Secrets;
import org.aletheia.local.stack.process.ChildProcess;
import org.aletheia.local.stack.process.HttpProbe;
import org.aletheia.local.stack.process.Probe;
import org.aletheia.local.stack.process.StopSignal;

/** Keycloak in development mode with the demo realm; its own database lies inside its unpacked folder. */
public final class KeycloakService implements Service {

    static final String REALM = "aletheia";
    static final String API_CLIENT = "aletheia-api";
    static final String CLI_CLIENT = "aletheia-cli";
    /** Keycloak has adapted itself to its options and asks to be started again. */
    private static final int RESTART_WANTED = 10;

    private final int port;
    private final int managementPort;

    public KeycloakService(int port, int managementPort) {
        this.port = port;
        this.managementPort = managementPort;
    }

    @Override
    public String name() {
        return "keycloak";
    }

    @Override
    public int port() {
        return port;
    }

    @Override
    public Started start(ServiceContext context) throws Exception {
        Path home = unpack(context);
        Path realms = Files.createDirectories(home.resolve("data/import"));
        Path realm = realms.resolve(REALM + "-realm.json");
        PrivateFiles.write(realm, RealmTemplate.render(context.secrets()));
        ChildProcess server = launchTwiceIfWanted(context, home);
        return new Started(server.pid(), properties(context.secrets()));
    }

    private static Path unpack(ServiceContext context) throws IOException {
        Path packed = context.installation().program("keycloak-");
        String version = packed.getFileName().toString().replace(".tar.gz", "");
        Path target = context.data().of("keycloak").resolve("unpacked");
        try (InputStream tar = new GZIPInputStream(new BufferedInputStream(Files.newInputStream(packed)), 1 << 16)) {
            Archive.unpackOnce(tar, target);
        }
        return target.resolve(version);
    }

    private ChildProcess launchTwiceIfWanted(ServiceContext context, Path home)
            throws IOException, InterruptedException {
        Probe ready = this::isReady;
        ChildProcess first = launch(context, home, List.of());
        if (first.awaitReadyOrExit(ready, 180, RESTART_WANTED)) {
            return first;
        }
        ChildProcess second = launch(context, home, List.of("-Dkc.config.built=true"));
        second.awaitReady(ready, 180);
        return second;
    }

    private boolean isReady() throws InterruptedException {
        return HttpProbe.of(managementPort, "/health/ready").isReady()
                && HttpProbe.of(port, "/realms/" + REALM + "/.well-known/openid-configuration")
                        .isReady();
    }

    private ChildProcess launch(ServiceContext context, Path home, List<String> more) throws IOException {
        Map<String, String> environment = Map.of(
                "KC_BOOTSTRAP_ADMIN_USERNAME",
                "admin",
                "KC_BOOTSTRAP_ADMIN_PASSWORD",
                context.secrets().get("keycloak.admin"));
        return context.launch(name(), command(home, more), environment, StopSignal.TERM);
    }

    private List<String> command(Path home, List<String> more) {
        return new JavaCommand("64m", "512m")
                .add("-XX:MaxMetaspaceSize=256m", "-Dkc.home.dir=" + home)
                .add("-Djboss.server.config.dir=" + home.resolve("conf"))
                .add("-Djava.util.logging.manager=org.jboss.logmanager.LogManager")
                .add("-Djava.util.concurrent.ForkJoinPool.common.threadFactory="
                        + "io.quarkus.bootstrap.forkjoin.QuarkusForkJoinWorkerThreadFactory")
                .add("-Dpicocli.disable.closures=true", "-Duser.language=en", "-Duser.country=US")
                .add("--add-opens=java.base/java.util=ALL-UNNAMED")
                .add("--add-opens=java.base/java.util.concurrent=ALL-UNNAMED")
                .add("--add-opens=java.base/java.security=ALL-UNNAMED")
                .add("--add-opens=java.base/java.lang=ALL-UNNAMED")
                .add("--enable-native-access=ALL-UNNAMED")
                .addAll(more)
                .add("-cp", home.resolve("lib/quarkus-run.jar").toString())
                .add("io.quarkus.bootstrap.runner.QuarkusEntryPoint", "start-dev", "--import-realm")
                .add("--http-host=127.0.0.1", "--http-port=" + port)
                .add("--http-management-host=127.0.0.1", "--http-management-port=" + managementPort)
                .add("--hostname=http://127.0.0.1:" + port, "--health-enabled=true")
                .words();
    }

    private Map<String, String> properties(Secrets secrets) {
        Map<String, String> properties = new TreeMap<>();
        String issuer = "http://127.0.0.1:" + port + "/realms/" + REALM;
        properties.put("quarkus.oidc.auth-server-url", issuer);
        properties.put("quarkus.oidc.client-id", API_CLIENT);
        properties.put("quarkus.oidc.token.audience", API_CLIENT);
        properties.put("stack.token-url", issuer + "/protocol/openid-connect/token");
        properties.put("stack.client-id", CLI_CLIENT);
        properties.put("stack.other-client-id", "other-app");
        properties.put("stack.keycloak.admin-password", secrets.get("keycloak.admin"));
        RealmTemplate.USERS.forEach(
                user -> properties.put("stack.users." + user + ".password", RealmTemplate.password(user, secrets)));
        return properties;
    }
}
