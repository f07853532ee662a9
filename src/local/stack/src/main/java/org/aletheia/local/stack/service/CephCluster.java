package org.aletheia.local.stack.service;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.aletheia.local.stack.Ports;
import org.aletheia.local.stack.process.ChildProcess;
import org.aletheia.local.stack.process.StopSignal;

/** The smallest Ceph that serves S3: one monitor, one object storage daemon, one gateway, in one folder. */
final class CephCluster {

    private static final int STEP_SECONDS = 60;

    private final ServiceContext context;
    private final Ports ports;
    private final Path folder;
    private final Map<String, String> environment;
    private final Deque<ChildProcess> newestFirst = new ArrayDeque<>();

    CephCluster(ServiceContext context, Ports ports, Path folder) {
        this.context = context;
        this.ports = ports;
        this.folder = folder;
        this.environment = Map.of("CEPH_CONF", folder.resolve("ceph.conf").toString());
    }

    /** Exists when the cluster in this folder once answered; without it, what lies there is a failed beginning. */
    static Path whole(Path folder) {
        return folder.resolve("whole");
    }

    void start(Buckets buckets) throws IOException, InterruptedException {
        String fsid = Files.readString(folder.resolve("fsid"));
        new CephConfiguration(folder, ports, fsid).write();
        launch("ceph-mon", List.of("ceph-mon", "-f", "-i", "a"));
        launch("ceph-osd", List.of("ceph-osd", "-f", "-i", "0"));
        startGateway(buckets);
    }

    void createAndStart(Buckets buckets) throws IOException, InterruptedException {
        Trees.delete(folder);
        context.data().of(folder.getFileName().toString());
        String fsid = UUID.randomUUID().toString();
        Files.writeString(folder.resolve("fsid"), fsid);
        new CephConfiguration(folder, ports, fsid).write();
        createMonitor(fsid);
        launch("ceph-mon", List.of("ceph-mon", "-f", "-i", "a"));
        createStorage();
        launch("ceph-osd", List.of("ceph-osd", "-f", "-i", "0"));
        run(List.of(
                "radosgw-admin",
                "user",
                "create",
                "--uid=aletheia",
                "--display-name=aletheia",
                "--access-key=" + buckets.accessKey(),
                "--secret-key=" + buckets.secretKey()));
        startGateway(buckets);
        Files.createFile(whole(folder));
    }

    private void createMonitor(String fsid) throws IOException, InterruptedException {
        String map = folder.resolve("monmap").toString();
        String address = "v1:127.0.0.1:" + ports.cephMonitor();
        run(List.of("monmaptool", "--create", "--addv", "a", address, "--fsid", fsid, map));
        run(List.of("ceph-mon", "--mkfs", "-i", "a", "--monmap", map));
    }

    private void createStorage() throws IOException, InterruptedException {
        String uuid = UUID.randomUUID().toString();
        run(List.of("ceph", "--connect-timeout", "30", "osd", "new", uuid));
        run(List.of(
                "ceph",
                "--connect-timeout",
                "30",
                "osd",
                "crush",
                "add",
                "osd.0",
                "1.0",
                "root=default",
                "host=local"));
        run(List.of("ceph-osd", "-i", "0", "--mkfs", "--osd-uuid", uuid, "--no-mon-config"));
    }

    private void startGateway(Buckets buckets) throws IOException, InterruptedException {
        launch("s3", List.of("radosgw", "-f", "-n", "client.rgw.a")).awaitReady(buckets::isReady, STEP_SECONDS);
    }

    private ChildProcess launch(String name, List<String> command) throws IOException {
        ChildProcess process = context.launch(name, command, environment, StopSignal.TERM);
        newestFirst.push(process);
        return process;
    }

    private void run(List<String> command) throws IOException, InterruptedException {
        context.run("ceph-init", command, environment, STEP_SECONDS);
    }

    long gatewayPid() {
        return newestFirst.getFirst().pid();
    }

    Map<String, String> pids() {
        Map<String, String> pids = new TreeMap<>();
        newestFirst.forEach(process -> pids.put("stack.pid." + process.name(), Long.toString(process.pid())));
        return pids;
    }

    void stop() {
        new ArrayList<>(newestFirst).forEach(ChildProcess::stop);
    }
}
