package org.eportfolio.web.look;

import java.util.ArrayList;
import java.util.List;

/**
 * What a person fills in and sends. Immutable.
 *
 * @param name names it within the page, for what comes back after a refusal
 * @param manner how its button looks, and whether files go with it
 */
public record Form(String name, String action, String button, Manner manner, List<Field> fields) {
    /** What it does. */
    public enum Manner {
        PLAIN,
        /** Within a row or beside something else. */
        SMALL,
        /** What cannot be taken back. */
        FINAL,
        /** Sends files. */
        FILES,
        /** Changes nothing: what was typed stands in the address of the answer. */
        ASKING
    }

    public static Form to(String name, String action, String button) {
        return new Form(name, action, button, Manner.PLAIN, List.of());
    }

    /** A button, and perhaps a word beside it. */
    public static Form small(String name, String action, String button) {
        return new Form(name, action, button, Manner.SMALL, List.of());
    }

    /** One that changes nothing, such as a search. */
    public static Form asking(String name, String action, String button) {
        return new Form(name, action, button, Manner.ASKING, List.of());
    }

    /** One that is carried out once, however often it is sent. */
    public Form once() {
        return field(Field.hidden(Sent.KEY, Sending.newKey()));
    }

    /** One that is refused if another changed the thing since it was shown. */
    public Form seen(int revision) {
        return field(Field.hidden(Sent.REVISION, Integer.toString(revision)));
    }

    /** One that asks for a box to be ticked, since nothing takes it back. */
    public Form last(String sentence) {
        return new Form(name, action, button, Manner.FINAL, fields).field(Field.sure(sentence));
    }

    public Form files() {
        return new Form(name, action, button, Manner.FILES, fields);
    }

    public Form field(Field... more) {
        List<Field> all = new ArrayList<>(fields);
        all.addAll(List.of(more));
        return new Form(name, action, button, manner, List.copyOf(all));
    }
}
