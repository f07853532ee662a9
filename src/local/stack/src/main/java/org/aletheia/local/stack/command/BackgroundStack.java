package org.aletheia.local.stack.command;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.aletheia.local.stack.Installation;
import org.aletheia.local.stack.Progress;
import org.aletheia.local.stack.StackException;
import org.aletheia.local.stack.StackRequest;
import org.aletheia.local.stack.data.DataFolder;
import org.aletheia.local.stack.data.DataFolderLock;
import org.aletheia.local.stack.data.PropertiesFile;

/** A stack in a launcher of its own that outlives the command that started it. */
final class BackgroundStack {

    private BackgroundStack() {}

    /** Shows the launcher's lines until the stack is ready or has failed; 0 if ready. */
    static int start(StackRequest request) throws IOException, InterruptedException {
        Path log = request.data().log(Progress.WHOLE);
        long shown = Files.exists(log) ? Files.size(log) : 0;
        Process launcher = launch(request, log);
        // a Ctrl-C while it starts means: not at all
        Thread atSignal = new Thread(launcher::destroy);
        Runtime.getRuntime().addShutdownHook(atSignal);
        while (launcher.isAlive() && !isReady(request.data(), launcher.pid())) {
            shown = show(log, shown);
            Thread.sleep(100);
        }
        show(log, shown);
        Runtime.getRuntime().removeShutdownHook(atSignal);
        return launcher.isAlive() ? 0 : 1;
    }

    private static Process launch(StackRequest request, Path log) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                "setsid",
                Installation.java().toString(),
                "-Xmx96m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "--enable-native-access=ALL-UNNAMED",
                "-Daletheia.project=" + Installation.current().project(),
                "-jar",
                Installation.current().launcher().toString(),
                "run"));
        command.addAll(StackOptions.arguments(request));
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                .redirectInput(Path.of("/dev/null").toFile())
                .start();
    }

    private static boolean isReady(DataFolder folder, long launcher) throws IOException {
        Map<String, String> status = new PropertiesFile(folder.status()).read();
        return "ready".equals(status.get(Progress.WHOLE + ".state"))
                && Long.toString(launcher).equals(status.get(Progress.WHOLE + ".pid"));
    }

    private static long show(Path log, long from) throws IOException {
        if (!Files.exists(log)) {
            return from;
        }
        try (RandomAccessFile file = new RandomAccessFile(log.toFile(), "r")) {
            byte[] more = new byte[(int) Math.max(0, file.length() - from)];
            file.seek(from);
            file.readFully(more);
            System.out.print(new String(more, StandardCharsets.UTF_8));
            System.out.flush();
            return from + more.length;
        }
    }

    /** Stops the stack on the folder, in the background or not; false if none runs. */
    static boolean stop(DataFolder folder) throws IOException, InterruptedException {
        Optional<ProcessHandle> holder = DataFolderLock.holder(folder);
        if (holder.isEmpty()) {
            return false;
        }
        if (!holder.get().destroy()) {
            throw new StackException("You may not stop pid " + holder.get().pid() + ": it belongs to another account.");
        }
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(90);
        while (DataFolderLock.holder(folder).isPresent()) {
            if (System.nanoTime() > deadline) {
                // its guard stops what is left
                holder.get().destroyForcibly();
            }
            Thread.sleep(100);
        }
        return true;
    }
}
