package org.aletheia.local.stack.service;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.aletheia.local.stack.process.ChildProcess;
import org.aletheia.local.stack.process.HttpProbe;

/** A real Elasticsearch node from Maven Central's own server jars. */
public final class ElasticsearchService implements Service {

    private static final List<String> SYSTEM_LIBRARIES =
            List.of("/usr/lib/x86_64-linux-gnu", "/usr/lib/aarch64-linux-gnu", "/usr/lib64", "/usr/lib");

    private final int port;

    public ElasticsearchService(int port) {
        this.port = port;
    }

    @Override
    public String name() {
        return "elasticsearch";
    }

    @Override
    public int port() {
        return port;
    }

    @Override
    public Started start(ServiceContext context) throws Exception {
        Path work = context.data().of(name());
        Files.createDirectories(work.resolve("tmp"));
        Files.createDirectories(work.resolve("logs"));
        ChildProcess node = context.launch(name(), command(context, work));
        node.awaitReady(HttpProbe.of(port, "/_cluster/health?wait_for_status=yellow&timeout=20s"), 120);
        return new Started(
                node.pid(),
                Map.of("aletheia.search.url", "http://127.0.0.1:" + port, "aletheia.search.index-prefix", "aletheia"));
    }

    private List<String> command(ServiceContext context, Path work) throws IOException {
        Path home = context.installation().searchNodeHome();
        return new JavaCommand("512m", "512m")
                .addAll(quickStart(work))
                .addAll(modules(home))
                .add("-Des.nativelibs.path=" + nativeLibraries(work))
                .add("-Dorg.elasticsearch.nativeaccess.enableVectorLibrary=false")
                .add("-Dio.netty.noUnsafe=true", "-Dio.netty.noKeySetOptimization=true")
                .add("-Dio.netty.recycler.maxCapacityPerThread=0", "-Dlog4j2.disable.jmx=true")
                .add("-Djava.io.tmpdir=" + work.resolve("tmp"), "-Des.path.home=" + home)
                .add("-cp", context.installation().searchNode().toString())
                .add("org.aletheia.local.searchnode.SearchNodeMain")
                .add("http.port=" + port, "path.data=" + work.resolve("data"), "path.logs=" + work.resolve("logs"))
                .words();
    }

    /** A class archive, kept in the data folder from the first orderly stop on. */
    private static List<String> quickStart(Path work) {
        return List.of(
                "-XX:MaxDirectMemorySize=128m",
                "-XX:+AutoCreateSharedArchive",
                "-XX:SharedArchiveFile=" + work.resolve("classes.jsa"),
                "-Xlog:cds=off",
                "-Xlog:cds+dynamic=off");
    }

    private static List<String> modules(Path home) {
        return List.of(
                "--module-path",
                home.resolve("lib").toString(),
                "--add-modules=jdk.net,jdk.management.agent,ALL-MODULE-PATH",
                "--enable-native-access="
                        + "org.elasticsearch.nativeaccess,org.elasticsearch.foreign,org.apache.lucene.core,ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow");
    }

    /** Elastic's own native libraries are not on Maven Central; zstd comes from the operating system where it is. */
    private static Path nativeLibraries(Path work) throws IOException {
        Path folder = Files.createDirectories(work.resolve("native"));
        Path link = folder.resolve("libzstd.so");
        if (!Files.exists(link)) {
            Files.deleteIfExists(link);
            for (String libraries : SYSTEM_LIBRARIES) {
                Path library = Path.of(libraries, "libzstd.so.1");
                if (Files.exists(library)) {
                    Files.createSymbolicLink(link, library);
                    break;
                }
            }
        }
        return folder;
    }
}
