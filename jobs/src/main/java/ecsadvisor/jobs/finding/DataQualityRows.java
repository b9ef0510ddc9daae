package ecsadvisor.jobs.finding;

import ecsadvisor.jobs.source.FileQuality;
import ecsadvisor.jobs.table.DataQualityRow;
import java.util.List;
import java.util.stream.Collectors;

/** What was read of each file, as rows of {@code data_quality.csv}. */
public final class DataQualityRows {
  private DataQualityRows() {}

  /** One row per file. */
  public static List<DataQualityRow> of(List<FileQuality> quality) {
    return quality.stream()
        .map(
            file ->
                new DataQualityRow(
                    file.input(),
                    file.file(),
                    file.kind(),
                    file.rowsRead(),
                    file.rowsUsed(),
                    file.rowsIgnored() + file.rowsBad(),
                    file.reasons().entrySet().stream()
                        .map(reason -> reason.getKey() + "=" + reason.getValue())
                        .collect(Collectors.joining("; ")),
                    file.firstTime(),
                    file.lastTime()))
        .toList();
  }
}
