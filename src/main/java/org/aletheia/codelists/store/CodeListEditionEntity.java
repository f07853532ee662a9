package org.aletheia.codelists.store;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

@Entity
@Table(name = "code_list_edition")
@SuppressWarnings("NullAway.Init")
class CodeListEditionEntity {
    @Id
    UUID id;

    UUID subject;
    String list;
    int revision;
    String content;
    String digest;
    UUID givenBy;
    Instant givenAt;
}
