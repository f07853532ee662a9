package org.aletheia.custody.format;

/** What was sealed long ago and lies among the resources was made by the first schema of its type, whatever has grown since. */
public final class FirstSchema {
    private FirstSchema() {}

    /** The event as that schema had it. */
    @SuppressWarnings("NullAway") // which takes the detail of a record's constructor for one without nulls
    public static Event of(Event made) {
        return new Event(
                1,
                made.type(),
                made.id(),
                made.time(),
                made.actor(),
                made.organisation(),
                made.role(),
                made.purpose(),
                made.reason(),
                made.subject(),
                made.revision(),
                made.detail());
    }
}
