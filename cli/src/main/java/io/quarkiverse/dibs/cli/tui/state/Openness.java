package io.quarkiverse.dibs.cli.tui.state;

/** Which branches of a list are open. */
interface Openness {

    /**
     * @param atFirst whether it is open until somebody closes it
     */
    boolean isOpen(String id, boolean atFirst);
}
