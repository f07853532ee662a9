package org.aletheia.custody.fsck;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.aletheia.transparency.Frontier;
import org.jspecify.annotations.Nullable;

/**
 * How far the check of the journal has come: the edge of the tree over all entries so far, and what can be told of only later.
 *
 * @param undeclared entries without event that nothing has declared lost so far
 * @param firstWrong size of the first signed tree head that is not of this tree; -1 for none
 * @param wrong how many there are
 */
record JournalPosition(Frontier frontier, List<LostEvents.Range> undeclared, long firstWrong, long wrong) {
    private static final HexFormat HEX = HexFormat.of();

    JournalPosition {
        undeclared = List.copyOf(undeclared);
    }

    static JournalPosition start() {
        return new JournalPosition(Frontier.empty(), List.of(), -1, 0);
    }

    /** Of what {@link #toString()} wrote; empty where it is none. */
    static Optional<JournalPosition> parse(@Nullable String text) {
        if (text == null) {
            return Optional.empty();
        }
        try {
            String[] parts = text.split(" ", -1);
            List<LostEvents.Range> undeclared = new ArrayList<>();
            for (int i = 3; i < parts.length; i++) {
                String[] ends = parts[i].split("-", 2);
                undeclared.add(new LostEvents.Range(Long.parseLong(ends[0]), Long.parseLong(ends[1])));
            }
            return Optional.of(new JournalPosition(
                    Frontier.parse(HEX.parseHex(parts[0])),
                    undeclared,
                    Long.parseLong(parts[1]),
                    Long.parseLong(parts[2])));
        } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
            return Optional.empty();
        }
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(HEX.formatHex(frontier.toBytes()))
                .append(' ')
                .append(firstWrong)
                .append(' ')
                .append(wrong);
        undeclared.forEach(
                range -> text.append(' ').append(range.from()).append('-').append(range.to()));
        return text.toString();
    }
}
