package org.aletheia.local.stack.command;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.aletheia.local.stack.process.Guard;
import org.aletheia.local.stack.process.StopSignal;

/** A program at the person's terminal, beside the stack: it ends before or with the launcher, never after. */
final class ForegroundProgram {

    private ForegroundProgram() {}

    /** Its exit code. */
    static int run(List<String> command, Path folder, Path guardFile) throws IOException, InterruptedException {
        ProcessBuilder builder =
                new ProcessBuilder(command).directory(folder.toFile()).inheritIO();
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        try (Guard guard = Guard.start(guardFile)) {
            Process program = builder.start();
            guard.watch(program, StopSignal.TERM);
            Thread atSignal = new Thread(() -> stop(program));
            Runtime.getRuntime().addShutdownHook(atSignal);
            return program.waitFor();
        }
    }

    private static void stop(Process program) {
        program.descendants().forEach(ProcessHandle::destroy);
        program.destroy();
    }
}
