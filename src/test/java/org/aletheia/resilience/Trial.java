package org.aletheia.resilience;

import io.restassured.path.json.JsonPath;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.aletheia.testing.Stack;
import org.aletheia.testing.TestRun;
import org.aletheia.testing.Tokens;

/** One trial: room of its own on the stack, and server processes that share it. */
final class Trial implements AutoCloseable {

    private final TestRun run;
    private final Map<String, String> properties;
    private final Path logs;

    Trial(Map<String, String> settings) throws Exception {
        this(own -> settings);
    }

    /** @param settings from the properties of this trial, which they change or add to */
    Trial(UnaryOperator<Map<String, String>> settings) throws Exception {
        this.run = TestRun.begin();
        this.properties = new HashMap<>(run.properties());
        this.properties.putAll(settings.apply(run.properties()));
        this.logs = Files.createDirectories(Path.of(System.getProperty("aletheia.basedir"), "target", "resilience"));
    }

    /** One more server process of this trial. */
    RunningServer start() throws IOException, InterruptedException {
        return RunningServer.start(properties, log());
    }

    /** As {@link #start()}, with more settings. */
    RunningServer start(Map<String, String> settings) throws IOException, InterruptedException {
        Map<String, String> all = new HashMap<>(properties);
        all.putAll(settings);
        return RunningServer.start(all, log());
    }

    /**
     * Checks the whole estate of this trial, every stored byte too, beside its servers, whatever lies between these and what
     * they use.
     *
     * @return what it found; empty where the estate is clean
     */
    String fsck() throws IOException, InterruptedException {
        return check("fsck", "--content");
    }

    /** As {@link #fsck()}, but of stored bytes their lengths and headers alone. */
    String fsckWithoutContent() throws IOException, InterruptedException {
        return check("fsck");
    }

    private String check(String... words) throws IOException, InterruptedException {
        Path found = run.folder().resolve("fsck.txt");
        Files.deleteIfExists(found);
        int exit = RunningServer.run(run.properties(), found, words).waitFor();
        return exit == 0 ? "" : "exit code " + exit + "\n" + Files.readString(found);
    }

    /** What a command has said, and its exit code. */
    record Ended(int exit, String output) {}

    /** Runs a command beside the servers of this trial. */
    Ended run(String... words) throws IOException, InterruptedException {
        return run(Map.of(), words);
    }

    /** As {@link #run(String...)}, with more settings. */
    Ended run(Map<String, String> settings, String... words) throws IOException, InterruptedException {
        Path found = run.folder().resolve("command.txt");
        Files.deleteIfExists(found);
        Map<String, String> all = new HashMap<>(properties);
        all.putAll(settings);
        int exit = RunningServer.run(all, found, words).waitFor();
        return new Ended(exit, Files.readString(found));
    }

    /** Settings of a log that is to succeed this one: a name, an empty bucket, and the key-encryption keys alone. */
    Map<String, String> successor() throws Exception {
        Path keys = Files.createDirectories(run.folder().resolve("keys-2"));
        Files.setPosixFilePermissions(keys, PosixFilePermissions.fromString("rwx------"));
        try (Stream<Path> files = Files.list(Path.of(setting("aletheia.keys.directory")))) {
            for (Path file : files.toList()) {
                String name = file.getFileName().toString();
                if (name.endsWith(".kek") || name.equals("current")) {
                    Files.copy(file, keys.resolve(name), StandardCopyOption.COPY_ATTRIBUTES);
                }
            }
        }
        return Map.of(
                "aletheia.log.origin", setting("aletheia.log.origin") + "-2",
                "aletheia.object-store.log-bucket", run.anotherLogBucket(),
                "aletheia.keys.directory", keys.toString());
    }

    /** Takes the entries of its log away, as somebody would who may write its bucket. */
    void loseEntries() throws Exception {
        run.damage(setting("aletheia.object-store.log-bucket"), "tile/entries/");
    }

    /** Remembers its database as it is now; none of its servers may run. */
    void backUp() throws SQLException {
        run.backUp();
    }

    /** Sets its database, and nothing else, back to what was remembered. */
    void restore() throws SQLException {
        run.restore();
    }

    /** A setting of this trial. */
    String setting(String property) {
        return String.valueOf(properties.get(property));
    }

    /** All settings of this trial. */
    Map<String, String> settings() {
        return Map.copyOf(properties);
    }

    /** What its servers have said. */
    String output() throws IOException {
        return Files.readString(log());
    }

    /** Its output: stays after the trial, to tell what happened. */
    private Path log() {
        return logs.resolve(run.properties().get("aletheia.search.index-prefix") + ".log");
    }

    /** Its database as the superuser sees it; the caller closes it. */
    Connection database() throws SQLException {
        Stack stack = run.stack();
        return DriverManager.getConnection(
                String.valueOf(run.properties().get("quarkus.datasource.jdbc.url")),
                stack.get("stack.postgres.admin-user"),
                stack.get("stack.postgres.admin-password"));
    }

    /** Enrols the administrator of this trial, and documenter and counsel of its field team; returns that organisation. */
    String enrol(RunningServer server) throws IOException, InterruptedException {
        String code = run.stack().get("aletheia.bootstrap.code");
        post(server, "/api/v1/bootstrap", """
                {"code":"%s","organisation":{"name":"Operator"}}""".formatted(code));
        String team = enrol(server, "Field Team", "documenter");
        join(server, team, "counsel", "counsel");
        return team;
    }

    /** Enrols an organisation with one member, whose user is called as its role; returns the organisation's id. */
    static String enrol(RunningServer server, String name, String role) throws IOException, InterruptedException {
        String organisation = post(server, "/api/v1/member-organisations", "{\"name\":\"" + name + "\"}");
        join(server, organisation, role, role);
        return organisation;
    }

    /** Enrols one more member of an organisation. */
    static void join(RunningServer server, String organisation, String user, String role)
            throws IOException, InterruptedException {
        post(server, "/api/v1/member-organisations/" + organisation + "/members", """
                {"issuer":"%s","subject":"%s","roles":["%s"],"clearance":"TLP:RED"}""".formatted(
                        Tokens.issuer(user), Tokens.subject(user), role));
    }

    private static String post(RunningServer server, String path, String body)
            throws IOException, InterruptedException {
        var request = Documenter.as("admin", server.at(path))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        try (var http = HttpClient.newHttpClient()) {
            var reply = http.send(request, HttpResponse.BodyHandlers.ofString());
            if (reply.statusCode() != 201) {
                throw new IllegalStateException(path + " answered " + reply.statusCode() + ": " + reply.body());
            }
            return JsonPath.from(reply.body()).getString("id");
        }
    }

    /** Where the stack, this trial, its log and any temporary file of the server would be on disk. */
    Iterable<Path> dataFolders() {
        Path stackFolder =
                Path.of(System.getProperty("aletheia.stack")).toAbsolutePath().getParent();
        return List.of(stackFolder, logs, Path.of(System.getProperty("java.io.tmpdir")));
    }

    @Override
    public void close() throws Exception {
        run.close();
    }
}
