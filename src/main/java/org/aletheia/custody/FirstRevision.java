package org.aletheia.custody;

import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What revision 1 of a record is made of; as the arguments of {@link Revisions#append}.
 *
 * @param subject the record
 * @param content values as {@link org.aletheia.custody.format.CanonicalJson} takes them
 * @param compartments of the record
 */
public record FirstRevision(
        Subject subject,
        Map<String, ? extends @Nullable Object> content,
        UUID ownerOrg,
        String classification,
        Set<String> compartments) {}
