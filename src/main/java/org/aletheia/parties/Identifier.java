package org.aletheia.parties;

import java.util.List;

/**
 * What a party is known by in a register of somebody else.
 *
 * @param scheme code of {@code identifier-scheme}
 * @param value as that register writes it
 */
public record Identifier(String scheme, String value) {
    /** The values, each once. */
    static List<String> values(List<Identifier> identifiers) {
        return identifiers.stream().map(Identifier::value).distinct().toList();
    }
}
