package org.aletheia.custody.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.aletheia.custody.Chain;
import org.aletheia.custody.Subject;
import org.aletheia.custody.store.ChainKey;
import org.aletheia.custody.store.ChainPlace;
import org.aletheia.custody.store.OrderedEvent;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("unit")
class ChainNumbersTest {
    private static final Subject A = new Subject("item", new UUID(0, 1));
    private static final Subject B = new Subject("item", new UUID(0, 2));
    private static final UUID OURS = new UUID(1, 0);

    @Test
    void numbersCustodyAndAccessApartAndGoesOnFromTheLastNumber() {
        List<OrderedEvent> events = List.of(
                event(Chain.CUSTODY, null, A),
                event(Chain.ACCESS, OURS, A, B, A),
                event(Chain.CUSTODY, null, A),
                event(Chain.ACCESS, null, A));
        ChainKey custodyOfA = new ChainKey(A, Chain.CUSTODY);
        ChainKey accessToA = new ChainKey(A, Chain.ACCESS);
        ChainKey accessToB = new ChainKey(B, Chain.ACCESS);

        assertThat(ChainNumbers.keys(events)).containsExactly(custodyOfA, accessToA, accessToB);
        assertThat(ChainNumbers.number(100, events, Map.of(custodyOfA, 4L)))
                .containsExactly(
                        new ChainPlace(custodyOfA, 5, 100, null),
                        new ChainPlace(accessToA, 1, 101, OURS),
                        new ChainPlace(accessToB, 1, 101, OURS),
                        new ChainPlace(custodyOfA, 6, 102, null),
                        new ChainPlace(accessToA, 2, 103, null));
    }

    private static OrderedEvent event(Chain chain, @Nullable UUID organisation, Subject... subjects) {
        return new OrderedEvent(chain, organisation, List.of(subjects), new byte[0]);
    }
}
