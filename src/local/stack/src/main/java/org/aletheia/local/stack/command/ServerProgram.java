package org.aletheia.local.stack.command;

import java.util.ArrayList;
import java.util.List;
import org.aletheia.local.stack.Installation;
import org.aletheia.local.stack.data.DataFolder;
import org.aletheia.local.stack.data.DataFolderLock;

/** A command of the product's own program, with the configuration of a running stack. */
final class ServerProgram {
    private static final int UNANSWERED = 2;

    private ServerProgram() {}

    /** The command's exit code; 2 where no stack runs. */
    static int run(DataFolder folder, String command, List<String> words) throws Exception {
        if (DataFolderLock.holder(folder).isEmpty()) {
            System.err.println("No stack runs on " + folder.root() + ": start one with ./aletheia up");
            return UNANSWERED;
        }
        List<String> line = new ArrayList<>(List.of(
                Installation.java().toString(),
                "-Xmx256m",
                "-XX:+UseSerialGC",
                "-Dsmallrye.config.locations=" + folder.stackProperties(),
                "-jar",
                Installation.current().server().toString(),
                command));
        line.addAll(words);
        return ForegroundProgram.run(
                line, Installation.current().project(), folder.run().resolve(command + "-guard.pid"));
    }
}
