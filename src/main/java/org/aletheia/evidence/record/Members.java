package org.aletheia.evidence.record;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Walks the stored form of a content: texts, numbers and booleans in maps and lists. */
public final class Members {
    private Members() {}

    /**
     * A value that is neither a map nor a list.
     *
     * @param pointer where it stands (RFC 6901)
     * @param beside the map that it stands in; empty where it stands in a list
     */
    public record Member(String pointer, Object value, Map<?, ?> beside) {}

    /** The values at a path, in their order: a JSON pointer with {@code *} for every element of a list. */
    public static List<Member> at(Map<String, Object> content, String path) {
        List<Member> found = new ArrayList<>();
        descend(content, path.substring(1).split("/", -1), 0, "", Map.of(), found);
        return found;
    }

    /** All values, in their order. */
    public static List<Member> all(Map<String, Object> content) {
        List<Member> found = new ArrayList<>();
        collect("", content, Map.of(), found);
        return found;
    }

    private static void descend(
            Object value, String[] steps, int step, String pointer, Map<?, ?> beside, List<Member> found) {
        if (step == steps.length) {
            if (!(value instanceof Map<?, ?>) && !(value instanceof List<?>)) {
                found.add(new Member(pointer, value, beside));
            }
            return;
        }
        String name = steps[step];
        if (value instanceof List<?> list && name.equals("*")) {
            for (int i = 0; i < list.size(); i++) {
                descend(list.get(i), steps, step + 1, pointer + "/" + i, Map.of(), found);
            }
        } else if (value instanceof Map<?, ?> map) {
            Object member = map.get(name);
            if (member != null) {
                descend(member, steps, step + 1, pointer + "/" + escaped(name), map, found);
            }
        }
    }

    private static void collect(String pointer, Object value, Map<?, ?> beside, List<Member> found) {
        switch (value) {
            case Map<?, ?> map ->
                map.forEach(
                        (name, member) -> collect(pointer + "/" + escaped(String.valueOf(name)), member, map, found));
            case List<?> list -> {
                for (int i = 0; i < list.size(); i++) {
                    collect(pointer + "/" + i, list.get(i), Map.of(), found);
                }
            }
            default -> found.add(new Member(pointer, value, beside));
        }
    }

    private static String escaped(String name) {
        return name.replace("~", "~0").replace("/", "~1");
    }
}
