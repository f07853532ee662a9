package org.aletheia.verifier;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Something tampered with, or right, in a folder of its own: the material, and in {@code fixture.txt} the command of the
 * verifier, its exit code and the codes that must fail, no others.
 *
 * @param folder whose name begins with the code that it is about
 * @param command its words; those that begin with {@code ./} or {@code ../} are paths below the folder, and {@code OUT} is
 *     a file to be written
 * @param exit 0, 1 or 2
 * @param fails codes
 */
record Fixture(Path folder, List<String> command, int exit, Set<String> fails) {
    static final Path ALL = Path.of("docs", "verify", "fixtures");
    private static final String FILE = "fixture.txt";

    /** Those in a folder, by their names. */
    static List<Fixture> in(Path folder) throws IOException {
        try (Stream<Path> all = Files.list(folder)) {
            return all.filter(one -> Files.exists(one.resolve(FILE)))
                    .sorted()
                    .map(Fixture::read)
                    .toList();
        }
    }

    /** The words of the command, with paths from here. */
    String[] words(Path out) {
        return command.stream()
                .map(word -> word.equals("OUT")
                        ? out.toString()
                        : word.startsWith("./") || word.startsWith("../")
                                ? folder.resolve(word).toString()
                                : word)
                .toArray(String[]::new);
    }

    /** Whether the second verifier knows all that is asked for. */
    boolean isForTheSecondVerifier() {
        return Set.of("item", "receipt").contains(command.getFirst())
                && command.stream().noneMatch(word -> word.startsWith("--"));
    }

    String name() {
        return String.valueOf(folder.getFileName());
    }

    @Override
    public String toString() {
        return name();
    }

    void write(String about) throws IOException {
        Files.writeString(
                folder.resolve(FILE),
                "about: " + about + "\ncommand: " + String.join(" ", command) + "\nexit: " + exit + "\nfails: "
                        + String.join(" ", new TreeSet<>(fails)) + "\n");
    }

    private static Fixture read(Path folder) {
        try {
            Map<String, String> lines = Files.readAllLines(folder.resolve(FILE)).stream()
                    .map(line -> line.split(":", 2))
                    .collect(Collectors.toMap(parts -> parts[0], parts -> parts[1].strip()));
            return new Fixture(
                    folder,
                    words(lines, "command"),
                    Integer.parseInt(Objects.requireNonNull(lines.get("exit"))),
                    new TreeSet<>(words(lines, "fails")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> words(Map<String, String> lines, String key) {
        return Stream.of(Objects.requireNonNull(lines.get(key)).split(" "))
                .filter(word -> !word.isEmpty())
                .toList();
    }
}
