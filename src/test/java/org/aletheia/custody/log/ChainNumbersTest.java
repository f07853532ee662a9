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
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("unit")
class ChainNumbersTest {
    private static final Subject A = new Subject("item", new UUID(0, 1));
    private static final Subject B = new Subject("item", new UUID(0, 2));

    @Test
    void numbersCustodyAndAccessApartAndGoesOnFromTheLastNumber() {
        List<OrderedEvent> events = List.of(
                event(Chain.CUSTODY, A), event(Chain.ACCESS, A, B, A), event(Chain.CUSTODY, A), event(Chain.ACCESS, A));
        ChainKey custodyOfA = new ChainKey(A, Chain.CUSTODY);
        ChainKey accessToA = new ChainKey(A, Chain.ACCESS);
        ChainKey accessToB = new ChainKey(B, Chain.ACCESS);

        assertThat(ChainNumbers.keys(events)).containsExactly(custodyOfA, accessToA, accessToB);
        assertThat(ChainNumbers.number(100, events, Map.of(custodyOfA, 4L)))
                .containsExactly(
                        new ChainPlace(custodyOfA, 5, 100),
                        new ChainPlace(accessToA, 1, 101),
                        new ChainPlace(accessToB, 1, 101),
                        new ChainPlace(custodyOfA, 6, 102),
                        new ChainPlace(accessToA, 2, 103));
    }

    private static OrderedEvent event(Chain chain, Subject... subjects) {
        return new OrderedEvent(chain, List.of(subjects), new byte[0]);
    }
}
