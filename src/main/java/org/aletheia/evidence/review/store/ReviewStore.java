package org.aletheia.evidence.review.store;

import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.aletheia.access.FilterQuery;
import org.aletheia.access.RecordFilter;
import org.aletheia.access.RecordKind;
import org.aletheia.evidence.record.store.LinkedRecordStore;
import org.aletheia.evidence.review.Review;

/** Table {@code review}. */
@Singleton
public class ReviewStore extends LinkedRecordStore<Review, ReviewEntity> {
    ReviewStore(EntityManager entities) {
        super(entities, RecordKind.REVIEW, Review.class, ReviewEntity.class, ReviewEntity::new);
    }

    @Override
    protected void fill(ReviewEntity target, Review from) {
        target.subjectKind = from.subjectKind().code();
        target.subjectId = from.subject();
    }

    /** Who sees a step is the wall's matter ({@code V25__chains_and_the_missing.sql}): it asks for the record. */
    @Override
    protected FilterQuery condition(RecordFilter filter, Map<String, Object> containing) {
        if (filter instanceof RecordFilter.Matching && containing.get("subject") instanceof String subject) {
            return new FilterQuery(
                    "(subjectId = :subject)", new HashMap<>(Map.of("subject", UUID.fromString(subject))));
        }
        return FilterQuery.of(filter);
    }
}
