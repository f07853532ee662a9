package org.aletheia.testimony.vault;

import java.util.List;
import org.aletheia.evidence.record.LocalText;
import org.aletheia.kernel.UncertainDate;
import org.jspecify.annotations.Nullable;

/** Who a pseudonym stands for. Never logged, never shown but by a reveal. */
public record Identity(
        List<LocalText> names,
        List<Detail> contacts,
        List<Detail> documents,
        @Nullable UncertainDate born) {
    /**
     * A contact or an identity document.
     *
     * @param type what it is, for example {@code phone}, {@code passport}
     */
    public record Detail(String type, String value) {}

    public Identity {
        names = List.copyOf(names);
        contacts = List.copyOf(contacts);
        documents = List.copyOf(documents);
    }

    /** Says nothing of the person. */
    @Override
    public String toString() {
        return "Identity[sealed]";
    }
}
