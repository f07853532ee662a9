package org.aletheia.evidence.fsck;

import org.aletheia.custody.fsck.FindingCode;

/** What can be found about items, their keys and their stored bytes. */
public enum ItemFinding implements FindingCode {
    /** An item names an event of receipt that is not there, or not its own. */
    ITEM_RECEIPT("item-receipt"),
    /** An item's row states other bytes than the event of its receipt. */
    ITEM_ALTERED("item-altered"),
    /** The register lacks the key of an item, or it is that of something else. */
    KEY_MISSING("key-missing"),
    /** A key does not open under the key-encryption key that it names. */
    KEY_BROKEN("key-broken"),
    /** The keys bucket lacks the copy of a key. */
    KEY_COPY_MISSING("key-copy-missing"),
    /** The keys bucket holds another key, or another state of it, than the register. */
    KEY_COPY_DIFFERS("key-copy-differs"),
    /** The key was destroyed on purpose. */
    KEY_DESTROYED("key-destroyed", false),
    /** The key was destroyed without a disposal of the item, or there was one and the key opens. */
    KEY_UNDECIDED("key-undecided"),
    /** The bucket has no object for an item. */
    CONTENT_MISSING("content-missing"),
    /** An object is not as long as it was stored. */
    CONTENT_LENGTH("content-length"),
    /** An object is not that of its item: exchanged, or its beginning altered. */
    CONTENT_FOREIGN("content-foreign"),
    /** An object's data key does not open under the key of its item. */
    CONTENT_KEY("content-key"),
    /** Stored bytes are not those that were received. */
    CONTENT_ALTERED("content-altered"),
    /** Neither an item nor a rendition names an object. */
    OBJECT_UNKNOWN("object-unknown", false);

    private final String code;
    private final boolean fault;

    ItemFinding(String code) {
        this(code, true);
    }

    ItemFinding(String code, boolean fault) {
        this.code = code;
        this.fault = fault;
    }

    @Override
    public String code() {
        return code;
    }

    @Override
    public boolean fault() {
        return fault;
    }
}
