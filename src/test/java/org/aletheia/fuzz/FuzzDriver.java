package org.aletheia.fuzz;

/** The class that Jazzer calls, in a process of its own: its two methods are Jazzer's to name. */
public final class FuzzDriver {
    private static FuzzTarget target = FuzzTarget.NOTE;

    private FuzzDriver() {}

    /** @param arguments the label of the target */
    public static void fuzzerInitialize(String[] arguments) {
        target = FuzzTarget.ofLabel(arguments[0]);
    }

    public static void fuzzerTestOneInput(byte[] input) {
        target.feed(input);
    }
}
