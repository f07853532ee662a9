package org.aletheia.local.stack.service;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.aletheia.local.stack.Ports;
import org.aletheia.local.stack.StackException;

/**
 * Ceph's object gateway: a production S3, with versions and an Object Lock that truly holds. It is the local way to
 * test what S3Proxy cannot do. The programs are Debian's; everything they write stays in the data folder.
 */
public final class CephService implements Service {

    private static final String KIND = "ceph";
    private static final List<String> PROGRAMS =
            List.of("monmaptool", "ceph-mon", "ceph-osd", "radosgw", "radosgw-admin", "ceph");

    private final Ports ports;

    public CephService(Ports ports) {
        this.ports = ports;
    }

    @Override
    public String name() {
        return "s3";
    }

    @Override
    public int port() {
        return ports.s3();
    }

    @Override
    public Started start(ServiceContext context) throws Exception {
        PROGRAMS.forEach(CephService::requireProgram);
        Buckets buckets = Buckets.of(port(), KIND, context.secrets());
        Path folder = context.data().of(KIND);
        CephCluster cluster = Files.exists(CephCluster.whole(folder))
                ? startKept(context, folder, buckets)
                : startFresh(context, folder, buckets);
        buckets.create(true);
        Map<String, String> properties = new TreeMap<>(buckets.properties(KIND, true));
        properties.putAll(cluster.pids());
        return new Started(cluster.gatewayPid(), properties);
    }

    private CephCluster startKept(ServiceContext context, Path folder, Buckets buckets) throws Exception {
        CephCluster cluster = new CephCluster(context, ports, folder);
        cluster.start(buckets);
        return cluster;
    }

    /** A fresh cluster may fail to come up in time. It holds nothing yet, so it is thrown away and made anew, once. */
    private CephCluster startFresh(ServiceContext context, Path folder, Buckets buckets) throws Exception {
        CephCluster first = new CephCluster(context, ports, folder);
        try {
            first.createAndStart(buckets);
            return first;
        } catch (StackException e) {
            first.stop();
        }
        CephCluster second = new CephCluster(context, ports, folder);
        second.createAndStart(buckets);
        return second;
    }

    private static void requireProgram(String program) {
        String path = System.getenv().getOrDefault("PATH", "");
        boolean found = Stream.of(path.split(":")).anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
        if (!found) {
            throw new StackException("--s3 ceph needs Ceph, but " + program + " is not on the PATH. On Debian, as root:"
                    + " apt-get install --no-install-recommends ceph-mon ceph-osd ceph-mgr radosgw ceph-common");
        }
    }
}
