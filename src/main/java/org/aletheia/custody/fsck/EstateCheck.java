package org.aletheia.custody.fsck;

/**
 * Goes through one part of the estate, whatever its size in constant memory, beside servers that read and write. Each
 * capability that keeps something has one.
 */
public interface EstateCheck {
    /** Lower-case word: in what is printed, and in the file from which a run goes on. Never changes once released. */
    String name();

    /**
     * Goes through the part, from where the examination begins, and tells what it finds. What is written meanwhile may be
     * left out and must not be called a fault.
     *
     * @throws RuntimeException where the part cannot be checked now; what was found until then stands
     */
    void run(Examination examination);
}
