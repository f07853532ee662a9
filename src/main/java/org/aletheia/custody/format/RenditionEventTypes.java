package org.aletheia.custody.format;

import static org.aletheia.custody.format.EventTypeGroup.CUSTODY;

import java.util.List;

/** The types of events of renditions. Their subject is the item; what a rendition says is in none of them. */
public final class RenditionEventTypes {
    public static final EventType RENDITION_MADE = EventType.of(
                    "CE-RENDITION-MADE", CUSTODY, "cre", "Something made from an item was laid down beside it.")
            .keys("digests", "inputs", "kind", "rendition", "size");
    public static final EventType RENDITION_APPROVED = EventType.of(
                    "CE-RENDITION-APPROVED",
                    CUSTODY,
                    "val",
                    "A second person found a rendition free of identifying passages.")
            .keys("kind", "rendition");
    public static final EventType RENDITION_REFUSED = EventType.of(
                    "CE-RENDITION-REFUSED",
                    CUSTODY,
                    "val",
                    "A second person did not find a rendition free of identifying passages.")
            .keys("kind", "rendition");
    public static final EventType RENDITION_WITHDRAWN = EventType.of(
                    "CE-RENDITION-WITHDRAWN",
                    CUSTODY,
                    "poa",
                    "A rendition is relied on no more, and was taken out of search.")
            .keys("kind", "rendition");

    private static final List<EventType> ALL =
            List.of(RENDITION_MADE, RENDITION_APPROVED, RENDITION_REFUSED, RENDITION_WITHDRAWN);

    private RenditionEventTypes() {}

    /** All of them. */
    public static List<EventType> all() {
        return ALL;
    }
}
