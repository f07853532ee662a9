package org.aletheia.testimony.vault.erasure;

import java.util.List;
import java.util.UUID;
import org.aletheia.testimony.vault.VaultSubject;

/** What the database knows of erasures beside the wall, and does. */
public interface ErasureRegister {
    /**
     * Codes of all that stands against it, whoever may see that: {@code legal-hold}, {@code in-case}, {@code
     * claim-in-process}, {@code disclosure-duty}, {@code reveal-open}, {@code needed-elsewhere}. The person's record stays as it
     * is until the caller's transaction ends.
     *
     * @param owner the caller's organisation, which owns the record
     */
    List<String> bars(VaultSubject subject, UUID owner);

    /**
     * Destroys the person's keys as an approved erasure says, in the caller's transaction.
     *
     * @return how many lived; none where there is no identity to be unknown
     */
    int destroyKeys(UUID erasure);
}
