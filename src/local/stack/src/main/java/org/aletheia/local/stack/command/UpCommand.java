package org.aletheia.local.stack.command;

import java.util.concurrent.Callable;
import org.aletheia.local.stack.StackRequest;
import org.aletheia.local.stack.data.DataFolderLock;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Starts a stack in the background and returns when it is ready. */
@Command(name = "up", description = "Starts the stack and the server in the background; returns when they are ready.")
public final class UpCommand implements Callable<Integer> {

    @Mixin
    private StackOptions options;

    @Option(names = "--no-server", description = "without Aletheia's own server")
    private boolean noServer;

    @Override
    public Integer call() throws Exception {
        StackRequest request = options.request(!noServer);
        DataFolderLock.requireFree(request.data());
        return BackgroundStack.start(request);
    }
}
