package org.aletheia.evidence.opinion.rest;

import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.aletheia.access.AccessIntent;
import org.aletheia.access.RecordKind;
import org.aletheia.evidence.EvidenceItem;
import org.aletheia.evidence.Items;
import org.aletheia.evidence.UseRecord;
import org.aletheia.evidence.fixity.Fixity;
import org.aletheia.evidence.opinion.Opinions;
import org.jboss.resteasy.reactive.RestPath;

/**
 * The three findings on an item: they answer three questions, and are never made into one. Who may call: who may read the item
 * and its custody.
 */
@Path("/api/v1/items/{id}/findings")
@Authenticated
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
class FindingsResource {
    private final Items items;
    private final Fixity fixity;
    private final Opinions opinions;
    private final UseRecord use;

    FindingsResource(Items items, Fixity fixity, Opinions opinions, UseRecord use) {
        this.items = items;
        this.fixity = fixity;
        this.opinions = opinions;
        this.use = use;
    }

    @GET
    public FindingsView get(@RestPath UUID id) {
        EvidenceItem item = items.require(id, AccessIntent.READ_CUSTODY);
        use.viewed(RecordKind.ITEM, id);
        return FindingsView.of(item, fixity.of(item), opinions.all(id));
    }
}
