package io.sirenorder.feed.toy;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;

/** A jar into which beans are put one by one. */
@Entity
@Table(name = "jars")
public class Jar {
    @Id
    String id;

    int beans;

    @Version
    long version;

    protected Jar() {}

    JarEvent.BeanAdded add(String mood) {
        beans++;
        return new JarEvent.BeanAdded(id, beans, mood, Instant.now());
    }
}
