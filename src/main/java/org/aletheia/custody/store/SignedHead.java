package org.aletheia.custody.store;

import java.util.List;
import org.aletheia.transparency.TreeHead;

/**
 * A tree head with its signatures.
 *
 * @param note the signed checkpoint
 * @param vkeys of the keys that signed
 */
public record SignedHead(String origin, TreeHead head, String note, List<String> vkeys) {
    public SignedHead {
        vkeys = List.copyOf(vkeys);
    }
}
