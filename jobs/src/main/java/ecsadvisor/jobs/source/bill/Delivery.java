package ecsadvisor.jobs.source.bill;

import ecsadvisor.jobs.source.DamagedInput;
import ecsadvisor.jobs.source.UserMistake;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.hadoop.fs.FileStatus;
import org.jspecify.annotations.Nullable;

/**
 * The files of one version of one period of one report or export.
 *
 * <p>Each delivery holds the whole month so far, so reading two versions of a month counts it
 * twice. The version is therefore chosen, never merged: by the period's manifest, which AWS
 * rewrites with each delivery; without one at the period itself by the newest of the versions'
 * manifests; without any manifest only where there is a single version.
 *
 * @param prefix the report or export folder
 * @param period the month that the folders name, or null
 * @param version the chosen version's folder; empty in an overwriting layout
 * @param files its Parquet files
 */
record Delivery(String prefix, @Nullable YearMonth period, String version, List<FileStatus> files) {

  /** The deliveries under a location. Mistakes are added to the list given. */
  static List<Delivery> choose(BillListing listing, List<String> mistakes) {
    Map<List<@Nullable Object>, List<FileStatus>> data = new LinkedHashMap<>();
    Map<List<@Nullable Object>, List<Manifest>> manifests = new LinkedHashMap<>();
    for (FileStatus file : listing.data()) {
      data.computeIfAbsent(key(pathOf(file), listing), key -> new ArrayList<>()).add(file);
    }
    for (Manifest manifest : listing.manifests()) {
      manifests
          .computeIfAbsent(key(manifest.path(), listing), key -> new ArrayList<>())
          .add(manifest);
    }
    List<Delivery> chosen = new ArrayList<>();
    try {
      for (List<Manifest> versions : manifests.values()) {
        Manifest current = current(versions);
        if (current.listsText()) {
          mistakes.add(
              "--bill %s: %s lists CSV files; set the report's or export's format to Parquet"
                  .formatted(listing.uri(), current.uri()));
          continue;
        }
        chosen.add(byManifest(current, listing));
      }
    } catch (UserMistake e) {
      mistakes.addAll(e.mistakes());
    }
    data.forEach(
        (key, files) -> {
          if (manifests.containsKey(key)) {
            return;
          }
          TreeSet<String> versions =
              files.stream()
                  .map(file -> pathOf(file).version())
                  .collect(Collectors.toCollection(TreeSet::new));
          if (versions.size() > 1) {
            mistakes.add(
                ("--bill %s: %s holds %d delivery versions (%s) and no manifest says which one is"
                        + " current; give one version's folder or copy the manifest along")
                    .formatted(
                        listing.uri(),
                        describe(pathOf(files.get(0)), listing),
                        versions.size(),
                        String.join(", ", versions)));
            return;
          }
          DeliveryPath path = pathOf(files.get(0));
          String prefix = path.period() == null ? listing.folder() : path.prefix();
          chosen.add(new Delivery(prefix, path.period(), path.version(), files));
        });
    return chosen;
  }

  /** The manifest that is current: the period's own, else that of the newest version. */
  private static Manifest current(List<Manifest> manifests) {
    List<Manifest> own = manifests.stream().filter(m -> m.path().version().isEmpty()).toList();
    if (own.size() > 1) {
      throw new UserMistake(
          "%s and %s are in the same folder; give one report's files only"
              .formatted(own.get(0).uri(), own.get(1).uri()));
    }
    if (own.size() == 1) {
      return own.get(0);
    }
    boolean timed =
        manifests.stream().allMatch(m -> DeliveryPath.timeOf(m.path().version()) != null);
    Comparator<Manifest> age =
        timed
            ? Comparator.comparing(
                m -> Objects.requireNonNull(DeliveryPath.timeOf(m.path().version())))
            : Comparator.comparing(Manifest::modified);
    return manifests.stream().max(age.thenComparing(Manifest::uri)).orElseThrow();
  }

  private static Delivery byManifest(Manifest manifest, BillListing listing) {
    if (manifest.keys().isEmpty()) {
      throw new UserMistake("%s lists no data files".formatted(manifest.uri()));
    }
    List<FileStatus> files = new ArrayList<>();
    for (String key : manifest.keys()) {
      files.add(find(key, manifest, listing));
    }
    return new Delivery(
        manifest.path().prefix(),
        manifest.path().period(),
        DeliveryPath.of(manifest.keys().get(0)).version(),
        files);
  }

  /**
   * The listed file that a manifest's key means, wherever the tree was copied to: the one with the
   * longest common tail of folders, but never one of another period or version.
   */
  private static FileStatus find(String key, Manifest manifest, BillListing listing) {
    DeliveryPath wanted = DeliveryPath.of(key);
    String[] wantedParts = key.split("/");
    FileStatus best = null;
    int bestTail = 0;
    boolean tie = false;
    for (FileStatus file : listing.data()) {
      DeliveryPath path = pathOf(file);
      boolean otherPeriod =
          path.period() != null
              && wanted.period() != null
              && !path.period().equals(wanted.period());
      boolean otherVersion = !path.version().isEmpty() && !path.version().equals(wanted.version());
      int tail = commonTail(wantedParts, file.getPath().toString().split("/"));
      if (tail == 0 || otherPeriod || otherVersion) {
        continue;
      }
      boolean near = path.prefix().equals(manifest.path().prefix());
      int score = 2 * tail + (near ? 1 : 0);
      if (score == bestTail) {
        tie = true;
      }
      if (score > bestTail) {
        best = file;
        bestTail = score;
        tie = false;
      }
    }
    if (best == null) {
      throw new DamagedInput(
          "%s lists %s, which is not there; wait for the copy to finish or give the whole export"
              .formatted(manifest.uri(), key));
    }
    if (tie) {
      throw new DamagedInput(
          "%s lists %s, which several files could be; give the export's own folder"
              .formatted(manifest.uri(), key));
    }
    return best;
  }

  private static int commonTail(String[] left, String[] right) {
    int tail = 0;
    int most = Math.min(left.length, right.length);
    while (tail < most && left[left.length - 1 - tail].equals(right[right.length - 1 - tail])) {
      tail++;
    }
    return tail;
  }

  private static DeliveryPath pathOf(FileStatus file) {
    return DeliveryPath.of(file.getPath().toString());
  }

  private static List<@Nullable Object> key(DeliveryPath path, BillListing listing) {
    if (path.period() == null) {
      return Arrays.asList(listing.folder(), null);
    }
    return Arrays.asList(path.prefix(), path.period());
  }

  private static String describe(DeliveryPath path, BillListing listing) {
    return path.period() == null ? listing.uri() : path.prefix() + " for " + path.period();
  }
}
