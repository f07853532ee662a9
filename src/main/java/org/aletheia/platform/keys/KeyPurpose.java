package org.aletheia.platform.keys;

/** What a unit key protects, hence what its destruction makes unreadable. */
public enum KeyPurpose {
    /** The files of one evidence item. */
    ITEM("item"),
    /** The identity of one person. */
    PERSON("person"),
    /** The salts and disclosed fields of one batch of events. */
    EVENT_BATCH("event-batch"),
    /** The secret under which the codes of doors are looked up and proven. */
    DOOR("door"),
    /** What somebody handed in without an account, or the messages with them. */
    ANONYMOUS("anonymous"),
    /** Short texts beside evidence that may name somebody, such as file names; one for all. */
    TEXT("text");

    private final String code;

    KeyPurpose(String code) {
        this.code = code;
    }

    /** Stable name, as stored. */
    public String code() {
        return code;
    }

    /** The purpose of this stored name. */
    public static KeyPurpose ofCode(String code) {
        for (KeyPurpose purpose : values()) {
            if (purpose.code.equals(code)) {
                return purpose;
            }
        }
        throw new IllegalStateException("the key register names a purpose unknown to this release");
    }
}
