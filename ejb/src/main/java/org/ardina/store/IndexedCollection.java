package org.ardina.store;

import com.mongodb.client.model.IndexModel;
import java.util.List;

/** A collection that says which indexes its queries need; they are made when the server starts. */
public interface IndexedCollection {

    String collectionName();

    List<IndexModel> indexes();
}
