package org.aletheia.local.stack.service;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.aletheia.local.stack.StackException;
import org.aletheia.local.stack.data.Archive;
import org.aletheia.local.stack.data.Secrets;
import org.aletheia.local.stack.process.ChildProcess;
import org.aletheia.local.stack.process.StopSignal;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;

/** PostgreSQL with full durability (fsync and synchronous commit on), reachable by password over TCP only. */
public final class PostgresService implements Service {

    static final String ADMIN = "postgres";
    private static final String ADMIN_SECRET = "postgres.admin";

    private final int port;

    public PostgresService(int port) {
        this.port = port;
    }

    @Override
    public String name() {
        return "postgres";
    }

    @Override
    public int port() {
        return port;
    }

    @Override
    public Started start(ServiceContext context) throws Exception {
        Path programs = unpack(context).resolve("bin");
        Path cluster = context.data().of("postgres").resolve("cluster");
        String password = context.secrets().get(ADMIN_SECRET);
        initialise(context, programs, cluster, password);
        StaleClusterLock.remove(cluster);
        ChildProcess server = context.launch(name(), command(programs, cluster), Map.of(), StopSignal.INT);
        PostgresAdmin admin = new PostgresAdmin(port, ADMIN, password);
        server.awaitReady(admin::isReady, 60);
        admin.prepare(context.secrets());
        return new Started(server.pid(), properties(admin, context.secrets()));
    }

    private static Path unpack(ServiceContext context) throws IOException {
        Path packed = context.installation().program("postgres-");
        String version = packed.getFileName().toString().replace(".jar", "");
        Path target = context.data().of("postgres").resolve(version);
        try (ZipFile jar = new ZipFile(packed.toFile());
                InputStream tar = new XZCompressorInputStream(jar.getInputStream(tarIn(jar)))) {
            Archive.unpackOnce(tar, target);
        }
        return target;
    }

    private static ZipEntry tarIn(ZipFile jar) {
        return jar.stream()
                .filter(entry -> entry.getName().endsWith(".txz"))
                .findFirst()
                .map(ZipEntry.class::cast)
                .orElseThrow(() -> new StackException(jar.getName() + " holds no .txz archive"));
    }

    /** A half-made cluster has no place: it is made beside its name and renamed when whole. */
    private void initialise(ServiceContext context, Path programs, Path cluster, String password)
            throws IOException, InterruptedException {
        if (Files.exists(cluster)) {
            return;
        }
        Path partial = cluster.resolveSibling("cluster.partial");
        Trees.delete(partial);
        Path passwordFile = Files.createTempFile(context.data().run(), "postgres", ".password");
        try {
            Files.writeString(passwordFile, password);
            context.run(
                    "postgres-init",
                    unprivileged(List.of(
                            programs.resolve("initdb").toString(),
                            "--pgdata=" + partial,
                            "--username=" + ADMIN,
                            "--pwfile=" + passwordFile,
                            "--auth=scram-sha-256",
                            "--encoding=UTF8",
                            "--locale=C",
                            "--locale-provider=builtin",
                            "--builtin-locale=C.UTF-8",
                            "--data-checksums")),
                    Map.of("LC_ALL", "C"),
                    60);
        } finally {
            Files.delete(passwordFile);
        }
        Files.move(partial, cluster);
    }

    private List<String> command(Path programs, Path cluster) {
        return unprivileged(List.of(
                programs.resolve("postgres").toString(),
                "-D",
                cluster.toString(),
                "-c",
                "listen_addresses=127.0.0.1",
                "-c",
                "port=" + port,
                "-c",
                "unix_socket_directories=",
                "-c",
                "fsync=on",
                "-c",
                "synchronous_commit=on",
                "-c",
                "max_connections=300",
                "-c",
                "log_error_verbosity=terse", // without the rows that a constraint refused
                "-c",
                "timezone=UTC",
                "-c",
                "log_timezone=UTC"));
    }

    /**
     * PostgreSQL refuses to run as root. In a user namespace of its own the process is no longer root to itself, while
     * the files stay root's: nothing needs another account or a change of ownership.
     */
    private static List<String> unprivileged(List<String> command) {
        if (!"root".equals(System.getProperty("user.name"))) {
            return command;
        }
        List<String> wrapped = new ArrayList<>(List.of("unshare", "--user"));
        wrapped.addAll(command);
        return wrapped;
    }

    private Map<String, String> properties(PostgresAdmin admin, Secrets secrets) {
        Map<String, String> properties = new TreeMap<>();
        String url = admin.url(PostgresAdmin.DATABASE);
        properties.put("quarkus.datasource.jdbc.url", url);
        properties.put("quarkus.datasource.follower.jdbc.url", url);
        properties.put("quarkus.datasource.vault.jdbc.url", url);
        properties.put("quarkus.flyway.jdbc-url", url);
        login(properties, "quarkus.datasource", PostgresRole.APP, secrets);
        login(properties, "quarkus.datasource.follower", PostgresRole.FOLLOWER, secrets);
        login(properties, "quarkus.datasource.vault", PostgresRole.VAULT, secrets);
        login(properties, "quarkus.flyway", PostgresRole.OWNER, secrets);
        properties.put("stack.postgres.admin-url", admin.url("postgres"));
        properties.put("stack.postgres.admin-user", ADMIN);
        properties.put("stack.postgres.admin-password", secrets.get(ADMIN_SECRET));
        return properties;
    }

    private static void login(Map<String, String> properties, String prefix, PostgresRole role, Secrets secrets) {
        properties.put(prefix + ".username", role.login());
        properties.put(prefix + ".password", role.password(secrets));
    }
}
