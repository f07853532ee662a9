package org.aletheia.evidence.rendition.store;

import io.agroal.api.AgroalDataSource;
import io.quarkus.agroal.DataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.aletheia.evidence.rendition.Rendition;
import org.aletheia.platform.persistence.Sql;

/** Renditions as followers see them: all of them, with the follower's role. */
@ApplicationScoped
public class FollowedRenditions {
    private static final String APPROVED = """
            select * from rendition where item = any (?) and state = 'approved' and disposed is null order by id""";

    private final Sql sql;

    FollowedRenditions(@DataSource("follower") AgroalDataSource follower) {
        this.sql = new Sql(follower);
    }

    /** Those of the items that a second person found free of identifying passages, by item, the first one first. */
    public Map<UUID, List<Rendition>> approved(Collection<UUID> items) {
        return sql.list(APPROVED, RenditionRow::read, (Object) items.toArray(UUID[]::new)).stream()
                .collect(Collectors.groupingBy(Rendition::item));
    }
}
