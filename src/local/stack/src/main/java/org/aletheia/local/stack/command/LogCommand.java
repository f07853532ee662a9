package org.aletheia.local.stack.command;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Unmatched;

/** Looks at the log of the running stack of a data folder, and recovers it where it was set back. */
@Command(name = "log", description = "log recover: how the journal stands to the published log; the rest is passed on.")
public final class LogCommand implements Callable<Integer> {

    @Mixin
    private StackOptions.DataOption data;

    @Unmatched
    private List<String> more = new ArrayList<>();

    /** The exit code of the product's own command: 0 sound, 1 to be recovered, 2 impossible. */
    @Override
    public Integer call() throws Exception {
        return ServerProgram.run(data.open(), "log", more);
    }
}
