package org.aletheia.local.stack.command;

import java.util.concurrent.Callable;
import org.aletheia.local.stack.data.DataFolder;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Stops everything on a data folder. */
@Command(name = "down", description = "Stops the stack and the server; the data stays.")
public final class DownCommand implements Callable<Integer> {

    @Mixin
    private StackOptions.DataOption data;

    @Override
    public Integer call() throws Exception {
        DataFolder folder = data.open();
        boolean stopped = BackgroundStack.stop(folder);
        System.out.println(
                stopped ? "Stopped. The data stays in " + folder.root() : "No stack runs on " + folder.root());
        return 0;
    }
}
