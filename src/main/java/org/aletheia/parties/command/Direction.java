package org.aletheia.parties.command;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Which way a chain of command is followed; there are two. */
public enum Direction {
    UP,
    DOWN;

    /** On the wire. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The direction of that code. */
    public static Optional<Direction> find(String code) {
        return Arrays.stream(values()).filter(each -> each.code().equals(code)).findFirst();
    }
}
