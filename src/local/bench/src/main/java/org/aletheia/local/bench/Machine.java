package org.aletheia.local.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Locale;

/** What the figures were measured on. */
final class Machine {

    private Machine() {}

    /** One line: day, processors, memory, Java. */
    static String describe(int runs) throws IOException {
        return String.format(
                Locale.ROOT,
                "%s; %d cores (%s), %d GiB; Java %s; medians of %d turns after a warm-up.%n",
                LocalDate.now(java.time.ZoneOffset.UTC),
                Runtime.getRuntime().availableProcessors(),
                first("/proc/cpuinfo", "model name").strip(),
                Long.parseLong(first("/proc/meminfo", "MemTotal").replaceAll("\\D", "")) >> 20,
                Runtime.version(),
                runs);
    }

    private static String first(String file, String key) throws IOException {
        return Files.readAllLines(Path.of(file)).stream()
                .filter(line -> line.startsWith(key))
                .map(line -> line.substring(line.indexOf(':') + 1))
                .findFirst()
                .orElse("unknown");
    }
}
