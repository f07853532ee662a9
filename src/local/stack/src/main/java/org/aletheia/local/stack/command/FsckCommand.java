package org.aletheia.local.stack.command;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Unmatched;

/** Checks everything that the running stack of a data folder keeps, beside its server or without. */
@Command(
        name = "fsck",
        description = "Checks journal, log, records, keys and stored bytes; what it does not know itself is passed on.")
public final class FsckCommand implements Callable<Integer> {

    @Mixin
    private StackOptions.DataOption data;

    @Unmatched
    private List<String> more = new ArrayList<>();

    /** The exit code of the product's own command: 0 clean, 1 faults, 2 not everything could be checked. */
    @Override
    public Integer call() throws Exception {
        return ServerProgram.run(data.open(), "fsck", more);
    }
}
