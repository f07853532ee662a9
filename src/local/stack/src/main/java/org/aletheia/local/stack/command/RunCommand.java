package org.aletheia.local.stack.command;

import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.aletheia.local.stack.StackRequest;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** A stack in the foreground until a signal: what {@code up} starts in the background. */
@Command(name = "run", hidden = true, description = "Runs the stack in the foreground until Ctrl-C.")
public final class RunCommand implements Callable<Integer> {

    @Mixin
    private StackOptions options;

    @Option(names = "--no-server", description = "without Aletheia's own server")
    private boolean noServer;

    @Override
    public Integer call() throws Exception {
        StackRequest request = options.request(!noServer);
        try (ForegroundStack stack = ForegroundStack.start(request)) {
            stack.announce();
            new CountDownLatch(1).await();
        }
        return 0;
    }
}
