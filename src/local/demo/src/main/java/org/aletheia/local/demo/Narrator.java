package org.aletheia.local.demo;

import java.io.PrintStream;

/** Tells the reader, one line a step, what was done and what was seen. */
final class Narrator {

    private final PrintStream out;
    private int step;

    Narrator(PrintStream out) {
        this.out = out;
    }

    void chapter(String title) {
        out.println();
        out.println(title);
    }

    /** A numbered step that went as it should. */
    void step(String what) {
        out.printf("  %2d  %s%n", ++step, what);
    }

    /** Something that belongs to the step before. */
    void detail(String what) {
        out.println("      " + what);
    }

    void line(String text) {
        out.println(text);
    }
}
