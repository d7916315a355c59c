package org.eportfolio.host;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;

/** What the platform keeps in a database of its own. */
@Entity
class Room {
    @Id
    private String name = "";

    private int seats;

    protected Room() {}

    Room(String name, int seats) {
        this.name = name;
        this.seats = seats;
    }

    String name() {
        return name;
    }

    int seats() {
        return seats;
    }
}
