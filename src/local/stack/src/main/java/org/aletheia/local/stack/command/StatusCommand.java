package org.aletheia.local.stack.command;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.aletheia.local.stack.Progress;
import org.aletheia.local.stack.data.DataFolder;
import org.aletheia.local.stack.data.DataFolderLock;
import org.aletheia.local.stack.data.PropertiesFile;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Lists the services of a data folder; exit code 0 if all are ready, 3 if not, as service managers have it. */
@Command(name = "status", description = "Lists each service with pid, port and state.")
public final class StatusCommand implements Callable<Integer> {

    private static final int NOT_RUNNING = 3;
    private static final String STATE = ".state";

    @Mixin
    private StackOptions.DataOption data;

    @Override
    public Integer call() throws Exception {
        DataFolder folder = data.open();
        Optional<ProcessHandle> launcher = DataFolderLock.holder(folder);
        if (launcher.isEmpty()) {
            System.out.println("No stack runs on " + folder.root());
            return NOT_RUNNING;
        }
        System.out.println(
                "Stack on " + folder.root() + " (launcher pid " + launcher.get().pid() + ")");
        Map<String, String> status = new PropertiesFile(folder.status()).read();
        boolean allReady = status.keySet().stream()
                .filter(key -> key.endsWith(STATE))
                .map(key -> key.substring(0, key.length() - STATE.length()))
                .filter(name -> !name.equals(Progress.WHOLE))
                .map(name -> show(name, status))
                .reduce(true, Boolean::logicalAnd);
        return allReady ? 0 : NOT_RUNNING;
    }

    private static boolean show(String name, Map<String, String> status) {
        String pid = status.getOrDefault(name + ".pid", "-");
        String state = status.get(name + STATE);
        boolean gone = state.equals("ready") && !isAlive(pid);
        System.out.println("  %-14s pid %-8s port %-6s %s"
                .formatted(name, pid, status.getOrDefault(name + ".port", "-"), gone ? "ended" : state));
        return state.equals("ready") && !gone;
    }

    private static boolean isAlive(String pid) {
        return ProcessHandle.of(Long.parseLong(pid)).map(ProcessHandle::isAlive).orElse(false);
    }
}
