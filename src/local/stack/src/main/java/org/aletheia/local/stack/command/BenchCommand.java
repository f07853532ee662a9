package org.aletheia.local.stack.command;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.aletheia.local.stack.Installation;
import org.aletheia.local.stack.StackRequest;
import org.aletheia.local.stack.data.DataFolderLock;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Unmatched;

/**
 * Runs the benchmarks on the running stack of the data folder, or on one started for the time of the run. The
 * benchmarks start the servers that they measure.
 */
@Command(name = "bench", description = "Runs the benchmarks; what it does not know itself is passed on to them.")
public final class BenchCommand implements Callable<Integer> {

    @Mixin
    private StackOptions options;

    @Unmatched
    private List<String> more = new ArrayList<>();

    @Override
    public Integer call() throws Exception {
        StackRequest request = options.request(false);
        List<String> command = new ArrayList<>(List.of(
                Installation.java().toString(),
                "-jar",
                Installation.current().bench().toString(),
                request.data().stackProperties().toString()));
        command.addAll(more);
        if (DataFolderLock.holder(request.data()).isPresent()) {
            return run(command, request);
        }
        try (ForegroundStack stack = ForegroundStack.start(request)) {
            stack.announce();
            return run(command, request);
        }
    }

    private static int run(List<String> command, StackRequest request) throws Exception {
        return ForegroundProgram.run(
                command, Installation.current().project(), request.data().run().resolve("bench-guard.pid"));
    }
}
