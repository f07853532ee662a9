package org.aletheia.local.stack.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.aletheia.local.stack.StackException;
import org.aletheia.local.stack.data.DataFolder;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Follows log files, by the system's own {@code tail}. */
@Command(name = "logs", description = "Follows the log of one service, or of all.")
public final class LogsCommand implements Callable<Integer> {

    @Mixin
    private StackOptions.DataOption data;

    @Option(names = "--no-follow", description = "shows the last lines and returns")
    private boolean noFollow;

    @Parameters(
            arity = "0..1",
            paramLabel = "SERVICE",
            description = "server, postgres, elasticsearch, s3, keycloak, …")
    private String service;

    @Override
    public Integer call() throws Exception {
        List<String> command = new ArrayList<>(List.of("tail", "-n", "50"));
        if (!noFollow) {
            command.add("-F");
        }
        logs(data.open()).stream().map(Path::toString).forEach(command::add);
        Process tail = new ProcessBuilder(command).inheritIO().start();
        Runtime.getRuntime().addShutdownHook(new Thread(tail::destroy));
        return tail.waitFor();
    }

    private List<Path> logs(DataFolder folder) throws IOException {
        try (Stream<Path> files = Files.list(folder.logs())) {
            List<Path> logs = files.filter(file -> file.toString().endsWith(".log"))
                    .sorted()
                    .toList();
            if (service == null && !logs.isEmpty()) {
                return logs;
            }
            Path wanted = folder.log(String.valueOf(service));
            if (!logs.contains(wanted)) {
                throw new StackException("No such log: " + wanted + ". There are: "
                        + logs.stream().map(log -> log.getFileName().toString()).toList());
            }
            return List.of(wanted);
        }
    }
}
