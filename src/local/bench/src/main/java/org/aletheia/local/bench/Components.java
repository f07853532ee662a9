package org.aletheia.local.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The processes that share the work, by name, and the processor time that each has used (proc(5), stat). */
final class Components {

    private static final double TICKS_PER_SECOND = 100;
    private static final List<String> SERVICES = List.of("s3", "postgres", "elasticsearch");
    private static final double LEAST_SHOWN = 0.005;
    private static final long MANY = 100;

    private final Map<String, Long> pids = new LinkedHashMap<>();

    /** @param stack the file of the stack's connection properties, beside which it says what runs */
    Components(Path stack, ServerProcess server) throws IOException {
        pids.put("server", server.pid());
        var status = new Properties();
        try (var file = Files.newBufferedReader(stack.resolveSibling("run").resolve("status.properties"))) {
            status.load(file);
        }
        for (String service : SERVICES) {
            pids.put(service, Long.parseLong(status.getProperty(service + ".pid")));
        }
        pids.put("client", ProcessHandle.current().pid());
    }

    /** Processor seconds so far, user and system, of each component with the processes below it. */
    Cpu now() throws IOException {
        Map<String, Double> seconds = new LinkedHashMap<>();
        for (var component : pids.entrySet()) {
            seconds.put(component.getKey(), tree(component.getKey(), component.getValue()));
        }
        return new Cpu(seconds);
    }

    /** The client is this process, which is also above the server. */
    private static double tree(String name, long pid) throws IOException {
        double seconds = ofProcess(pid);
        if (!name.equals("client")) {
            for (ProcessHandle below : ProcessHandle.of(pid).stream()
                    .flatMap(ProcessHandle::descendants)
                    .toList()) {
                seconds += ofProcess(below.pid());
            }
        }
        return seconds;
    }

    private static double ofProcess(long pid) throws IOException {
        try {
            String stat = Files.readString(Path.of("/proc/" + pid + "/stat"));
            String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
            return (Long.parseLong(fields[11]) + Long.parseLong(fields[12])) / TICKS_PER_SECOND;
        } catch (NoSuchFileException e) {
            return 0; // a process below that ended meanwhile
        }
    }

    /** Processor seconds by component. */
    record Cpu(Map<String, Double> seconds) {

        static Cpu none() {
            return new Cpu(Map.of());
        }

        Cpu since(Cpu before) {
            return combine(before, -1);
        }

        Cpu plus(Cpu more) {
            return combine(more, 1);
        }

        private Cpu combine(Cpu other, double sign) {
            Map<String, Double> combined = new LinkedHashMap<>();
            Stream.concat(seconds.keySet().stream(), other.seconds.keySet().stream())
                    .distinct()
                    .forEach(name -> combined.put(
                            name, seconds.getOrDefault(name, 0.0) + sign * other.seconds.getOrDefault(name, 0.0)));
            return new Cpu(combined);
        }

        /** In one line, for one of so many, in seconds or (for many) milliseconds. */
        String each(long count) {
            boolean many = count > MANY;
            double scale = (many ? 1000.0 : 1.0) / count;
            return seconds.entrySet().stream()
                    .filter(component -> component.getValue() * scale >= LEAST_SHOWN)
                    .map(component -> String.format(
                            Locale.ROOT,
                            component.getValue() * scale < 1 ? "%s %.2f %s" : "%s %.1f %s",
                            component.getKey(),
                            component.getValue() * scale,
                            many ? "ms" : "s"))
                    .collect(Collectors.joining(", "));
        }
    }
}
