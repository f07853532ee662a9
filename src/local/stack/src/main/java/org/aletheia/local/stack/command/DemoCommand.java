package org.aletheia.local.stack.command;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.aletheia.local.stack.Installation;
import org.aletheia.local.stack.StackRequest;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Shows the product at work on a stack in the foreground. */
@Command(name = "demo", description = "Starts everything, shows a demonstration, and serves until Ctrl-C.")
public final class DemoCommand implements Callable<Integer> {

    @Mixin
    private StackOptions options;

    @Option(names = "--once", description = "stops everything when the demonstration ends")
    private boolean once;

    /** The demonstration's exit code is passed on; a failed one stops everything. */
    @Override
    public Integer call() throws Exception {
        StackRequest request = options.request(true);
        List<String> command = List.of(
                Installation.java().toString(),
                "-jar",
                Installation.current().demo().toString(),
                request.data().stackProperties().toString());
        try (ForegroundStack stack = ForegroundStack.start(request)) {
            stack.announce();
            int exit = ForegroundProgram.run(
                    command,
                    Installation.current().project(),
                    request.data().run().resolve("demo-guard.pid"));
            if (exit == 0 && !once) {
                System.out.println("The server stays up. Ctrl-C stops everything; the data stays.");
                new CountDownLatch(1).await();
            }
            return exit;
        }
    }
}
