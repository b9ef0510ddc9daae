package ecsadvisor.jobs.source.bill;

import java.io.IOException;
import java.util.List;
import java.util.TreeSet;
import org.apache.parquet.column.ColumnDescriptor;
import org.apache.parquet.column.Dictionary;
import org.apache.parquet.column.EncodingStats;
import org.apache.parquet.column.page.DictionaryPage;
import org.apache.parquet.column.page.DictionaryPageReadStore;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.hadoop.metadata.BlockMetaData;
import org.apache.parquet.hadoop.metadata.ColumnChunkMetaData;
import org.apache.parquet.hadoop.metadata.ColumnPath;
import org.apache.parquet.schema.MessageType;
import org.jspecify.annotations.Nullable;

/**
 * The keys of a file's maps, read from the dictionaries of its column chunks and not from its rows:
 * with the spelling of a tag known, a line needs one look-up for it.
 */
final class MapKeys {
  private MapKeys() {}

  /** The keys, sorted; null where there is no map or a chunk has pages without a dictionary. */
  static @Nullable List<String> read(ParquetFileReader reader) throws IOException {
    MessageType schema = reader.getFooter().getFileMetaData().getSchema();
    TreeSet<String> keys = new TreeSet<>();
    boolean hasMap = false;
    for (BlockMetaData block : reader.getFooter().getBlocks()) {
      for (ColumnChunkMetaData chunk : block.getColumns()) {
        if (!isTagKey(chunk.getPath())) {
          continue;
        }
        hasMap = true;
        EncodingStats encodings = chunk.getEncodingStats();
        boolean empty =
            chunk.getStatistics() != null
                && chunk.getStatistics().isNumNullsSet()
                && chunk.getStatistics().getNumNulls() == chunk.getValueCount();
        if (empty) {
          continue;
        }
        if (encodings == null
            || encodings.hasNonDictionaryEncodedPages()
            || !encodings.hasDictionaryPages()) {
          return null;
        }
        ColumnDescriptor column = schema.getColumnDescription(chunk.getPath().toArray());
        DictionaryPageReadStore dictionaries = reader.getDictionaryReader(block);
        DictionaryPage page = dictionaries.readDictionaryPage(column);
        if (page == null) {
          return null;
        }
        Dictionary dictionary = page.getEncoding().initDictionary(column, page);
        for (int id = 0; id <= dictionary.getMaxId(); id++) {
          keys.add(dictionary.decodeToBinary(id).toStringUsingUTF8());
        }
      }
    }
    return hasMap ? List.copyOf(keys) : null;
  }

  private static boolean isTagKey(ColumnPath path) {
    String[] parts = path.toArray();
    String map = ColumnNames.squeeze(parts[0]);
    return parts.length == 3
        && parts[2].equals("key")
        && (map.equals("resourcetags") || map.equals("tags"));
  }
}
