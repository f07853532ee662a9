package org.aletheia.local.bench.inside.driver;

import io.quarkus.arc.Arc;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import org.aletheia.custody.Journal;
import org.aletheia.custody.Proofs;

/**
 * Does one command after the other. Each answers when it is done; who asks takes the time.
 *
 * <ul>
 *   <li>{@code bare URL USER PASSWORD CLIENTS}: opens connections for bare inserts
 *   <li>{@code append CLIENTS EVENTS PER-TRANSACTION}: the journal takes events in transactions of their callers
 *   <li>{@code read CLIENTS EVENTS}: the journal takes reads
 *   <li>{@code insert CLIENTS ROWS PER-TRANSACTION}: the bare table takes rows
 *   <li>{@code pace CLIENTS EVENTS A-SECOND FILE}: appends at a steady rate; when each was durable goes to the file
 *   <li>{@code prove FILE}: makes a proof for each event named in the file; the nanoseconds of each are the answer
 * </ul>
 */
public final class Driver implements UnaryOperator<String> {
    private final Appending appending = new Appending(service(Journal.class));
    private final Proving proving = new Proving(service(Proofs.class));
    private final Inserting inserting = new Inserting();

    private static <T> T service(Class<T> type) {
        return Arc.container().instance(type).get();
    }

    @Override
    public String apply(String command) {
        List<String> words = Arrays.asList(command.split(" "));
        try {
            return run(words.getFirst(), words.subList(1, words.size()));
        } catch (Exception e) {
            throw new IllegalStateException(command, e);
        }
    }

    private String run(String verb, List<String> words) throws Exception {
        switch (verb) {
            case "bare" -> inserting.open(words.get(0), words.get(1), words.get(2), number(words, 3));
            case "append" -> appending.append(number(words, 0), number(words, 1), number(words, 2));
            case "read" -> appending.read(number(words, 0), number(words, 1));
            case "insert" -> inserting.insert(number(words, 0), number(words, 1), number(words, 2));
            case "pace" ->
                new Pacing(appending, words.get(3)).run(number(words, 0), number(words, 1), number(words, 2));
            case "prove" -> {
                return proving.prove(words.get(0));
            }
            default -> throw new IllegalArgumentException(verb);
        }
        return "done";
    }

    private static int number(List<String> words, int at) {
        return Integer.parseInt(words.get(at));
    }
}
