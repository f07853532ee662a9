package org.aletheia.evidence.store;

import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.util.UUID;
import org.aletheia.evidence.EvidenceItem;
import org.aletheia.evidence.ItemState;
import org.aletheia.evidence.ItemVersion;
import org.aletheia.evidence.ReceiptEvent;
import org.aletheia.evidence.ReceivedFile;
import org.aletheia.evidence.content.StoredContent;
import org.aletheia.evidence.metadata.StoredStatements;
import org.aletheia.kernel.Digest;
import org.aletheia.kernel.DigestAlgorithm;
import org.aletheia.platform.persistence.RecordEntity;
import org.hibernate.annotations.ColumnTransformer;
import org.jspecify.annotations.Nullable;

@Entity(name = "Item")
@Table(name = "item")
@SuppressWarnings("NullAway.Init")
class ItemRow extends RecordEntity {
    public UUID submission;
    public UUID member;
    public String state;
    public @Nullable String registrationNumber;

    @ColumnTransformer(read = "decision::text", write = "?::jsonb")
    public @Nullable String decision;

    @ColumnTransformer(read = "metadata::text", write = "?::jsonb")
    public String metadata;

    public UUID receiptEvent;
    public byte[] receiptEntry;
    public @Nullable String fileName;
    public String mediaType;
    public @Nullable String detectedType;
    public @Nullable String detector;

    public UUID objectId;
    public UUID unitKey;
    public int contentFormat;
    public long length;
    public byte[] sha256;
    public byte @Nullable [] sha512;
    public long sealedLength;
    public byte[] sealedSha256;

    static ItemRow of(EvidenceItem item) {
        ItemRow row = new ItemRow();
        row.id = item.id();
        row.ownerOrg = item.ownerOrg();
        row.createdAt = item.receivedAt();
        row.submission = item.version().submission();
        row.member = item.member();
        row.receiptEvent = item.receipt().event();
        row.receiptEntry = item.receipt().entry().bytes();
        row.take(item.version().file());
        row.revise(item);
        return row;
    }

    /** What a revision may change. */
    void revise(EvidenceItem item) {
        ItemVersion version = item.version();
        classification = version.protection().classification().code();
        compartments = Protected.compartments(version.protection());
        revision = item.revision();
        revisedAt = item.revisedAt();
        state = version.state().code();
        registrationNumber = version.registrationNumber();
        decision = version.decision() == null ? null : DecisionJson.write(version.decision());
        metadata = StoredStatements.write(version.metadata());
    }

    EvidenceItem view() {
        ReceiptEvent receipt = new ReceiptEvent(receiptEvent, new Digest(DigestAlgorithm.SHA_256, receiptEntry));
        return new EvidenceItem(id, ownerOrg, member, revision, createdAt, revisedAt, version(), receipt);
    }

    private ItemVersion version() {
        return new ItemVersion(
                submission,
                Protected.of(this),
                ItemState.parse(state),
                registrationNumber,
                decision == null ? null : DecisionJson.read(decision),
                StoredStatements.item(metadata),
                new ReceivedFile(fileName, mediaType, DetectedColumns.of(detectedType, detector), content()));
    }

    private void take(ReceivedFile file) {
        StoredContent content = file.content();
        fileName = file.name();
        mediaType = file.mediaType();
        detectedType = DetectedColumns.type(file.detected());
        detector = DetectedColumns.detector(file.detected());
        objectId = content.objectId();
        unitKey = content.unitKeyId();
        contentFormat = content.format();
        length = content.length();
        sha256 = content.sha256().bytes();
        sha512 = content.sha512() == null ? null : content.sha512().bytes();
        sealedLength = content.sealedLength();
        sealedSha256 = content.sealedSha256().bytes();
    }

    private StoredContent content() {
        return new StoredContent(
                objectId,
                length,
                new Digest(DigestAlgorithm.SHA_256, sha256),
                sha512 == null ? null : new Digest(DigestAlgorithm.SHA_512, sha512),
                sealedLength,
                new Digest(DigestAlgorithm.SHA_256, sealedSha256),
                unitKey,
                contentFormat);
    }
}
