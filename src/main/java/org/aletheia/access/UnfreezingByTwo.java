package org.aletheia.access;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.EnumSet;
import java.util.Set;
import org.aletheia.access.approval.Approval;
import org.aletheia.access.approval.Matter;
import org.aletheia.access.approval.MatterOfTwo;
import org.aletheia.access.store.FreezeStore;

/** A frozen organisation is opened by two who are not of it: nobody who could be forced to is asked. */
@ApplicationScoped
class UnfreezingByTwo implements MatterOfTwo {
    private final FreezeStore store;
    private final Freezes freezes;

    UnfreezingByTwo(FreezeStore store, Freezes freezes) {
        this.store = store;
        this.freezes = freezes;
    }

    @Override
    public Set<Matter> matters() {
        return EnumSet.of(Matter.ORGANISATION_UNFREEZING);
    }

    @Override
    public boolean entitles(Principal who, Approval asked) {
        return store.find(asked.record())
                .filter(found -> found.mayBeUnfrozenBy(who))
                .isPresent();
    }

    @Override
    public void execute(Approval approved) {
        freezes.unfreeze(approved);
    }
}
