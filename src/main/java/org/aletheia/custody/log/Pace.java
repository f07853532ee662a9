package org.aletheia.custody.log;

/** Holds a publication that signs back until its time, at the two places where waiting costs those who wait least. */
interface Pace {
    /** Waits for nothing. */
    Pace NONE = new Pace() {
        @Override
        public void beforeReading() {
            // the tree is read as it is
        }

        @Override
        public void beforeRecording() {
            // at once
        }
    };

    /** All that needs no tree is done; returns when the tree is to be read, shortly before its signature may be recorded. */
    void beforeReading();

    /** The tree was checked and signed, its tiles are being put; returns when the signature may be recorded. */
    void beforeRecording();
}
