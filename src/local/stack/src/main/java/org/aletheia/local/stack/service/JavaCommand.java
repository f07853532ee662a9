package org.aletheia.local.stack.service;

import java.util.ArrayList;
import java.util.List;
import org.aletheia.local.stack.Installation;

/** The start of a child JVM's command line, on the launcher's own JDK: small heaps and a quick start, for a laptop. */
final class JavaCommand {

    private final List<String> words = new ArrayList<>();

    JavaCommand(String minHeap, String maxHeap) {
        words.addAll(List.of(
                Installation.java().toString(),
                "-Xms" + minHeap,
                "-Xmx" + maxHeap,
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-XX:+ExitOnOutOfMemoryError",
                "-Djava.awt.headless=true",
                "-Dfile.encoding=UTF-8"));
    }

    JavaCommand add(String... more) {
        words.addAll(List.of(more));
        return this;
    }

    JavaCommand addAll(List<String> more) {
        words.addAll(more);
        return this;
    }

    List<String> words() {
        return List.copyOf(words);
    }
}
