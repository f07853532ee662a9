package org.aletheia.verifier;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.aletheia.custody.format.CanonicalJson;
import org.aletheia.custody.format.SealedEvent;
import org.aletheia.transparency.Hash;
import org.jspecify.annotations.Nullable;

/**
 * What somebody might do to an exported estate to make it tell another story. Each answers the name of the file whose
 * verification must find it; {@code log} for the log as a whole.
 */
enum Mutation {
    /** One bit of one file. */
    FLIP(false) {
        @Override
        String apply(Estate estate, Map<String, byte[]> files, Random random) {
            String name = any(files.keySet(), random);
            byte[] bytes = get(files, name).clone();
            bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
            files.put(name, bytes);
            return name;
        }
    },

    /** The end of one file is missing. */
    TRUNCATE(false) {
        @Override
        String apply(Estate estate, Map<String, byte[]> files, Random random) {
            String name = any(files.keySet(), random);
            byte[] bytes = get(files, name);
            files.put(name, Arrays.copyOf(bytes, random.nextInt(bytes.length)));
            return name;
        }
    },

    /** Two things changed places: files, entries, hashes, events, proofs, numbers. */
    REORDER(false) {
        @Override
        String apply(Estate estate, Map<String, byte[]> files, Random random) {
            return switch (random.nextInt(4)) {
                case 0 -> swapFiles(files, random);
                case 1 -> swapInLog(files, random);
                case 2 -> swapInHistory(files, random);
                default -> swapReceipts(files, random);
            };
        }
    },

    /** A file, an entry, a hash, an event, a proof or a field is gone. */
    DELETE(false) {
        @Override
        String apply(Estate estate, Map<String, byte[]> files, Random random) {
            return switch (random.nextInt(4)) {
                case 0 -> {
                    String name = any(within(files, "log/"), random);
                    files.remove(name);
                    yield "log";
                }
                case 1 -> {
                    String name = any(within(files, "log/tile/"), random);
                    byte[] bytes = get(files, name);
                    int record = record(name);
                    int from = record * random.nextInt(bytes.length / record);
                    files.put(name, joined(bytes, 0, from, bytes, from + record, bytes.length));
                    yield "log";
                }
                case 2 -> inHistory(files, random, events -> events.remove(random.nextInt(events.size() - 1)));
                default -> {
                    String name = any(within(files, "receipt/"), random);
                    Map<String, @Nullable Object> receipt = json(files, name);
                    if (random.nextBoolean()) {
                        receipt.remove("proof");
                    } else {
                        List<Object> fields = list(map(Objects.requireNonNull(receipt.get("event"))), "fields");
                        fields.remove(random.nextInt(fields.size()));
                    }
                    files.put(name, CanonicalJson.write(receipt));
                    yield name;
                }
            };
        }
    },

    /** What is right elsewhere stands where it is not: an entry twice, another tile, another event, another proof. */
    REPLAY(false) {
        @Override
        String apply(Estate estate, Map<String, byte[]> files, Random random) {
            return switch (random.nextInt(3)) {
                case 0 -> {
                    String name = any(within(files, "log/tile/"), random);
                    byte[] bytes = get(files, name);
                    int record = record(name);
                    int from = record * random.nextInt(bytes.length / record);
                    files.put(name, joined(bytes, 0, from + record, bytes, from, bytes.length));
                    yield "log";
                }
                case 1 ->
                    inHistory(files, random, events -> {
                        int to = random.nextInt(events.size());
                        Map<String, @Nullable Object> copy = map(events.get(random.nextInt(events.size())));
                        Object number = map(events.get(to)).get("number");
                        events.set(to, with(copy, "number", number));
                    });
                default -> {
                    String name = any(within(files, "receipt/"), random);
                    String other = any(within(files, "receipt/"), random);
                    String part = random.nextBoolean() ? "proof" : "promise";
                    files.put(
                            name,
                            CanonicalJson.write(with(
                                    json(files, name), part, json(files, other).get(part))));
                    yield name;
                }
            };
        }
    },

    /** Log or history as they once were, honestly signed then; events hidden at the end, or hidden and renumbered. */
    ROLL_BACK(true) {
        @Override
        String apply(Estate estate, Map<String, byte[]> files, Random random) {
            Map<String, byte[]> then = estate.at(1 + random.nextInt(estate.sizeBeforeLastRound()));
            return switch (random.nextInt(4)) {
                case 0 -> {
                    replaceLog(files, then);
                    yield "log";
                }
                case 1 -> {
                    replaceLog(files, then);
                    yield any(within(files, "receipt/"), random);
                }
                case 2 -> {
                    String name = any(within(files, "history/"), random);
                    files.put(name, get(then, name));
                    yield name;
                }
                default ->
                    inHistory(files, random, events -> {
                        events.remove(random.nextInt(events.size()));
                        for (int i = 0; i < events.size(); i++) {
                            events.set(i, with(map(events.get(i)), "number", i + 1L));
                        }
                    });
            };
        }
    },

