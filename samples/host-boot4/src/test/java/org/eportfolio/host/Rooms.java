package org.eportfolio.host;

import org.springframework.data.jpa.repository.JpaRepository;

/** By JPA. */
interface Rooms extends JpaRepository<Room, String> {}
