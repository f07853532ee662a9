package org.aletheia.local.stack;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.aletheia.local.stack.data.DataFolder;
import org.aletheia.local.stack.data.DataFolderLock;
import org.aletheia.local.stack.data.PropertiesFile;
import org.aletheia.local.stack.data.Secrets;
import org.aletheia.local.stack.process.ChildProcess;
import org.aletheia.local.stack.process.Guard;
import org.aletheia.local.stack.process.StopSignal;
import org.aletheia.local.stack.service.CephService;
import org.aletheia.local.stack.service.ElasticsearchService;
import org.aletheia.local.stack.service.KeycloakService;
import org.aletheia.local.stack.service.PostgresService;
import org.aletheia.local.stack.service.S3ProxyService;
import org.aletheia.local.stack.service.ServerService;
import org.aletheia.local.stack.service.Service;
import org.aletheia.local.stack.service.ServiceContext;
import org.aletheia.local.stack.service.Started;
import org.aletheia.local.stack.service.TimestampAuthorityService;

/**
 * One running stack on one data folder.
 *
 * <p>Order of effects at a start: lock, disk and ports checked, services in parallel, then {@code stack.properties}, then the
 * server. So whoever sees {@code stack.properties} under a held lock can use every service in it. A launcher that dies
 * at any point leaves nothing running (see {@link Guard}), and the next start takes the same path over what is kept.
 */
public final class LocalStack implements AutoCloseable {

    private final StackRequest request;
    private final Installation installation;
    private final Progress progress;
    private final DataFolderLock lock;
    private final Guard guard;
    private final ConcurrentLinkedDeque<ChildProcess> children = new ConcurrentLinkedDeque<>();
    private boolean closed;
    private volatile boolean stopping;

    private LocalStack(StackRequest request, Progress progress, DataFolderLock lock, Guard guard) {
        this.request = request;
        this.installation = Installation.current();
        this.progress = progress;
        this.lock = lock;
        this.guard = guard;
    }

    /**
     * Takes the data folder; nothing runs yet.
     *
     * @throws StackException if another stack runs on it
     */
    public static LocalStack open(StackRequest request, Progress progress) throws IOException, InterruptedException {
        DataFolder data = request.data();
        DataFolderLock lock = DataFolderLock.acquire(data);
        var guardFile = data.run().resolve("guard.pid");
        if (!Guard.awaitEarlier(guardFile, 30)) {
            lock.close();
            throw new StackException("An earlier stack on " + data.root() + " is still being stopped; try again soon.");
        }
        Files.deleteIfExists(data.stackProperties());
        return new LocalStack(request, progress, lock, Guard.start(guardFile));
    }

    /** Returns when everything answers; on failure the caller closes the stack. */
    public void start() throws Exception {
        FreeSpace.require(
                request.data().root(), ", or keep the data elsewhere with --data FOLDER (or ALETHEIA_DATA=FOLDER)");
        FreeSpace.require(installation.project(), ": the build writes there");
        S3Kind s3 = S3Kind.settle(request.s3(), request.data());
        Ports ports = request.ports();
        ports.requireStackFree(s3 == S3Kind.CEPH);
        if (request.withServer()) {
            ports.requireServerFree();
        }
        Context context = new Context(new Secrets(request.data().secrets()));
        Map<String, String> properties = startTogether(services(s3), context);
        properties.putAll(StackProperties.ofFolder(request, context.secrets()));
        new PropertiesFile(request.data().stackProperties()).write(properties);
        if (request.withServer()) {
            start(new ServerService(ports.http(), ports.serverManagement()), context);
        }
    }

    private List<Service> services(S3Kind s3) {
        Ports ports = request.ports();
        return List.of(
                new KeycloakService(ports.keycloak(), ports.keycloakManagement()),
                new PostgresService(ports.postgres()),
                new ElasticsearchService(ports.elasticsearch()),
                new TimestampAuthorityService(ports.timestamps()),
                switch (s3) {
                    case S3PROXY -> new S3ProxyService(ports.s3());
                    case CEPH -> new CephService(ports);
                });
    }

    private Map<String, String> startTogether(List<Service> services, Context context) throws Exception {
        Map<String, String> properties = new TreeMap<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            ExecutorCompletionService<Map<String, String>> completion = new ExecutorCompletionService<>(threads);
            for (Service service : services) {
                Callable<Map<String, String>> task = () -> start(service, context);
                completion.submit(task);
            }
            for (int i = 0; i < services.size(); i++) {
                try {
                    properties.putAll(completion.take().get());
                } catch (ExecutionException e) {
                    threads.shutdownNow();
                    throw e.getCause() instanceof Exception cause ? cause : e;
                }
            }
        }
        return properties;
    }

    private Map<String, String> start(Service service, Context context) throws Exception {
        progress.starting(service.name(), service.port());
        try {
            Started started = service.start(context);
            progress.ready(service.name(), started.pid(), "127.0.0.1:" + service.port());
            Map<String, String> properties = new TreeMap<>(started.properties());
            properties.put("stack.pid." + service.name(), Long.toString(started.pid()));
            return properties;
        } catch (InterruptedException e) {
            throw e;
        } catch (Exception e) {
            progress.failed(service.name(), "");
            throw e;
        }
    }

    /** Stops all: the server first, so that it never sees the others missing. */
    @Override
    public void close() throws IOException {
        synchronized (this) {
            if (closed) {
                return;
            }
            closed = true;
            stopping = true;
        }
        Files.deleteIfExists(request.data().stackProperties());
        List<ChildProcess> others = new ArrayList<>(children);
        others.stream().filter(child -> child.name().equals(ServerService.NAME)).forEach(this::stop);
        others.removeIf(child -> child.name().equals(ServerService.NAME));
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            others.forEach(child -> threads.submit(() -> stop(child)));
        }
        guard.close();
        lock.close();
    }

    private void stop(ChildProcess child) {
        if (!child.isAlive()) {
            return;
        }
        progress.stopping(child.name());
        child.stop();
        progress.stopped(child.name());
    }

    private void noticeEnd(ChildProcess child, int exitCode) {
        if (!stopping && exitCode != 0 && progress.isReady(child.name())) {
            progress.failed(
                    child.name(),
                    "ended by itself with exit code %d, see %s"
                            .formatted(exitCode, request.data().log(child.name())));
        }
    }

    private final class Context implements ServiceContext {
        private final Secrets secrets;

        Context(Secrets secrets) {
            this.secrets = secrets;
        }

        @Override
        public Installation installation() {
            return installation;
        }

        @Override
        public DataFolder data() {
            return request.data();
        }

        @Override
        public Secrets secrets() {
            return secrets;
        }

        @Override
        public Ports ports() {
            return request.ports();
        }

        @Override
        public ChildProcess launch(
                String name, List<String> command, Map<String, String> environment, StopSignal signal)
                throws IOException {
            if (stopping) {
                throw new StackException("The stack is being stopped");
            }
            ChildProcess child = ChildProcess.start(
                    new ChildProcess.Launch(
                            name, command, environment, request.data().log(name), signal),
                    guard);
            children.add(child);
            child.onExit(exitCode -> noticeEnd(child, exitCode));
            return child;
        }
    }
}
