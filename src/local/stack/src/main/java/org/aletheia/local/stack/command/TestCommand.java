package org.aletheia.local.stack.command;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.aletheia.local.stack.Installation;
import org.aletheia.local.stack.Ports;
import org.aletheia.local.stack.S3Kind;
import org.aletheia.local.stack.StackRequest;
import org.aletheia.local.stack.data.DataFolder;
import org.aletheia.local.stack.data.DataFolderLock;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Unmatched;

/** Runs the product's tests on a stack of their own, which is always stopped at the end. */
@Command(
        name = "test",
        description = "Runs mvn verify on a stack of its own; what it does not know itself is passed on to Maven.")
public final class TestCommand implements Callable<Integer> {

    @Option(names = "--keep", description = "leaves the stack running, for the next run (./aletheia down --data …)")
    private boolean keep;

    @Option(names = "--slow", description = "runs the slow suites instead; with --s3 ceph, those that need Object Lock")
    private boolean slow;

    @Option(
            names = "--campaign",
            description = "runs the long suites instead: mutations and fuzzing, more than an hour")
    private boolean campaign;

    @Option(names = "--data", paramLabel = "FOLDER", description = "data folder (default: data-test in the project)")
    private Path data;

    @Option(
            names = "--port-base",
            paramLabel = "N",
            defaultValue = "${env:ALETHEIA_TEST_PORT_BASE:-18500}",
            description = "first port of the stack (default: ${DEFAULT-VALUE})")
    private int portBase;

    @Option(names = "--s3", paramLabel = "KIND", description = "${COMPLETION-CANDIDATES}")
    private S3Kind s3;

    @Unmatched
    private List<String> more = new ArrayList<>();

    /** Maven's exit code, or 1 if the stack does not start. */
    @Override
    public Integer call() throws Exception {
        DataFolder folder =
                DataFolder.open(data == null ? Installation.current().project().resolve("data-test") : data);
        StackRequest request = new StackRequest(folder, new Ports(portBase, 0), s3, false);
        boolean kept = DataFolderLock.holder(folder).isPresent();
        if (kept || keep) {
            return onKeptStack(request, kept);
        }
        try (ForegroundStack stack = ForegroundStack.start(request)) {
            stack.announce();
            return maven(folder);
        }
    }

    private int onKeptStack(StackRequest request, boolean running) throws IOException, InterruptedException {
        if (!running && BackgroundStack.start(request) != 0) {
            return 1;
        }
        try {
            return maven(request.data());
        } finally {
            if (!keep) {
                BackgroundStack.stop(request.data());
            }
        }
    }

    private int maven(DataFolder folder) throws IOException, InterruptedException {
        List<String> command =
                new ArrayList<>(List.of("mvn", "-B", "-ntp", "verify", "-Daletheia.stack=" + folder.stackProperties()));
        if (slow) {
            command.add("-Dtest.tags=" + (s3 == S3Kind.CEPH ? "object-lock" : "slow"));
        } else if (campaign) {
            command.add("-Dtest.tags=campaign");
        }
        command.addAll(more);
        return ForegroundProgram.run(
                command, Installation.current().project(), folder.run().resolve("maven-guard.pid"));
    }
}
