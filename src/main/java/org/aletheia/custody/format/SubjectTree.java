package org.aletheia.custody.format;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.aletheia.kernel.MalformedValueException;
import org.aletheia.transparency.Hash;
import org.aletheia.transparency.TreeHash;

/**
 * Commits to a list of subjects so that each can be opened alone, and so that an opening tells neither the other subjects
 * nor how many there are: the subjects lie scattered over the 65 536 places of a full Merkle tree, and what is empty is
 * filled with hashes that only the seed tells from real ones.
 *
 * <p>Made anew from the seed and the list, in the same order, whenever a subject is to be opened. Not thread-safe.
 */
public final class SubjectTree {
    /** Height of the tree. */
    static final int HEIGHT = 16;
    /** Places in the tree. */
    static final int PLACES = 1 << HEIGHT;
    /** Most subjects of one event; a quarter of the places, so that a free one is soon found. */
    public static final int MAX_SUBJECTS = PLACES / 4;

    private static final String PLACE = "aletheia/subject-place/v1\n";
    private static final String PADDING = "aletheia/subject-padding/v1\n";

    private final EventSeed.Derivation seed;
    private final List<RecordSubject> subjects;
    private final List<Integer> places = new ArrayList<>();
    private final TreeMap<Integer, RecordSubject> byPlace = new TreeMap<>();
    private final Map<Node, Hash> nodes = new HashMap<>();
    private final Hash root;

    private record Node(int level, int index) {}

    /**
     * @param seed of the event that will hold {@link #subject()}
     * @param subjects at most {@link #MAX_SUBJECTS}; none is allowed, and one twice
     * @throws MalformedValueException {@code subject-count}
     */
    public SubjectTree(EventSeed seed, List<RecordSubject> subjects) {
        if (subjects.size() > MAX_SUBJECTS) {
            throw new MalformedValueException("subject-count", "more than " + MAX_SUBJECTS + " subjects");
        }
        this.seed = seed.derivation();
        this.subjects = List.copyOf(subjects);
        scatter();
        this.root = build(HEIGHT, 0);
    }

    /** The value for the event's field {@code subject}. */
    public SubjectList subject() {
        return new SubjectList(root);
    }

    /**
     * What shows that the subject at this position of the list is in the event.
     *
     * @param position from 0, in the given list
     */
    public SubjectOpening open(int position) {
        int place = places.get(position);
        List<Hash> path = new ArrayList<>();
        for (int level = 0; level < HEIGHT; level++) {
            path.add(node(level, (place >> level) ^ 1));
        }
        return new SubjectOpening(place, subjects.get(position), SubjectOpening.salt(seed, place), path);
    }

    /** Each subject starts from a place that the seed gives it and takes the next free one. */
    private void scatter() {
        for (int position = 0; position < subjects.size(); position++) {
            byte[] derived = seed.of(PLACE + position);
            int place = (derived[0] & 0xFF) << 8 | (derived[1] & 0xFF);
            while (byPlace.containsKey(place)) {
                place = (place + 1) % PLACES;
            }
            byPlace.put(place, subjects.get(position));
            places.add(place);
        }
    }

    private Hash build(int level, int index) {
        Map.Entry<Integer, RecordSubject> next = byPlace.ceilingEntry(index << level);
        if (next == null || next.getKey() >= (index + 1) << level) {
            return padding(level, index);
        }
        Hash hash = level == 0
                ? SubjectOpening.leaf(index, next.getValue(), SubjectOpening.salt(seed, index))
                : TreeHash.node(build(level - 1, 2 * index), build(level - 1, 2 * index + 1));
        nodes.put(new Node(level, index), hash);
        return hash;
    }

    private Hash node(int level, int index) {
        Hash built = nodes.get(new Node(level, index));
        return built == null ? padding(level, index) : built;
    }

    private Hash padding(int level, int index) {
        return new Hash(seed.of(PADDING + level + "/" + index));
    }
}
