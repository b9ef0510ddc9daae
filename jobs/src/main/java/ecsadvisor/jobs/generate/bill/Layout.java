package ecsadvisor.jobs.generate.bill;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.YearMonth;
import java.util.List;
import org.apache.spark.sql.Column;

/** A form in which AWS delivers a bill: its columns, its folders and its manifest. */
interface Layout {

  /** The columns over the lines of a bill. */
  List<Column> columns(String payerId, String payerName, List<String> lineColumns);

  /** The folder of a month's data files, relative to the bill's root. */
  String dataFolder(YearMonth month);

  /** The manifest's path, relative to the bill's root. */
  String manifest(YearMonth month);

  /** The stem of a data file's name. */
  String fileStem();

  /** Fills the manifest of a month with its data files, relative to the bill's root. */
  void describe(ObjectNode manifest, YearMonth month, String executionId, List<String> files);
}
