package org.aletheia.local.stack.service;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.aletheia.local.stack.data.PropertiesFile;
import org.aletheia.local.stack.process.ChildProcess;

/** S3 by S3Proxy on plain files: runs everywhere, checks signatures, knows neither versions nor Object Lock. */
public final class S3ProxyService implements Service {

    private static final String KIND = "s3proxy";

    private final int port;

    public S3ProxyService(int port) {
        this.port = port;
    }

    @Override
    public String name() {
        return "s3";
    }

    @Override
    public int port() {
        return port;
    }

    @Override
    public Started start(ServiceContext context) throws Exception {
        Buckets buckets = Buckets.of(port, KIND, context.secrets());
        Path work = context.data().of(KIND);
        Path objects = Files.createDirectories(work.resolve("objects"));
        Path configuration = work.resolve("s3proxy.properties");
        new PropertiesFile(configuration).write(configuration(buckets, objects));
        ChildProcess server = context.launch(name(), command(context, configuration));
        server.awaitReady(buckets::isReady, 60);
        buckets.create(false);
        return new Started(server.pid(), buckets.properties(KIND, false));
    }

    private Map<String, String> configuration(Buckets buckets, Path objects) {
        Map<String, String> configuration = new LinkedHashMap<>();
        configuration.put("s3proxy.endpoint", "http://127.0.0.1:" + port);
        configuration.put("s3proxy.authorization", "aws-v2-or-v4");
        configuration.put("s3proxy.identity", buckets.accessKey());
        configuration.put("s3proxy.credential", buckets.secretKey());
        configuration.put("jclouds.provider", "filesystem-nio2");
        configuration.put("jclouds.filesystem.basedir", objects.toString());
        return configuration;
    }

    private static List<String> command(ServiceContext context, Path configuration) {
        return new JavaCommand("32m", "256m")
                .add("-jar", context.installation().objectStore().toString())
                .add("--properties", configuration.toString())
                .words();
    }
}
