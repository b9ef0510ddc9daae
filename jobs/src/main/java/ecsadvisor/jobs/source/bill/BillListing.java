package ecsadvisor.jobs.source.bill;

import ecsadvisor.jobs.source.DamagedInput;
import ecsadvisor.jobs.source.UserMistake;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.LocatedFileStatus;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.RemoteIterator;

/**
 * Everything of interest under one given location, told apart by name.
 *
 * @param uri the location as the user gave it
 * @param folder the location's full URI, or that of the folder of a given file
 * @param data Parquet files of the bill
 * @param manifests manifests beside or above them
 * @param status files of the status table that AWS writes beside a legacy report
 * @param text names of delivered text files (CSV), which are not read
 */
record BillListing(
    String uri,
    String folder,
    List<FileStatus> data,
    List<Manifest> manifests,
    List<FileStatus> status,
    List<String> text) {
  private static final String STATUS_FOLDER = "cost_and_usage_data_status";
  private static final Pattern DATA_FOLDER =
      Pattern.compile("(.*)/data(/BILLING_PERIOD=\\d{4}-\\d{2})?/?");

  /**
   * Lists a location.
   *
   * @throws UserMistake when it does not exist or cannot be listed
   * @throws DamagedInput when a manifest is no JSON
   */
  static BillListing of(String uri, Configuration configuration) {
    try {
      Path path = new Path(uri);
      FileSystem files = path.getFileSystem(configuration);
      FileStatus root = files.getFileStatus(path);
      Path folder = root.isFile() ? root.getPath().getParent() : root.getPath();
      BillListing listing =
          new BillListing(
              uri,
              folder.toString(),
              new ArrayList<>(),
              new ArrayList<>(),
              new ArrayList<>(),
              new ArrayList<>());
      if (root.isFile()) {
        listing.add(files, root);
        return listing;
      }
      listing.addAll(files, root.getPath());
      Matcher dataFolder = DATA_FOLDER.matcher(root.getPath().toString());
      if (dataFolder.matches()) {
        String period = dataFolder.group(2) == null ? "" : dataFolder.group(2);
        Path metadata = new Path(dataFolder.group(1) + "/metadata" + period);
        if (files.exists(metadata)) {
          listing.addAll(files, metadata);
        }
      }
      listing.data.sort(Comparator.comparing(file -> file.getPath().toString()));
      listing.manifests.sort(Comparator.comparing(Manifest::uri));
      return listing;
    } catch (FileNotFoundException e) {
      throw new UserMistake(
          "--bill %s: no such file or folder; give a report, an export, a period or Parquet files"
              .formatted(uri));
    } catch (IOException | IllegalArgumentException e) {
      throw new UserMistake("--bill %s: cannot be listed: %s".formatted(uri, e.getMessage()));
    }
  }

  /** Whether a file name is that of a text delivery. */
  static boolean isText(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    return lower.endsWith(".csv")
        || lower.endsWith(".csv.gz")
        || lower.endsWith(".csv.zip")
        || lower.endsWith(".zip");
  }

  private void addAll(FileSystem files, Path folder) throws IOException {
    String root = folder.toString();
    RemoteIterator<LocatedFileStatus> all = files.listFiles(folder, true);
    while (all.hasNext()) {
      FileStatus file = all.next();
      String below = file.getPath().toString().substring(root.length());
      if (!below.contains("/_") && !below.contains("/.")) {
        add(files, file);
      }
    }
  }

  private void add(FileSystem files, FileStatus file) throws IOException {
    String path = file.getPath().toString();
    String name = file.getPath().getName();
    if (path.contains("/" + STATUS_FOLDER + "/")) {
      if (isParquet(name)) {
        status.add(file);
      }
      return;
    }
    if (Manifest.named(name)) {
      try {
        manifests.add(Manifest.read(files, file));
      } catch (IOException e) {
        throw new DamagedInput("%s: not a readable manifest (JSON)".formatted(path));
      }
      return;
    }
    if (isParquet(name)) {
      data.add(file);
      return;
    }
    if (isText(name)) {
      text.add(path);
    }
  }

  private static boolean isParquet(String name) {
    return name.toLowerCase(Locale.ROOT).endsWith(".parquet");
  }
}