    /** The log's own keys have signed another history: shown as the log, or in one receipt or history only. */
    FORK(true) {
        @Override
        String apply(Estate estate, Map<String, byte[]> files, Random random) {
            TestLog fork = estate.fork(random.nextInt(estate.log.size()), 1 + random.nextInt(200));
            return switch (random.nextInt(3)) {
                case 0 -> {
                    fork.files().forEach((path, bytes) -> files.put("log/" + path, bytes));
                    yield "log";
                }
                case 1 -> {
                    SealedEvent strange = estate.strange(fork);
                    files.put("receipt/0-2", estate.receipt(fork, strange));
                    yield "receipt/0-2";
                }
                default -> {
                    int item = random.nextInt(Estate.ITEMS);
                    files.put("history/" + item, estate.history(item, fork));
                    yield "history/" + item;
                }
            };
        }
    };

    private final boolean needsKept;

    Mutation(boolean needsKept) {
        this.needsKept = needsKept;
    }

    /** Whether only those can find it who kept a checkpoint or history, or have the log beside a receipt. */
    boolean needsKept() {
        return needsKept;
    }

    abstract String apply(Estate estate, Map<String, byte[]> files, Random random);

    private static String swapFiles(Map<String, byte[]> files, Random random) {
        List<String> names = within(files, random.nextBoolean() ? "log/" : "evidence/");
        String one = any(names, random);
        String other = any(names, random);
        byte[] bytes = get(files, one);
        files.put(one, get(files, other));
        files.put(other, bytes);
        return one;
    }

    private static String swapInLog(Map<String, byte[]> files, Random random) {
        String name = any(within(files, "log/tile/"), random);
        byte[] bytes = get(files, name).clone();
        int record = record(name);
        int one = record * random.nextInt(bytes.length / record);
        int other = record * random.nextInt(bytes.length / record);
        byte[] kept = Arrays.copyOfRange(bytes, one, one + record);
        System.arraycopy(bytes, other, bytes, one, record);
        System.arraycopy(kept, 0, bytes, other, record);
        files.put(name, bytes);
        return "log";
    }

    private static String swapInHistory(Map<String, byte[]> files, Random random) {
        return inHistory(files, random, events -> {
            int one = random.nextInt(events.size());
            int other = random.nextInt(events.size());
            String part = List.of("event", "proof", "number").get(random.nextInt(3));
            Object kept = map(events.get(one)).get(part);
            events.set(
                    one, with(map(events.get(one)), part, map(events.get(other)).get(part)));
            events.set(other, with(map(events.get(other)), part, kept));
        });
    }

    private static String swapReceipts(Map<String, byte[]> files, Random random) {
        String name = any(within(files, "receipt/"), random);
        String other = any(within(files, "receipt/"), random);
        String part = List.of("event", "proof", "promise").get(random.nextInt(3));
        Object kept = json(files, name).get(part);
        files.put(
                name,
                CanonicalJson.write(
                        with(json(files, name), part, json(files, other).get(part))));
        files.put(other, CanonicalJson.write(with(json(files, other), part, kept)));
        return name;
    }

    private static String inHistory(Map<String, byte[]> files, Random random, Consumer<List<Object>> change) {
        String name = any(within(files, "history/"), random);
        Map<String, @Nullable Object> history = json(files, name);
        List<Object> events = list(history, "events");
        change.accept(events);
        files.put(name, CanonicalJson.write(with(history, "events", events)));
        return name;
    }

    private static void replaceLog(Map<String, byte[]> files, Map<String, byte[]> other) {
        files.keySet().removeIf(name -> name.startsWith("log/"));
        within(other, "log/").forEach(name -> files.put(name, get(other, name)));
    }

    /** Bytes of one entry with its length, or of one hash. */
    private static int record(String name) {
        return name.contains("entries") ? Short.BYTES + Hash.LENGTH : Hash.LENGTH;
    }

    private static byte[] joined(byte[] left, int from, int to, byte[] right, int start, int end) {
        byte[] all = Arrays.copyOf(Arrays.copyOfRange(left, from, to), to - from + end - start);
        System.arraycopy(right, start, all, to - from, end - start);
        return all;
    }

    private static List<String> within(Map<String, byte[]> files, String folder) {
        return files.keySet().stream().filter(name -> name.startsWith(folder)).toList();
    }

    private static String any(Collection<String> names, Random random) {
        return List.copyOf(names).stream().sorted().toList().get(random.nextInt(names.size()));
    }

    private static byte[] get(Map<String, byte[]> files, String name) {
        return Objects.requireNonNull(files.get(name));
    }

    private static Map<String, @Nullable Object> json(Map<String, byte[]> files, String name) {
        return map(Objects.requireNonNull(CanonicalJson.parse(get(files, name))));
    }

    @SuppressWarnings("unchecked") // the parser gives maps with keys of text
    private static Map<String, @Nullable Object> map(Object json) {
        return (Map<String, @Nullable Object>) json;
    }

    @SuppressWarnings("unchecked") // none of these lists holds null
    private static List<Object> list(Map<String, @Nullable Object> json, String key) {
        return (List<Object>) Objects.requireNonNull(json.get(key));
    }

    private static Map<String, @Nullable Object> with(
            Map<String, @Nullable Object> json, String key, @Nullable Object value) {
        Map<String, @Nullable Object> changed = new TreeMap<>(json);
        changed.put(key, value);
        return changed;
    }
}
