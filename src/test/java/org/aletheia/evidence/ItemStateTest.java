package org.aletheia.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("unit")
class ItemStateTest {
    private static final Map<ItemState, Set<ItemState>> ALLOWED = Map.of(
            ItemState.RECEIVED, Set.of(ItemState.IN_TRIAGE),
            ItemState.IN_TRIAGE, Set.of(ItemState.REGISTERED, ItemState.RETURNED, ItemState.NOT_RETAINED));

    @Test
    void onlyTheseStepsExist() {
        for (ItemState from : ItemState.values()) {
            assertThat(from.next()).as(from.code()).isEqualTo(ALLOWED.getOrDefault(from, Set.of()));
        }
    }

    @Test
    void everyStateButTheFirstHasReasons() {
        for (ItemState state : EnumSet.complementOf(EnumSet.of(ItemState.RECEIVED))) {
            assertThat(ItemState.class.getResource("/codelists/" + state.reasons() + ".json"))
                    .as(state.code())
                    .isNotNull();
        }
    }

    @Test
    void codesReadBack() {
        for (ItemState state : ItemState.values()) {
            assertThat(ItemState.parse(state.code())).isEqualTo(state);
        }
    }
}
