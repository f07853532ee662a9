package org.aletheia.local.stack.command;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.aletheia.local.stack.Installation;
import org.aletheia.local.stack.data.DataFolder;
import org.aletheia.local.stack.data.DataFolderLock;
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
        DataFolder folder = data.open();
        if (DataFolderLock.holder(folder).isEmpty()) {
            System.err.println("No stack runs on " + folder.root() + ": start one with ./aletheia up");
            return 2;
        }
        List<String> command = new ArrayList<>(List.of(
                Installation.java().toString(),
                "-Xmx256m",
                "-Dsmallrye.config.locations=" + folder.stackProperties(),
                "-jar",
                Installation.current().server().toString(),
                "fsck"));
        command.addAll(more);
        return ForegroundProgram.run(
                command, Installation.current().project(), folder.run().resolve("fsck-guard.pid"));
    }
}
