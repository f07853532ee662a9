package org.aletheia.joins.prior;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.Set;
import org.aletheia.testimony.vault.VaultSubject;

/** Marks of identities and wishes not to be found, in the vault; takes no part in any transaction: each change is one. */
public interface MarkRegister {
    /** Puts these in the place of the subject's marks; of one that opted out none stay. */
    void replace(VaultSubject subject, Set<ByteBuffer> marks);

    /** From now on no question finds the subject, and none is asked of others by its marks. */
    void optOut(VaultSubject subject);

    /** Takes the wish back; marks come with the next identity that is stored. */
    void optIn(VaultSubject subject);

    /** Others that have a mark of the subject's; nobody who opted out, and nobody for such a subject. */
    List<VaultSubject> alike(VaultSubject subject);
}
