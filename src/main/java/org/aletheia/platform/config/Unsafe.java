package org.aletheia.platform.config;

/**
 * One unsafe setting.
 *
 * @param severe whether the server must not start with it
 * @param property to be changed
 * @param problem what is wrong with it; never its value
 * @param remedy what to do
 */
public record Unsafe(boolean severe, String property, String problem, String remedy) {
    /** A setting with which the server does not start. */
    public static Unsafe severe(String property, String problem, String remedy) {
        return new Unsafe(true, property, problem, remedy);
    }

    /** A setting that is only said aloud. */
    public static Unsafe mild(String property, String problem, String remedy) {
        return new Unsafe(false, property, problem, remedy);
    }

    @Override
    public String toString() {
        return property + ": " + problem + ". Remedy: " + remedy;
    }
}
