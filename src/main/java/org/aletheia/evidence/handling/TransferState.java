package org.aletheia.evidence.handling;

import java.util.Arrays;
import java.util.Locale;
import org.aletheia.custody.format.CustodyEventTypes;
import org.aletheia.custody.format.EventType;
import org.aletheia.kernel.MalformedValueException;

/** Where an offer to transfer an item stands; every state but the first is for ever. */
public enum TransferState {
    OFFERED(CustodyEventTypes.TRANSFER_OFFERED),
    ACCEPTED(CustodyEventTypes.TRANSFER_ACCEPTED),
    REFUSED(CustodyEventTypes.TRANSFER_REFUSED),
    WITHDRAWN(CustodyEventTypes.TRANSFER_WITHDRAWN);

    private final EventType event;

    TransferState(EventType event) {
        this.event = event;
    }

    /** The event that tells of it. */
    EventType event() {
        return event;
    }

    /** The lower-case code. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** @throws MalformedValueException {@code state-unknown} */
    public static TransferState parse(String code) {
        return Arrays.stream(values())
                .filter(state -> state.code().equals(code))
                .findFirst()
                .orElseThrow(() -> new MalformedValueException("state-unknown", "not a state of a transfer"));
    }

    /** One that a decision leads to. @throws MalformedValueException {@code state-unknown} */
    static TransferState decided(String code) {
        TransferState state = parse(code);
        if (state == OFFERED) {
            throw new MalformedValueException("state-unknown", "no decision leads back to the offer");
        }
        return state;
    }
}
