package org.aletheia.evidence;

import java.time.Clock;
import java.util.UUID;
import org.aletheia.access.AccessGuard;
import org.aletheia.access.DueObligations;
import org.aletheia.access.RecordKind;

/** Somebody forgot to log that a record is shown. */
public class ForgetfulUse extends UseRecord {
    public ForgetfulUse(AccessGuard guard, DueObligations due, EvidenceConfig config) {
        super(guard, due, Clock.systemUTC(), config);
    }

    @Override
    public void viewed(RecordKind kind, UUID id) {}
}
